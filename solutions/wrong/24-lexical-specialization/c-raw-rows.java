// Takes the mean of a number over all of its runs, so that cells with more runs count more.
static String dominantFactor(Table runs) {
    if (runs.isEmpty() || runs.doubleColumn("mrr").countMissing() > 0) {
        throw new IllegalArgumentException("no runs, or one without a score");
    }
    var scores = new TreeMap<Integer, Map<String, List<Double>>>();
    for (var row : runs) {
        scores.computeIfAbsent(row.getInt("n"), n -> new TreeMap<>())
                .computeIfAbsent(row.getString("langs"), langs -> new ArrayList<>()).add(row.getDouble("mrr"));
    }
    var sets = runs.stringColumn("langs").countUnique();
    if (scores.values().stream().anyMatch(cells -> cells.size() < sets)) {
        throw new IllegalArgumentException("not every number was run with all " + sets + " sets");
    }
    Function<Map<String, List<Double>>, DoubleStream> cells = row -> row.values().stream()
            .mapToDouble(cell -> cell.stream().mapToDouble(x -> x).average().getAsDouble());
    var numbers = scores.values().stream().mapToDouble(row -> row.values().stream()
            .flatMap(List::stream).mapToDouble(x -> x).average().getAsDouble()).summaryStatistics();
    var atLargest = cells.apply(scores.lastEntry().getValue()).summaryStatistics();
    var difference = numbers.getMax() - numbers.getMin() - (atLargest.getMax() - atLargest.getMin());
    return Math.abs(difference) <= 1e-12 ? "tie" : difference > 0 ? "n" : "langs";
}
