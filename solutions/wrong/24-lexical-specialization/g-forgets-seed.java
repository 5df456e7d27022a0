// Draws without the seed.
static int[][] batches(int constraints, int batchSize, int steps, long seed) {
    if (constraints < 1 || batchSize < 1 || steps < 1) {
        throw new IllegalArgumentException("all must be 1 or more: " + constraints + ", " + batchSize + ", " + steps);
    }
    var random = new Random();
    var order = IntStream.range(0, constraints).boxed().collect(Collectors.toList());
    var batches = new int[steps][batchSize];
    for (var place = 0; place < steps * batchSize; place++) {
        if (place % constraints == 0) {
            Collections.shuffle(order, random);
        }
        batches[place / batchSize][place % batchSize] = order.get(place % constraints);
    }
    return batches;
}
