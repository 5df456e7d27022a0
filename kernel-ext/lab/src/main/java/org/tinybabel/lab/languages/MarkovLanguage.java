package org.tinybabel.lab.languages;

import java.util.List;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * A language whose next-token distribution is known exactly: the next word depends on the two words before it, P(c | a, b), and
 * on nothing else. So a model can be judged by its expected loss, −Σ P(c | a, b) log q(c), instead of by the one word that
 * happened to be drawn.
 */
public final class MarkovLanguage implements Language {

    private static final double TOLERANCE = 1e-9;

    private final double[][][] next; // [V][V][V]
    private final double[][][] cumulative; // [V][V][V], over the last axis

    /**
     * A language with given probabilities.
     *
     * @param next P(c | a, b) as {@code next[a][b][c]}, {@code [V][V][V]}; copied
     * @throws IllegalArgumentException if a row has another length or is not a distribution
     */
    public MarkovLanguage(double[][][] next) {
        var v = next.length;
        if (v < 2) {
            throw new IllegalArgumentException("a language needs at least 2 words, got " + v);
        }
        this.next = new double[v][v][];
        this.cumulative = new double[v][v][];
        for (var a = 0; a < v; a++) {
            if (next[a].length != v) {
                throw new IllegalArgumentException(
                        "there are " + v + " words, but next[" + a + "] has " + next[a].length + " rows");
            }
            for (var b = 0; b < v; b++) {
                this.next[a][b] = checked(next[a][b], a, b, v);
                cumulative[a][b] = Categorical.cumulative(next[a][b]);
            }
        }
    }

    private static double[] checked(double[] row, int a, int b, int v) {
        var sum = 0.0;
        for (var p : row) {
            sum += p >= 0 ? p : Double.NaN;
        }
        if (row.length != v || !(Math.abs(sum - 1) < TOLERANCE)) {
            throw new IllegalArgumentException("next[" + a + "][" + b + "] must hold " + v
                    + " probabilities that add up to 1, got " + row.length + " that add up to " + sum);
        }
        return row.clone();
    }

    /**
     * Draws a language of tokens that differ in how well their successor can be predicted. With kind k of token b, the word
     * after (a, b) is one fixed word per b (easy), one fixed word per pair (context), or drawn from a distribution that itself
     * was drawn from Dirichlet(2, …, 2), one per b (noisy). Everywhere a share of the probability is spread evenly:
     * P ← (1 − ε) P + ε / V.
     *
     * @param kinds the kind of each token; their number is V
     * @param noise ε, 0 … 1
     * @param seed equal seeds give equal languages, and other noise the same successors
     * @return the language
     * @throws IllegalArgumentException if there are fewer than two tokens or the noise is out of range
     */
    public static MarkovLanguage of(List<TokenKind> kinds, double noise, long seed) {
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("the noise must be between 0 and 1, got " + noise);
        }
        var v = kinds.size();
        var random = RandomStreams.of(seed, "language");
        var next = new double[v][v][];
        for (var b = 0; b < v; b++) {
            var alone = kinds.get(b) == TokenKind.NOISY ? dirichlet(v, random) : oneOf(v, random);
            for (var a = 0; a < v; a++) {
                var clear = kinds.get(b) == TokenKind.CONTEXT ? oneOf(v, random) : alone;
                next[a][b] = mixedWithUniform(clear, noise);
            }
        }
        return new MarkovLanguage(next);
    }

    private static double[] oneOf(int v, Random random) {
        var certain = new double[v];
        certain[random.nextInt(v)] = 1;
        return certain;
    }

    /** Dirichlet(2, …, 2): gamma variables of shape 2, each the sum of two exponential ones, divided by their sum. */
    private static double[] dirichlet(int v, Random random) {
        var shares = new double[v];
        var sum = 0.0;
        for (var c = 0; c < v; c++) {
            shares[c] = -StrictMath.log(1 - random.nextDouble()) - StrictMath.log(1 - random.nextDouble());
            sum += shares[c];
        }
        for (var c = 0; c < v; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    private static double[] mixedWithUniform(double[] probabilities, double noise) {
        var mixed = probabilities.clone();
        for (var c = 0; c < mixed.length; c++) {
            mixed[c] = (1 - noise) * mixed[c] + noise / mixed.length;
        }
        return mixed;
    }

    @Override
    public int vocabularySize() {
        return next.length;
    }

    /**
     * The exact probabilities of the next word.
     *
     * @param context the words so far, at least two; only the last two matter
     * @return V probabilities, a copy
     * @throws IllegalArgumentException if there are fewer than two words, or one is not in the vocabulary
     */
    public double[] nextDistribution(int... context) {
        if (context.length < 2) {
            throw new IllegalArgumentException("the next word depends on two words, got " + context.length);
        }
        return next[word(context[context.length - 2])][word(context[context.length - 1])].clone();
    }

    private int word(int id) {
        if (id < 0 || id >= next.length) {
            throw new IllegalArgumentException("a word must be between 0 and " + (next.length - 1) + ", got " + id);
        }
        return id;
    }

    /**
     * How uncertain the next word is: −Σ P log P. No prediction has a lower expected loss.
     *
     * @param context the words so far, at least two; only the last two matter
     * @return nats
     * @throws IllegalArgumentException if there are fewer than two words, or one is not in the vocabulary
     */
    public double entropy(int... context) {
        return Categorical.entropy(nextDistribution(context));
    }

    /**
     * Draws sentences. Their first two words are drawn evenly from the vocabulary.
     *
     * @param sentences how many
     * @param length words in each
     * @param seed equal seeds give equal sentences
     * @return token ids, {@code [sentences][length]}
     */
    @Override
    public int[][] sample(int sentences, int length, long seed) {
        var random = RandomStreams.of(seed, "sample");
        var corpus = new int[sentences][length];
        for (var sentence : corpus) {
            for (var t = 0; t < length; t++) {
                sentence[t] = t < 2
                        ? random.nextInt(next.length)
                        : Categorical.draw(cumulative[sentence[t - 2]][sentence[t - 1]], random.nextDouble());
            }
        }
        return corpus;
    }
}
