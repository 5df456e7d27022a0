package org.tinybabel.lab.probes;

import java.util.Arrays;

/**
 * A linear probe for classes: ridge regression ({@link RidgeMap}) from activations to one-hot labels; the largest output wins. It has
 * a closed form, so there is nothing to train and no seed.
 *
 * @param classes the labels, rising
 * @param scores from activations to one score per class
 */
public record RidgeClassifier(int[] classes, RidgeMap scores) {

    /**
     * Fits a probe.
     *
     * @param x N rows of activations
     * @param labels each row's class; any numbers, at least two different ones
     * @param alpha the strength of the penalty, more than 0
     * @return the probe
     * @throws IllegalArgumentException if the numbers of rows and labels differ, there are fewer than two classes, or the penalty is not positive
     */
    public static RidgeClassifier fit(double[][] x, int[] labels, double alpha) {
        var classes = Arrays.stream(labels).distinct().sorted().toArray();
        if (classes.length < 2) {
            throw new IllegalArgumentException("a classifier needs at least 2 classes, got " + classes.length);
        }
        var oneHot = new double[labels.length][classes.length];
        for (var i = 0; i < labels.length; i++) {
            oneHot[i][Arrays.binarySearch(classes, labels[i])] = 1;
        }
        return new RidgeClassifier(classes, RidgeMap.fit(x, oneHot, alpha));
    }

    /**
     * Classifies rows.
     *
     * @param x rows of activations
     * @return the class with the largest score for each row; of equal ones the first
     */
    public int[] predict(double[][] x) {
        return Arrays.stream(scores.apply(x)).mapToInt(this::largest).toArray();
    }

    private int largest(double[] row) {
        var best = 0;
        for (var c = 1; c < row.length; c++) {
            best = row[c] > row[best] ? c : best;
        }
        return classes[best];
    }
}
