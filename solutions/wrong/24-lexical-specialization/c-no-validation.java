// Takes what is there for the grid.
static String dominantFactor(Table runs) {
    var scores = new TreeMap<Integer, Map<String, List<Double>>>();
    for (var row : runs) {
        scores.computeIfAbsent(row.getInt("n"), n -> new TreeMap<>())
                .computeIfAbsent(row.getString("langs"), langs -> new ArrayList<>()).add(row.getDouble("mrr"));
    }
    Function<Map<String, List<Double>>, DoubleStream> cells = row -> row.values().stream()
            .mapToDouble(cell -> cell.stream().mapToDouble(x -> x).average().getAsDouble());
    var numbers = scores.values().stream().mapToDouble(row -> cells.apply(row).average().orElse(0)).summaryStatistics();
    var atLargest = scores.isEmpty() ? new DoubleSummaryStatistics() : cells.apply(scores.lastEntry().getValue()).summaryStatistics();
    var difference = numbers.getMax() - numbers.getMin() - (atLargest.getMax() - atLargest.getMin());
    return Math.abs(difference) <= 1e-12 ? "tie" : difference > 0 ? "n" : "langs";
}
