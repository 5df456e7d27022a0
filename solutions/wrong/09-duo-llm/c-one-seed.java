// Only the first seed.
static double shareInTheWalkThrough() {
    return IntStream.range(10, 11).mapToDouble(seed -> hindsightShare(losses("realised all big", seed),
                    losses("realised oracle", seed), losses("expected all big", seed), losses("expected oracle", seed)))
            .average().getAsDouble();
}
