package org.tinybabel.lab.languages;

import java.util.Random;

/** Distributions over a few outcomes: how toy languages choose the next word. */
final class Categorical {

    private Categorical() {}

    /** Logits drawn from a normal distribution. */
    static double[][] logits(int rows, int columns, double deviation, Random random) {
        var values = new double[rows][columns];
        for (var row : values) {
            for (var c = 0; c < columns; c++) {
                row[c] = deviation * random.nextGaussian();
            }
        }
        return values;
    }

    /** The softmax of a sum of logits. */
    static double[] softmax(double[]... terms) {
        var probabilities = new double[terms[0].length];
        var sum = 0.0;
        for (var i = 0; i < probabilities.length; i++) {
            var logit = 0.0;
            for (var term : terms) {
                logit += term[i];
            }
            probabilities[i] = StrictMath.exp(logit);
            sum += probabilities[i];
        }
        for (var i = 0; i < probabilities.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** Running sums; the last one is 1 up to rounding. */
    static double[] cumulative(double[] probabilities) {
        var sums = probabilities.clone();
        for (var i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** The outcome that a uniform number u in [0, 1) selects. */
    static int draw(double[] cumulative, double u) {
        var outcome = 0;
        while (outcome < cumulative.length - 1 && u >= cumulative[outcome]) {
            outcome++;
        }
        return outcome;
    }

    /** −Σ p log p, in nats. */
    static double entropy(double[] probabilities) {
        var entropy = 0.0;
        for (var p : probabilities) {
            entropy -= p > 0 ? p * StrictMath.log(p) : 0;
        }
        return entropy;
    }
}
