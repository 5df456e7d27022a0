package org.tinybabel.lab.stats;

import java.util.stream.IntStream;

/** A law that predicts a test loss from a model's size, its training data and the share of the data that counts. */
public interface LossLaw {

    /**
     * The predicted loss.
     *
     * @param n the model's size, in the unit that the law was fitted with; positive
     * @param d the data it was trained on, in the unit that the law was fitted with; positive
     * @param p the share of the data that is of the tested kind, more than 0 and at most 1
     * @return the loss, in the unit that the law was fitted with
     * @throws IllegalArgumentException if a number is out of its range
     */
    double predict(double n, double d, double p);

    /**
     * The predicted losses of several runs.
     *
     * @param n sizes of m models
     * @param d their data
     * @param p their shares
     * @return m losses
     * @throws IllegalArgumentException if the lengths differ or a number is out of its range
     */
    default double[] predict(double[] n, double[] d, double[] p) {
        if (n.length != d.length || n.length != p.length) {
            throw new IllegalArgumentException("predictions need as many sizes, data and shares, got " + n.length + ", "
                    + d.length + " and " + p.length);
        }
        return IntStream.range(0, n.length)
                .mapToDouble(i -> predict(n[i], d[i], p[i]))
                .toArray();
    }
}
