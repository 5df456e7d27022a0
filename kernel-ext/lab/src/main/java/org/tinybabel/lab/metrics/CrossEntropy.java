package org.tinybabel.lab.metrics;

/** The loss of one prediction, judged by the word that was drawn or by the distribution that it was drawn from. */
public final class CrossEntropy {

    private CrossEntropy() {}

    /**
     * The realised loss −log q(y): how surprised the prediction is by the word that came.
     *
     * @param logQ the predicted log probabilities, nats
     * @param word the word that came, y
     * @return nats
     */
    public static double realised(double[] logQ, int word) {
        return -logQ[word];
    }

    /**
     * The expected loss −Σ p(y) log q(y): what the realised loss would be on average if the word were drawn again and again. Its
     * minimum over all predictions is the entropy of p, so it cannot be lowered by luck.
     *
     * @param p the probabilities that the word is drawn from
     * @param logQ the predicted log probabilities, nats
     * @return nats; words with p = 0 add nothing
     * @throws IllegalArgumentException if the two differ in length
     */
    public static double expected(double[] p, double[] logQ) {
        if (p.length != logQ.length) {
            throw new IllegalArgumentException(
                    "the distributions have " + p.length + " and " + logQ.length + " outcomes");
        }
        var sum = 0.0;
        for (var y = 0; y < p.length; y++) {
            sum -= p[y] > 0 ? p[y] * logQ[y] : 0;
        }
        return sum;
    }
}
