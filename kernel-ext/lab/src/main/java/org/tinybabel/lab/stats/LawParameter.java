package org.tinybabel.lab.stats;

/**
 * The parameters of the laws, in the order in which a search sees them as coordinates. Positive ones are searched by their
 * logarithm; the bounds are those of the coordinates, for losses, sizes and data relative to their geometric means.
 */
enum LawParameter {
    /** Below its lower bound, E is 0 for every practical purpose. */
    E(true, -12, 3),
    A(true, -12, 3),
    ALPHA(true, Math.log(0.01), Math.log(10)),
    B(true, -12, 3),
    BETA(true, Math.log(0.01), Math.log(10)),
    GAMMA(false, -2, 4),
    KAPPA(false, -2, 8);

    static final int COUNT = values().length;

    private final boolean positive;
    private final double lowest;
    private final double highest;

    LawParameter(boolean positive, double lowest, double highest) {
        this.positive = positive;
        this.lowest = lowest;
        this.highest = highest;
    }

    boolean isPositive() {
        return positive;
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }

    /** The parameter of a coordinate. */
    double value(double coordinate) {
        return positive ? Math.exp(coordinate) : coordinate;
    }
}
