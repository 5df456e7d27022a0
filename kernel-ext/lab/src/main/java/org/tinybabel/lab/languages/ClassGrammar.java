package org.tinybabel.lab.languages;

import java.util.Arrays;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * A language with a grammar and a lexicon that can be told apart. Its words fall into C classes of W words each. The grammar
 * says which class comes next, from the two classes before:
 *
 * <p>P(c″ | c, c′) = softmax(B[c′] + U[c] + I[c, c′])[c″], where c′ is the class of the previous word and c that of the one
 * before. B, U and I are drawn from normal distributions. I has a row of its own for every <em>pair</em> of classes: it makes
 * a grammar rich. Inside its class, the word of rank k has probability proportional to 1/k (Zipf's law), whatever came before.
 *
 * <p>Words are numbered class by class: word w has class w / W and rank w mod W + 1. A sentence starts with two classes drawn
 * from the grammar's stationary distribution, so {@link #entropy} is exact at every position that has two words before it.
 */
public final class ClassGrammar implements Language {

    private static final double CONVERGED = 1e-13;
    private static final int MOST_ITERATIONS = 100_000;

    private final int classes;
    private final double[][] next; // [C * C][C]: row c * C + c'
    private final double[][] nextCumulative;
    private final double[] stationary; // [C * C]
    private final double[] wordCumulative; // [W]
    private final double wordEntropy;

    /**
     * Draws a grammar.
     *
     * @param classes C, at least 1
     * @param wordsPerClass W, at least 1
     * @param previousDeviation standard deviation of B, in nats: how much the previous class matters
     * @param secondDeviation standard deviation of U: how much the class before matters by itself
     * @param pairDeviation standard deviation of I: how much the pair of classes matters
     * @param seed equal seeds give equal grammars
     * @throws IllegalArgumentException if a number is out of range
     */
    public ClassGrammar(
            int classes,
            int wordsPerClass,
            double previousDeviation,
            double secondDeviation,
            double pairDeviation,
            long seed) {
        if (classes < 1 || wordsPerClass < 1 || classes * wordsPerClass < 2) {
            throw new IllegalArgumentException("a grammar needs at least two words in at least one class, got "
                    + classes + " classes of " + wordsPerClass);
        }
        if (!(previousDeviation >= 0) || !(secondDeviation >= 0) || !(pairDeviation >= 0)) {
            throw new IllegalArgumentException("deviations must be 0 or more, got " + previousDeviation + ", "
                    + secondDeviation + " and " + pairDeviation);
        }
        var random = RandomStreams.of(seed, "grammar");
        var previous = Categorical.logits(classes, classes, previousDeviation, random);
        var second = Categorical.logits(classes, classes, secondDeviation, random);
        var pair = Categorical.logits(classes * classes, classes, pairDeviation, random);
        this.classes = classes;
        this.next = new double[classes * classes][];
        Arrays.setAll(next, row -> Categorical.softmax(previous[row % classes], second[row / classes], pair[row]));
        this.nextCumulative = Arrays.stream(next).map(Categorical::cumulative).toArray(double[][]::new);
        this.stationary = stationary();
        var zipf = zipf(wordsPerClass);
        this.wordCumulative = Categorical.cumulative(zipf);
        this.wordEntropy = Categorical.entropy(zipf);
    }

    private static double[] zipf(int words) {
        var logits = new double[words];
        Arrays.setAll(logits, rank -> -StrictMath.log(rank + 1.0));
        return Categorical.softmax(logits);
    }

    /** The distribution of pairs of classes that one more word leaves as it is, by power iteration. */
    private double[] stationary() {
        var pairs = new double[classes * classes];
        Arrays.fill(pairs, 1.0 / pairs.length);
        for (var i = 0; i < MOST_ITERATIONS; i++) {
            var after = new double[pairs.length];
            for (var row = 0; row < pairs.length; row++) {
                for (var c = 0; c < classes; c++) {
                    after[row % classes * classes + c] += pairs[row] * next[row][c];
                }
            }
            var moved = 0.0;
            for (var row = 0; row < pairs.length; row++) {
                moved += Math.abs(after[row] - pairs[row]);
            }
            pairs = after;
            if (moved < CONVERGED) {
                break;
            }
        }
        return pairs;
    }

    @Override
    public int vocabularySize() {
        return classes * wordCumulative.length;
    }

    /**
     * The number of classes.
     *
     * @return C
     */
    public int classes() {
        return classes;
    }

    /**
     * The class of a word.
     *
     * @param word 0 … V − 1
     * @return 0 … C − 1
     */
    public int classOf(int word) {
        return word / wordCumulative.length;
    }

    /**
     * The probabilities of the next class.
     *
     * @param second the class before the previous word's, c
     * @param previous the class of the previous word, c′
     * @return C probabilities
     */
    public double[] nextClass(int second, int previous) {
        return next[second * classes + previous].clone();
    }

    /**
     * The least loss that any model can have on positions with two words before them: the entropy of the next word given these
     * two. It is the mean entropy of the next class over the stationary distribution of pairs, plus the entropy of the word
     * inside its class.
     *
     * @return nats per word
     */
    public double entropy() {
        var entropy = wordEntropy;
        for (var row = 0; row < next.length; row++) {
            entropy += stationary[row] * Categorical.entropy(next[row]);
        }
        return entropy;
    }

    @Override
    public int[][] sample(int sentences, int length, long seed) {
        var random = RandomStreams.of(seed, "sample");
        var starts = Categorical.cumulative(stationary);
        var corpus = new int[sentences][length];
        for (var sentence : corpus) {
            var pair = Categorical.draw(starts, random.nextDouble());
            for (var t = 0; t < length; t++) {
                if (t > 1) {
                    pair = pair % classes * classes + Categorical.draw(nextCumulative[pair], random.nextDouble());
                }
                var wordClass = t == 0 ? pair / classes : pair % classes;
                sentence[t] = wordClass * wordCumulative.length + Categorical.draw(wordCumulative, random.nextDouble());
            }
        }
        return corpus;
    }
}
