package org.tinybabel.lab.models;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Predicts the next token from the n − 1 tokens before it, by counting: P(b | a) = (count(ab) + α) / (count(a) + αV).
 *
 * <p>Only whole n-grams inside one sequence are counted. At the start of a sequence, where fewer than n − 1 tokens came
 * before, predictions are uniform.
 */
public final class NGram implements NextTokenModel {

    private final int order;
    private final int vocabulary;
    private final double smoothing;
    private final Map<Integer, double[]> counts = new HashMap<>();

    private NGram(int order, int vocabulary, double smoothing) {
        this.order = order;
        this.vocabulary = vocabulary;
        this.smoothing = smoothing;
    }

    /**
     * Counts a corpus.
     *
     * @param corpus sequences of token ids
     * @param order n: 1 for unigrams, 2 for bigrams
     * @param vocabulary number of token ids, V
     * @param smoothing α, added to every count; 0 or more
     * @return the model
     * @throws IllegalArgumentException if a number is out of range, or a token is not in the vocabulary
     */
    public static NGram fit(int[][] corpus, int order, int vocabulary, double smoothing) {
        if (order < 1 || vocabulary < 1 || !(smoothing >= 0)) {
            throw new IllegalArgumentException(
                    "an n-gram model needs n and V of at least 1 and smoothing of at least 0, got n = " + order
                            + ", V = " + vocabulary + ", smoothing = " + smoothing);
        }
        if (Math.pow(vocabulary, order - 1) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "too many contexts: " + vocabulary + " words to the power " + (order - 1));
        }
        var model = new NGram(order, vocabulary, smoothing);
        for (var sequence : corpus) {
            for (var t = 0; t < sequence.length; t++) {
                model.checked(sequence[t]);
                if (t >= order - 1) {
                    model.counts
                            .computeIfAbsent(model.context(sequence, t), c -> new double[vocabulary])[sequence[t]]++;
                }
            }
        }
        return model;
    }

    private int checked(int token) {
        if (token < 0 || token >= vocabulary) {
            throw new IllegalArgumentException("token " + token + " is not in the vocabulary 0 … " + (vocabulary - 1));
        }
        return token;
    }

    private int context(int[] sequence, int position) {
        var context = 0;
        for (var t = position - order + 1; t < position; t++) {
            context = context * vocabulary + checked(sequence[t]);
        }
        return context;
    }

    /**
     * The probabilities after every context.
     *
     * @return one row of V probabilities per context, V to the power n − 1 rows; for bigrams, row a holds P(· | a)
     */
    public double[][] probabilities() {
        var rows = new double[(int) Math.pow(vocabulary, order - 1)][];
        Arrays.setAll(rows, this::row);
        return rows;
    }

    private double[] row(int context) {
        var count = counts.getOrDefault(context, new double[vocabulary]);
        var total = Arrays.stream(count).sum() + smoothing * vocabulary;
        return Arrays.stream(count)
                .map(c -> total == 0 ? 1.0 / vocabulary : (c + smoothing) / total)
                .toArray();
    }

    /**
     * How often n-grams were seen.
     *
     * @param tokens n token ids
     * @return the count, without smoothing
     * @throws IllegalArgumentException if there are not n tokens
     */
    public long count(int... tokens) {
        if (tokens.length != order) {
            throw new IllegalArgumentException("expected " + order + " tokens, got " + tokens.length);
        }
        var row = counts.get(context(tokens, order - 1));
        return row == null ? 0 : (long) row[checked(tokens[order - 1])];
    }

    @Override
    public double[][] logProbabilities(int[][] sequences) {
        var logs = new HashMap<Integer, double[]>();
        var uniform = new double[vocabulary];
        Arrays.fill(uniform, -Math.log(vocabulary));
        return Arrays.stream(sequences)
                .flatMap(sequence -> IntStream.range(1, sequence.length)
                        .mapToObj(t ->
                                t < order - 1 ? uniform : logs.computeIfAbsent(context(sequence, t), this::logRow)))
                .toArray(double[][]::new);
    }

    private double[] logRow(int context) {
        return Arrays.stream(row(context)).map(Math::log).toArray();
    }
}
