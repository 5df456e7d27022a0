package org.tinybabel.lab.metrics;

import java.util.Arrays;
import org.tinybabel.lab.models.NextTokenModel;

/** How surprised a model is by the tokens that really come next. */
public final class Surprisal {

    private Surprisal() {}

    /**
     * The surprisal −log P(next token) of every prediction in some sequences.
     *
     * @param model the model that predicts
     * @param sequences N sequences of T + 1 tokens each
     * @return N · T surprisals in nats, sequence by sequence
     */
    public static double[] of(NextTokenModel model, int[][] sequences) {
        var predictions = model.logProbabilities(sequences);
        var surprisals = new double[predictions.length];
        var i = 0;
        for (var sequence : sequences) {
            for (var t = 1; t < sequence.length; t++) {
                surprisals[i] = -predictions[i][sequence[t]];
                i++;
            }
        }
        return surprisals;
    }

    /**
     * The mean surprisal: the model's loss.
     *
     * @param model the model that predicts
     * @param sequences N sequences of T + 1 tokens each
     * @return nats per token
     */
    public static double mean(NextTokenModel model, int[][] sequences) {
        return Arrays.stream(of(model, sequences)).average().orElse(Double.NaN);
    }
}
