package org.tinybabel.lab.probes;

import java.util.Arrays;

/** Vectors by their direction, for what does not mind their length. */
final class Directions {

    private Directions() {}

    /** The vectors at length 1, each of the given width; a zero vector stays as it is. */
    static double[][] of(double[][] vectors, int width) {
        return Arrays.stream(vectors).map(vector -> of(vector, width)).toArray(double[][]::new);
    }

    private static double[] of(double[] vector, int width) {
        if (vector.length != width) {
            throw new IllegalArgumentException(
                    "expected vectors of " + width + " numbers, got one of " + vector.length);
        }
        var length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        if (!Double.isFinite(length)) {
            throw new IllegalArgumentException("a vector of length " + length + " has no direction");
        }
        return length == 0
                ? vector.clone()
                : Arrays.stream(vector).map(x -> x / length).toArray();
    }

    /** The product of two vectors, which is the cosine where both have length 1. */
    static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The mean direction of each group; zero where there is none, as in a group without vectors. */
    static double[][] means(double[][] directions, int[] groups, int count) {
        var sums = new double[count][directions[0].length];
        for (var v = 0; v < directions.length; v++) {
            var sum = sums[groups[v]];
            for (var i = 0; i < sum.length; i++) {
                sum[i] += directions[v][i];
            }
        }
        return of(sums, directions[0].length);
    }
}
