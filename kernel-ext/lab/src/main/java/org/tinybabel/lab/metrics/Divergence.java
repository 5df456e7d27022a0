package org.tinybabel.lab.metrics;

import org.tinybabel.lab.models.NextTokenModel;

/** How far two predictions are apart. */
public final class Divergence {

    private Divergence() {}

    /**
     * The Kullback-Leibler divergence KL(p ‖ q) = Σ p log(p/q) between the predictions of two models, averaged over all
     * predictions in some sequences.
     *
     * @param p the model that is approximated
     * @param q the model that approximates it
     * @param sequences N sequences of T + 1 tokens each
     * @return nats per prediction, 0 or more
     */
    public static double kullbackLeibler(NextTokenModel p, NextTokenModel q, int[][] sequences) {
        var a = p.logProbabilities(sequences);
        var b = q.logProbabilities(sequences);
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += kullbackLeibler(a[i], b[i]);
        }
        return sum / a.length;
    }

    /**
     * The Kullback-Leibler divergence of two distributions given as log probabilities.
     *
     * @param logP log probabilities, nats
     * @param logQ log probabilities, nats
     * @return KL(p ‖ q) in nats; outcomes with p = 0 add nothing
     */
    public static double kullbackLeibler(double[] logP, double[] logQ) {
        if (logP.length != logQ.length) {
            throw new IllegalArgumentException(
                    "the distributions have " + logP.length + " and " + logQ.length + " outcomes");
        }
        var sum = 0.0;
        for (var i = 0; i < logP.length; i++) {
            if (logP[i] > Double.NEGATIVE_INFINITY) {
                sum += Math.exp(logP[i]) * (logP[i] - logQ[i]);
            }
        }
        return sum;
    }
}
