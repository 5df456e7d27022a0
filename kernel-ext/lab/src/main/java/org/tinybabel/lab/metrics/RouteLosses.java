package org.tinybabel.lab.metrics;

import java.util.List;
import java.util.Random;

/**
 * The losses of one token on each of several ways through a model, judged in three manners: by the word that came, by the true
 * distribution of words, and by a fresh word that was drawn from it once more. A choice that is made by one of them may be scored by
 * another; scored by the one that it was made by, it includes luck.
 *
 * @param realised −log q(y) of the word y that came, one per route, in nats
 * @param expected −Σ p(y) log q(y), one per route, in nats
 * @param fresh −log q(y′) of a word y′ drawn independently from p, one per route, in nats
 */
public record RouteLosses(double[] realised, double[] expected, double[] fresh) {

    /**
     * Scores the predictions of all routes.
     *
     * @param p the true probabilities of the next word
     * @param word the word that came, y
     * @param random draws the fresh word
     * @param logQ the predicted log probabilities, one array per route
     * @return the losses
     * @throws IllegalArgumentException if p and a prediction differ in length
     */
    public static RouteLosses of(double[] p, int word, Random random, List<double[]> logQ) {
        var fresh = draw(p, random.nextDouble());
        return new RouteLosses(
                logQ.stream().mapToDouble(q -> CrossEntropy.realised(q, word)).toArray(),
                logQ.stream().mapToDouble(q -> CrossEntropy.expected(p, q)).toArray(),
                logQ.stream().mapToDouble(q -> CrossEntropy.realised(q, fresh)).toArray());
    }

    private static int draw(double[] p, double u) {
        var left = u;
        var word = 0;
        while (word < p.length - 1 && left >= p[word]) {
            left -= p[word];
            word++;
        }
        return word;
    }
}
