package org.tinybabel.lab.baselines;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tinybabel.lab.models.NextTokenModel;

/**
 * Predicts each token from its place in the sequence alone, by counting: P(b | t) = (count(b at t) + α) / (count(t) + αV). Places
 * beyond the longest training sequence are predicted uniformly.
 */
public final class PlaceModel implements NextTokenModel {

    private final double[][] logs;
    private final double[] uniform;

    private PlaceModel(double[][] logs, int vocabulary) {
        this.logs = logs;
        this.uniform = new double[vocabulary];
        Arrays.fill(uniform, -Math.log(vocabulary));
    }

    /**
     * Counts a corpus.
     *
     * @param corpus sequences of token ids
     * @param vocabulary number of token ids, V, at least 1
     * @param smoothing α, added to every count, more than 0
     * @return the model
     * @throws IllegalArgumentException if a number is out of range, or a token is not in the vocabulary
     */
    public static PlaceModel fit(int[][] corpus, int vocabulary, double smoothing) {
        if (vocabulary < 1 || !(smoothing > 0)) {
            throw new IllegalArgumentException("V must be at least 1 and smoothing more than 0, got V = " + vocabulary
                    + ", smoothing = " + smoothing);
        }
        var longest = Arrays.stream(corpus).mapToInt(s -> s.length).max().orElse(0);
        var counts = new double[longest][vocabulary];
        for (var sequence : corpus) {
            for (var t = 0; t < sequence.length; t++) {
                if (sequence[t] < 0 || sequence[t] >= vocabulary) {
                    throw new IllegalArgumentException(
                            "token " + sequence[t] + " is not in the vocabulary 0 … " + (vocabulary - 1));
                }
                counts[t][sequence[t]]++;
            }
        }
        var logs = Arrays.stream(counts)
                .map(count -> {
                    var total = Arrays.stream(count).sum() + smoothing * vocabulary;
                    return Arrays.stream(count)
                            .map(c -> Math.log((c + smoothing) / total))
                            .toArray();
                })
                .toArray(double[][]::new);
        return new PlaceModel(logs, vocabulary);
    }

    @Override
    public double[][] logProbabilities(int[][] sequences) {
        return Arrays.stream(sequences)
                .flatMap(s -> IntStream.range(1, s.length).mapToObj(t -> t < logs.length ? logs[t] : uniform))
                .map(double[]::clone)
                .toArray(double[][]::new);
    }
}
