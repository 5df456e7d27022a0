package org.tinybabel.lab;

import ai.djl.nn.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.languages.ClassGrammar;
import org.tinybabel.lab.languages.Lexicon;
import org.tinybabel.lab.languages.MixedBatches;
import org.tinybabel.lab.languages.TopicBigramLanguage;
import org.tinybabel.lab.models.EncoderShape;
import org.tinybabel.lab.models.GptShape;
import org.tinybabel.lab.models.GptStack;
import org.tinybabel.lab.models.Mlp;
import org.tinybabel.lab.models.MlpActivation;
import org.tinybabel.lab.models.NGram;
import org.tinybabel.lab.models.Normalization;
import org.tinybabel.lab.models.Parameters;
import org.tinybabel.lab.models.TinyEncoder;
import org.tinybabel.lab.models.TinyGpt;
import org.tinybabel.lab.training.Batches;
import org.tinybabel.lab.training.ContrastiveLoss;
import org.tinybabel.lab.training.LearningRate;
import org.tinybabel.lab.training.Losses;
import org.tinybabel.lab.training.MaskedTokens;
import org.tinybabel.lab.training.MovingAverage;
import org.tinybabel.lab.training.PaddedBatch;
import org.tinybabel.lab.training.Trainer;

/**
 * Every kind of training of the notebooks in small: a language model, a mask over its weights, several models on a model axis with
 * weighted sentences and an average of their weights, with either kind of neurons and norms, an encoder that guesses hidden tokens and
 * contrasts pairs, and a hypernetwork that makes the embeddings of a frozen language model.
 */
public final class TinyExperiment {

    public static final GptShape SHAPE = new GptShape(12, 8, 16, 2, 2, 32);

    private TinyExperiment() {}

    /** The losses of all steps of all trainings, and what the averaged models make of a sentence. */
    public static double[] losses(long seed, int steps) {
        var corpus = new TopicBigramLanguage(12, 2, 2, 2, seed).sample(200, 9, seed);
        try (var model = new TinyGpt(SHAPE, seed);
                var logits = Parameters.zeros(model.maskable())) {
            var training = trainModel(model, corpus, seed, steps);
            var masking = trainMask(model, logits, corpus, seed, steps);
            var stacks = Stream.of(
                    SHAPE.withTiedOutput(),
                    SHAPE.withActivation(MlpActivation.RELU).withNormalization(Normalization.RMS_NORM));
            return Stream.of(
                            Stream.of(training, masking),
                            stacks.map(shape -> trainStack(shape, seed, steps)),
                            Stream.of(trainEncoder(corpus, seed, steps), trainHypernetwork(model, corpus, seed, steps)))
                    .flatMap(stream -> stream)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
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

    private static double[] trainEncoder(int[][] corpus, long seed, int steps) {
        var batches = new Batches(corpus, 8, seed);
        var random = RandomStreams.of(seed, "masks");
        try (var encoder = new TinyEncoder(new EncoderShape(12, 9, 16, 2, 2, 32), seed)) {
            return new Trainer(encoder.parameters())
                    .learningRate(LearningRate.warmUpThenLinear(3e-3, 5, 0.1))
                    .weightDecay(0.01)
                    .run(steps, (scope, step) -> {
                        var batch = batches.next();
                        var masked = MaskedTokens.of(batch, 0.3, 1, random);
                        var weights = encoder.weights(scope);
                        var tokens = scope.tokens(batch);
                        var hidden = encoder.hidden(scope.tokens(masked.tokens()), weights);
                        var whole = encoder.hidden(tokens, weights);
                        var contrast = ContrastiveLoss.ofPairs(
                                scope,
                                TinyEncoder.mean(hidden.get(1), TinyEncoder.kept(tokens)),
                                TinyEncoder.mean(whole.get(1), TinyEncoder.kept(tokens)),
                                0.1);
                        return masked.loss(scope, encoder, hidden.get(2), weights)
                                .add(contrast.mul(scope.scalar(0.5)));
                    });
        }
    }

    private static double[] trainHypernetwork(TinyGpt model, int[][] corpus, long seed, int steps) {
        var random = RandomStreams.of(seed, "lengths");
        var features = new double[SHAPE.vocabulary()][SHAPE.vocabulary()];
        IntStream.range(0, features.length).forEach(token -> features[token][token] = 1);
        try (var mlp = Mlp.zeroAtFirst(seed, SHAPE.vocabulary(), 24, 2 * SHAPE.width())) {
            return new Trainer(mlp.parameters()).learningRate(2e-3).run(steps, (scope, step) -> {
                var batch = PaddedBatch.of(Arrays.stream(corpus, step % 100, step % 100 + 8)
                        .map(sentence -> Arrays.copyOf(sentence, 2 + random.nextInt(7)))
                        .toList());
                var changes =
                        mlp.forward(scope.array(features), mlp.weights(scope)).split(2, 1);
                var weights = model.weights(scope);
                var changed = weights.with("embed.W_E", changes.get(0).add(weights.get("embed.W_E")))
                        .with("unembed.W_U", changes.get(1).add(weights.get("unembed.W_U")));
                var logits = model.forward(batch.inputs(scope), changed);
                return Losses.totalSurprisal(logits, batch.targets(scope), batch.counted(scope))
                        .mul(scope.scalar(1.0 / batch.predictions()));
            });
        }
    }

    private static double[] trainStack(GptShape shape, long seed, int steps) {
        var grammar = new ClassGrammar(3, 2, 1, 1, 1, seed);
        var one = grammar.sample(100, 9, seed);
        var two = Lexicon.of(6).cloned(6).write(one);
        var batches = new MixedBatches(List.of(one, two), 4, seed);
        try (var stack = new GptStack(shape, seed, seed, seed + 1);
                var average = new MovingAverage(stack.parameters(), 0.9)) {
            var losses = new Trainer(stack.parameters())
                    .learningRate(3e-3)
                    .onStep((step, loss) -> average.update())
                    .run(steps, (scope, step) -> {
                        var places = batches.next();
                        var text = new int[][][] {places.pick(1, 0), places.pick(0.5, 0.5), places.pick(0.9, 0.1)};
                        var weights = scope.array(new double[][] {{1, 1, 1, 1}, {0, 1, 1, 0}, {1, 0, 1, 1}});
                        var logits = stack.forward(scope.inputs(text), stack.weights(scope));
                        return Losses.crossEntropyPerModel(logits, scope.targets(text), weights.expandDims(2))
                                .sum();
                    });
            var surprisals = stack.surprisals(Arrays.copyOf(two, 1), average::in);
            return Stream.concat(Stream.of(losses), Arrays.stream(surprisals))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
    }
}
