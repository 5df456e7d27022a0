package org.tinybabel.lab.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.tinybabel.lab.languages.MixedBatches;
import org.tinybabel.lab.models.GptStack;
import org.tinybabel.lab.training.LearningRate;
import org.tinybabel.lab.training.Losses;
import org.tinybabel.lab.training.MovingAverage;
import org.tinybabel.lab.training.Trainer;

/**
 * Trains the models of a {@link ScalingGrid}. All mixtures of one size and seed train together, on a model axis; they start
 * from the same weights and read the same sentences wherever their mixtures agree, so that what differs between them is the
 * mixture.
 */
public final class ScalingRuns {

    private ScalingRuns() {}

    /**
     * Trains one size with the grid's mixtures of families; the siblings of a family have equal shares.
     *
     * @param grid everything else
     * @param size the width and its mixtures
     * @param seed draws languages, weights and sentences
     * @param onStep called after every step
     * @return a model per mixture, in their order
     */
    public static List<ScaledModel> train(ScalingGrid grid, ScalingGrid.Size size, long seed, Runnable onStep) {
        var shares = size.mixtures().stream()
                .map(mixture -> mixture.stream()
                        .flatMapToDouble(share -> Arrays.stream(new double[] {share / 2, share / 2}))
                        .toArray())
                .toList();
        return train(grid, size.width(), shares, seed, onStep);
    }

    /**
     * Trains one size with mixtures of languages.
     *
     * @param grid everything else
     * @param width d
     * @param shares per model, the share of every language: family by family, sibling by sibling; they add up to 1
     * @param seed draws languages, weights and sentences
     * @param onStep called after every step
     * @return a model per mixture, in their order
     */
    public static List<ScaledModel> train(
            ScalingGrid grid, int width, List<double[]> shares, long seed, Runnable onStep) {
        var steps = grid.checkpoints().get(grid.checkpoints().size() - 1);
        var text = new MixedBatches(corpora(grid, seed, steps * grid.batch(), 1), grid.batch(), seed);
        var tests = corpora(grid, seed, grid.testSentences(), 2);
        var seeds = new long[shares.size()];
        Arrays.fill(seeds, seed);
        var losses = new ArrayList<double[][]>(); // [checkpoint][language][model]
        try (var stack = new GptStack(grid.shape(width), seeds);
                var average = new MovingAverage(stack.parameters(), grid.average())) {
            new Trainer(stack.parameters())
                    .learningRate(LearningRate.warmUpThenConstant(grid.rate(), grid.warmUp()))
                    .onStep((step, loss) -> {
                        average.update();
                        onStep.run();
                    })
                    .atCheckpoints(grid.checkpoints(), step -> losses.add(measure(stack, average, tests)))
                    .run(steps, (scope, step) -> {
                        var places = text.next();
                        var batch = shares.stream().map(places::pick).toArray(int[][][]::new);
                        var logits = stack.forward(scope.inputs(batch), stack.weights(scope)); // (R, B, T, V)
                        return Losses.crossEntropyPerModel(logits, scope.targets(batch))
                                .sum();
                    });
        }
        return IntStream.range(0, shares.size())
                .mapToObj(model -> result(grid, width, shares.get(model), seed, model, losses))
                .toList();
    }

    private static List<int[][]> corpora(ScalingGrid grid, long seed, int sentences, long purpose) {
        return grid.draw(seed).stream()
                .flatMap(family -> IntStream.range(0, 2)
                        .mapToObj(sibling -> family.sample(sibling, sentences, grid.context() + 1, purpose)))
                .toList();
    }

    private static double[][] measure(GptStack stack, MovingAverage average, Collection<int[][]> tests) {
        return tests.stream()
                .map(test -> Arrays.stream(stack.surprisals(test, average::in))
                        .mapToDouble(surprisals ->
                                Arrays.stream(surprisals).average().orElseThrow())
                        .toArray())
                .toArray(double[][]::new);
    }

    private static ScaledModel result(
            ScalingGrid grid, int width, double[] shares, long seed, int model, List<double[][]> losses) {
        var checkpoints = IntStream.range(0, losses.size())
                .mapToObj(c -> {
                    var step = grid.checkpoints().get(c);
                    var ofModel = Arrays.stream(losses.get(c))
                            .map(language -> language[model])
                            .toList();
                    return new ScaledModel.Checkpoint(step, (long) step * grid.batch() * grid.context(), ofModel);
                })
                .toList();
        var n = grid.shape(width).nonEmbeddingParameters();
        return new ScaledModel(seed, width, n, Arrays.stream(shares).boxed().toList(), checkpoints);
    }
}
