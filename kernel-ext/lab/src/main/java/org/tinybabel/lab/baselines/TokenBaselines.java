package org.tinybabel.lab.baselines;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import org.tinybabel.lab.metrics.Surprisal;
import org.tinybabel.lab.models.NGram;
import org.tinybabel.lab.models.NextTokenModel;

/** Predicting the next token without a network. */
public final class TokenBaselines {

    private TokenBaselines() {}

    /**
     * The models to beat, counted in a corpus: uniform, unigram, place in the sequence, bigram.
     *
     * @param corpus sequences of token ids
     * @param vocabulary number of token ids, V
     * @param smoothing α, added to every count, more than 0
     * @return name to model
     * @throws IllegalArgumentException if a number is out of range, or a token is not in the vocabulary
     */
    public static Map<String, NextTokenModel> models(int[][] corpus, int vocabulary, double smoothing) {
        Map<String, NextTokenModel> models = new LinkedHashMap<>();
        models.put("uniform", NGram.fit(new int[0][], 1, vocabulary, smoothing));
        models.put("unigram", NGram.fit(corpus, 1, vocabulary, smoothing));
        models.put("place in the sequence", PlaceModel.fit(corpus, vocabulary, smoothing));
        models.put("bigram", NGram.fit(corpus, 2, vocabulary, smoothing));
        return models;
    }

    /**
     * The loss of each of them.
     *
     * @param models such as from {@link #models}
     * @param test N sequences of T + 1 tokens each
     * @return mean surprisals, nats per token
     */
    public static List<Baseline> loss(Map<String, NextTokenModel> models, int[][] test) {
        return scored(models, test, Surprisal::mean);
    }

    /**
     * How often the likeliest token of each of them is the one that comes.
     *
     * @param models such as from {@link #models}
     * @param test N sequences of T + 1 tokens each
     * @return accuracies, 0 to 1
     */
    public static List<Baseline> accuracy(Map<String, NextTokenModel> models, int[][] test) {
        return scored(models, test, TokenBaselines::accuracy);
    }

    private static List<Baseline> scored(
            Map<String, NextTokenModel> models, int[][] test, ToDoubleBiFunction<NextTokenModel, int[][]> metric) {
        return models.entrySet().stream()
                .map(model -> new Baseline(model.getKey(), metric.applyAsDouble(model.getValue(), test)))
                .toList();
    }

    /**
     * How often a model's likeliest token is the one that comes. Equally likely ones share the hit, as if one were drawn.
     *
     * @param model the model that predicts
     * @param test N sequences of T + 1 tokens each
     * @return 0 to 1; {@code NaN} if there is nothing to predict
     */
    public static double accuracy(NextTokenModel model, int[][] test) {
        var predictions = model.logProbabilities(test);
        var next = Arrays.stream(test)
                .flatMapToInt(sequence -> Arrays.stream(sequence).skip(1))
                .toArray();
        var hits = 0.0;
        for (var i = 0; i < next.length; i++) {
            var most = Arrays.stream(predictions[i]).max().orElseThrow();
            var likeliest =
                    DoubleStream.of(predictions[i]).filter(p -> p == most).count();
            hits += predictions[i][next[i]] == most ? 1.0 / likeliest : 0;
        }
        return hits / next.length;
    }
}
