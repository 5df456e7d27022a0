package org.tinybabel.lab.metrics;

/** The cosine of the angle between activations. */
public final class Cosine {

    private Cosine() {}

    /**
     * The cosine of two vectors, a·b / (‖a‖‖b‖).
     *
     * @param a d numbers
     * @param b d numbers
     * @return −1 (opposite) to 1 (same direction); 0 if one of them is zero
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double of(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "a cosine needs vectors of one length, got " + a.length + " and " + b.length);
        }
        // Scaled first, so that no square over- or underflows.
        var scaleOfA = largest(a);
        var scaleOfB = largest(b);
        if (scaleOfA == 0 || scaleOfB == 0) {
            return 0;
        }
        var product = 0.0;
        var squaresOfA = 0.0;
        var squaresOfB = 0.0;
        for (var i = 0; i < a.length; i++) {
            product += a[i] / scaleOfA * (b[i] / scaleOfB);
            squaresOfA += a[i] / scaleOfA * (a[i] / scaleOfA);
            squaresOfB += b[i] / scaleOfB * (b[i] / scaleOfB);
        }
        return Math.max(-1, Math.min(1, product / Math.sqrt(squaresOfA * squaresOfB)));
    }

    private static double largest(double[] vector) {
        var largest = 0.0;
        for (var v : vector) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    /**
     * The mean over tokens of the cosine between the two sides' states. An offset that all states share pulls it towards 1: see
     * {@link #centred}.
     *
     * @param a states of n tokens, {@code [n][d]}
     * @param b states of the same tokens on the other side, {@code [n][d]}
     * @return −1 to 1; tokens with a zero state count as 0
     * @throws IllegalArgumentException if there are no tokens or the shapes differ
     */
    public static double raw(double[][] a, double[][] b) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException(
                    "both sides need states of the same tokens, at least 1, got " + a.length + " and " + b.length);
        }
        var sum = 0.0;
        for (var token = 0; token < a.length; token++) {
            sum += of(a[token], b[token]);
        }
        return sum / a.length;
    }

    /**
     * The mean over tokens of the cosine between the two sides' states after each side's own mean is subtracted, so that an
     * offset common to all states of a side does not count as similarity.
     *
     * @param a states of n tokens, {@code [n][d]}
     * @param b states of the same tokens on the other side, {@code [n][d]}
     * @return −1 to 1; tokens whose state is its side's mean count as 0
     * @throws IllegalArgumentException if there are no tokens or the shapes differ
     */
    public static double centred(double[][] a, double[][] b) {
        return raw(Centring.centre(a, Centring.mean(a)), Centring.centre(b, Centring.mean(b)));
    }
}
