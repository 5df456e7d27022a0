package org.tinybabel.lab.stats;

import java.util.Arrays;

/** How unevenly amounts are spread over owners, such as downloads over datasets or datasets over authors. */
public final class Concentration {

    private Concentration() {}

    /**
     * The Lorenz curve: which share of everything the poorest owners have (Lorenz, Methods of measuring the concentration of wealth,
     * 1905).
     *
     * @param amounts of n owners, 0 or more, in any order
     * @return n + 1 numbers from 0 to 1; entry i is the share of the i poorest
     * @throws IllegalArgumentException if there are no amounts, one is negative or not finite, or all are 0
     */
    public static double[] lorenz(double... amounts) {
        var total = Arrays.stream(amounts).sum();
        if (!(total > 0) || Double.isInfinite(total) || Arrays.stream(amounts).anyMatch(a -> a < 0)) {
            throw new IllegalArgumentException(
                    "amounts must be 0 or more, and one more than 0, got " + Arrays.toString(amounts));
        }
        var sorted = amounts.clone();
        Arrays.sort(sorted);
        var curve = new double[amounts.length + 1];
        for (var i = 0; i < amounts.length; i++) {
            curve[i + 1] = curve[i] + sorted[i] / total;
        }
        curve[amounts.length] = 1;
        return curve;
    }

    /**
     * The Gini coefficient: twice the area between the Lorenz curve, with straight lines between its points, and the diagonal.
     *
     * @param amounts of n owners, 0 or more
     * @return 0 if all have the same, (n − 1)/n if one has everything
     * @throws IllegalArgumentException as {@link #lorenz}
     */
    public static double gini(double... amounts) {
        var curve = lorenz(amounts);
        var below = 0.0;
        for (var i = 0; i < amounts.length; i++) {
            below += (curve[i] + curve[i + 1]) / amounts.length;
        }
        return Math.max(0, 1 - below);
    }

    /**
     * Which share of everything the richest owners have.
     *
     * @param richest how many of them, 0 or more; all if there are fewer
     * @param amounts of n owners, 0 or more
     * @return 0 to 1
     * @throws IllegalArgumentException as {@link #lorenz}, or if {@code richest} is negative
     */
    public static double topShare(int richest, double... amounts) {
        if (richest < 0) {
            throw new IllegalArgumentException("there are no " + richest + " richest");
        }
        return 1 - lorenz(amounts)[Math.max(0, amounts.length - richest)];
    }
}
