package org.tinybabel.lab.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.models.GptShape;
import org.tinybabel.lab.models.GptStack;
import org.tinybabel.lab.models.Parameters;
import org.tinybabel.lab.models.TinyGpt;
import org.tinybabel.lab.training.Losses;

/** One kind of training that the kit's notebooks do, with random text, made ready to be measured. */
abstract class TrainWorkload implements AutoCloseable {

    /** The kinds there are. */
    enum Kind {
        /** The reference GPT: V = 256, d = 64, 4 heads, 2 layers, T = 64, batch 32. */
        REFERENCE,
        /** One small GPT: V = 64, d = 32, 2 heads, 2 layers, T = 16, batch 24. */
        ONE,
        /** Eight such GPTs on a model axis. */
        AXIS_8,
        /** Thirty-two such GPTs on a model axis. */
        AXIS_32,
        /** The mask logits of a frozen GPT as in notebook 01: V = 48, d = 32, 4 heads, 3 layers, T = 16, batch 32. */
        MASK;

        /** Makes this kind ready; {@code steps} is the number of batches. */
        TrainWorkload open(int steps) {
            return switch (this) {
                case REFERENCE -> new Single(new GptShape(256, 64, 64, 4, 2, 256), 32, steps);
                case ONE -> new Single(SMALL, SMALL_BATCH, steps);
                case AXIS_8 -> new Stack(SMALL, SMALL_BATCH, 8, steps);
                case AXIS_32 -> new Stack(SMALL, SMALL_BATCH, 32, steps);
                case MASK -> new Mask(new GptShape(48, 16, 32, 4, 3, 128), 32, steps);
            };
        }
    }

    private static final GptShape SMALL = new GptShape(64, 16, 32, 2, 2, 128);
    private static final int SMALL_BATCH = 24;

    private final GptShape shape;
    private final int[][][][] batches; // [steps][R][B][T + 1]

    TrainWorkload(GptShape shape, int models, int batch, int steps) {
        this.shape = shape;
        var random = RandomStreams.of(0, "benchmark");
        this.batches = IntStream.range(0, steps)
                .mapToObj(step -> IntStream.range(0, models)
                        .mapToObj(r -> randomBatch(batch, random))
                        .toArray(int[][][]::new))
                .toArray(int[][][][]::new);
    }

    private int[][] randomBatch(int batch, Random random) {
        return IntStream.range(0, batch)
                .mapToObj(b ->
                        random.ints(shape.context() + 1, 0, shape.vocabulary()).toArray())
                .toArray(int[][]::new);
    }

    /** What the optimizer updates. */
    abstract Parameters trained();

    /** The weights of the model or the stack, which the comparison starts from, too. */
    abstract Parameters weights();

    /** The usual learning rate of this training. */
    double rate() {
        return 1e-3;
    }

    /** The arrays that a step reads. */
    abstract List<NDArray> data(TensorScope scope, int step);

    /** The loss of a step. */
    abstract NDArray loss(TensorScope scope, List<NDArray> data, int step);

    /** The text of all steps. */
    int[][][][] batches() {
        return batches;
    }

    /** Predictions in a step, of all models together. */
    int tokensPerStep() {
        return batches[0].length * batches[0][0].length * shape.context();
    }

    @Override
    public abstract void close();

    /** One model. */
    private static final class Single extends TrainWorkload {
        private final TinyGpt model;

        Single(GptShape shape, int batch, int steps) {
            super(shape, 1, batch, steps);
            model = new TinyGpt(shape, 0);
        }

        @Override
        Parameters trained() {
            return model.parameters();
        }

        @Override
        Parameters weights() {
            return model.parameters();
        }

        @Override
        List<NDArray> data(TensorScope scope, int step) {
            return List.of(scope.inputs(batches()[step][0]), scope.targets(batches()[step][0])); // (B, T)
        }

        @Override
        NDArray loss(TensorScope scope, List<NDArray> data, int step) {
            return Losses.crossEntropy(model.forward(data.get(0), model.weights(scope)), data.get(1));
        }

        @Override
        public void close() {
            model.close();
        }
    }

    /** Many models of one shape. */
    private static final class Stack extends TrainWorkload {
        private final GptStack stack;

        Stack(GptShape shape, int batch, int models, int steps) {
            super(shape, models, batch, steps);
            stack = new GptStack(
                    shape, IntStream.range(0, models).asLongStream().toArray());
        }

        @Override
        Parameters trained() {
            return stack.parameters();
        }

        @Override
        Parameters weights() {
            return stack.parameters();
        }

        @Override
        List<NDArray> data(TensorScope scope, int step) {
            return List.of(scope.inputs(batches()[step]), scope.targets(batches()[step])); // (R, B, T)
        }

        @Override
        NDArray loss(TensorScope scope, List<NDArray> data, int step) {
            var logits = stack.forward(data.get(0), stack.weights(scope)); // (R, B, T, V)
            return Losses.crossEntropyPerModel(logits, data.get(1)).sum();
        }

        @Override
        public void close() {
            stack.close();
        }
    }

    /** Continuous sparsification of a frozen model: what is trained are the logits of a mask. */
    private static final class Mask extends TrainWorkload {
        private final TinyGpt model;
        private final Parameters logits;
        private final double[][] target; // [V][V]

        Mask(GptShape shape, int batch, int steps) {
            super(shape, 1, batch, steps);
            model = new TinyGpt(shape, 0);
            logits = Parameters.zeros(model.maskable());
            target = new double[shape.vocabulary()][shape.vocabulary()];
            for (var a = 0; a < target.length; a++) {
                for (var b = 0; b < target.length; b++) {
                    target[a][b] = 2.0 * ((a + b) % target.length) / target.length / (target.length - 1);
                }
            }
        }

        @Override
        Parameters trained() {
            return logits;
        }

        @Override
        Parameters weights() {
            return model.parameters();
        }

        @Override
        double rate() {
            return 0.02;
        }

        @Override
        List<NDArray> data(TensorScope scope, int step) {
            return List.of(scope.inputs(batches()[step][0]), scope.array(target)); // (B, T), (V, V)
        }

        @Override
        NDArray loss(TensorScope scope, List<NDArray> data, int step) {
            var beta = scope.scalar(Math.pow(150, step / Math.max(1.0, batches().length - 1.0)));
            var mask = Activation.sigmoid(beta.mul(logits.flat()).clip(-20, 20)); // (n)
            var weights = model.weights(scope).times(logits.layout().split(mask));
            var wanted = data.get(1).get(data.get(0)); // (B, T, V)
            return Losses.crossEntropyWith(model.forward(data.get(0), weights), wanted)
                    .add(mask.mean());
        }

        @Override
        public void close() {
            logits.close();
            model.close();
        }
    }
}
