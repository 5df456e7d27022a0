package org.tinybabel.lab;

import ai.djl.nn.Activation;
import java.util.Arrays;
import org.tinybabel.lab.languages.TopicBigramLanguage;
import org.tinybabel.lab.models.GptShape;
import org.tinybabel.lab.models.NGram;
import org.tinybabel.lab.models.Parameters;
import org.tinybabel.lab.models.TinyGpt;
import org.tinybabel.lab.training.Batches;
import org.tinybabel.lab.training.LearningRate;
import org.tinybabel.lab.training.Losses;
import org.tinybabel.lab.training.Trainer;

/** Notebook 01 in small: trains a language model, then a mask over its weights. */
public final class TinyExperiment {

    public static final GptShape SHAPE = new GptShape(12, 8, 16, 2, 2, 32);

    private TinyExperiment() {}

    /** The losses of all steps of both trainings. */
    public static double[] losses(long seed, int steps) {
        var corpus = new TopicBigramLanguage(12, 2, 2, 2, seed).sample(200, 9, seed);
        try (var model = new TinyGpt(SHAPE, seed);
                var logits = Parameters.zeros(model.maskable())) {
            var training = trainModel(model, corpus, seed, steps);
            var masking = trainMask(model, logits, corpus, seed, steps);
            var all = Arrays.copyOf(training, 2 * steps);
            System.arraycopy(masking, 0, all, steps, steps);
            return all;
        }
    }

    private static double[] trainModel(TinyGpt model, int[][] corpus, long seed, int steps) {
        var batches = new Batches(corpus, 8, seed);
        return new Trainer(model.parameters())
                .learningRate(LearningRate.warmUpThenCosine(7e-3, 5, 0.1))
                .weightDecay(0.01)
                .clipNorm(1)
                .run(steps, (scope, step) -> {
                    var batch = batches.next();
                    var predicted = model.forward(scope.inputs(batch), model.weights(scope));
                    return Losses.crossEntropy(predicted, scope.targets(batch));
                });
    }

    private static double[] trainMask(TinyGpt model, Parameters logits, int[][] corpus, long seed, int steps) {
        var batches = new Batches(corpus, 8, seed + 1);
        var bigram = NGram.fit(corpus, 2, 12, 0.05).probabilities();
        return new Trainer(logits).learningRate(0.02).run(steps, (scope, step) -> {
            var beta = scope.scalar(Math.pow(150, step / (steps - 1.0)));
            var mask = Activation.sigmoid(beta.mul(logits.flat()).clip(-20, 20));
            var tokens = scope.inputs(batches.next());
            var weights = model.weights(scope).times(logits.layout().split(mask));
            var target = scope.array(bigram).get(tokens);
            return Losses.crossEntropyWith(model.forward(tokens, weights), target)
                    .add(mask.mean().mul(scope.scalar(1)));
        });
    }
}
