// Of equal neurons takes the lower index, whatever the margin.
static int[] specialists(double[][] ap, int ability, int count) {
    if (ap == null || ap.length < 2 || ability < 0 || ability >= ap.length
            || Arrays.stream(ap).anyMatch(row -> row == null || row.length != ap[0].length
                    || !Arrays.stream(row).allMatch(Double::isFinite))) {
        throw new IllegalArgumentException("no ability " + ability + " in " + Arrays.deepToString(ap));
    }
    if (count < 1 || count > ap[0].length) {
        throw new IllegalArgumentException("count must be between 1 and " + ap[0].length + ", got " + count);
    }
    ToDoubleFunction<Integer> margin = i -> ap[ability][i] - IntStream.range(0, ap.length)
            .filter(b -> b != ability).mapToDouble(b -> ap[b][i]).max().getAsDouble();
    return IntStream.range(0, ap[0].length).boxed()
            .sorted(Comparator.comparingDouble(i -> -ap[ability][i]))
            .limit(count).mapToInt(i -> i).toArray();
}
