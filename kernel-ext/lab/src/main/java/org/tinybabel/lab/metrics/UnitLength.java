package org.tinybabel.lab.metrics;

import java.util.Arrays;

/** Brings vectors to length 1, so that their product is their cosine. */
public final class UnitLength {

    private UnitLength() {}

    /**
     * Divides each row by its Euclidean norm.
     *
     * @param rows in any number; not changed
     * @return new rows of norm 1
     * @throws IllegalArgumentException if a row is zero or not finite
     */
    public static double[][] of(double[][] rows) {
        return Arrays.stream(rows).map(UnitLength::of).toArray(double[][]::new);
    }

    private static double[] of(double[] row) {
        var norm = Math.sqrt(Arrays.stream(row).map(v -> v * v).sum());
        if (!(norm > 0) || Double.isInfinite(norm)) {
            throw new IllegalArgumentException("a vector of norm " + norm + " has no direction");
        }
        return Arrays.stream(row).map(v -> v / norm).toArray();
    }
}
