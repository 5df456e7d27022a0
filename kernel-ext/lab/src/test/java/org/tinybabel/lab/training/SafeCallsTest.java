package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.models.Layout;
import org.tinybabel.lab.models.Parameters;

/**
 * Every DJL call that models and losses make while gradients are recorded, one row each: its gradient must not change when
 * the garbage collector runs between the forward and the backward pass and the freed buffers are filled with other numbers.
 */
class SafeCallsTest {

    /** One call; x has shape (2, 2). */
    @FunctionalInterface
    interface Call {
        NDArray of(TensorScope scope, NDArray x);
    }

    static Stream<Arguments> calls() {
        var rows = new LinkedHashMap<String, Call>();
        rows.put("add", (scope, x) -> x.add(x));
        rows.put("addi on a fresh result", (scope, x) -> x.mul(x).addi(x));
        rows.put("mul by a scalar of the scope", (scope, x) -> x.mul(scope.scalar(3)));
        rows.put("scalar of the scope mul", (scope, x) -> scope.scalar(3).mul(x));
        rows.put("mul by an array of the scope", (scope, x) -> x.mul(scope.array(new double[][] {{1, 2}, {3, 4}})));
        rows.put("matMul", (scope, x) -> x.matMul(scope.array(new double[][] {{1, 2}, {3, 4}})));
        rows.put("neg", (scope, x) -> x.mul(x).neg());
        rows.put("mean", (scope, x) -> x.mul(x).mean());
        rows.put("sum over an axis", (scope, x) -> x.mul(x).sum(new int[] {-1}));
        rows.put("softmax", (scope, x) -> x.softmax(-1).mul(x));
        rows.put("logSoftmax", (scope, x) -> x.logSoftmax(-1).mul(x));
        rows.put("gather", (scope, x) -> x.mul(x).gather(scope.tokens(new int[][] {{1}, {0}}), -1));
        rows.put("get with token indices", (scope, x) -> x.mul(x).get(scope.tokens(new int[][] {{1, 1, 0}})));
        rows.put("get of a range", (scope, x) -> x.mul(x).get(new NDIndex().addSliceDim(0, 1)));
        rows.put(
                "split at cut points",
                (scope, x) -> x.mul(x).reshape(4).split(new long[] {1}).get(1));
        rows.put("split into equal parts", (scope, x) -> x.mul(x).split(2, 1).get(1));
        rows.put(
                "reshape, transpose, expandDims",
                (scope, x) -> x.mul(x).reshape(1, 4).transpose().expandDims(0));
        rows.put("clip", (scope, x) -> x.mul(x).clip(-20, 20));
        rows.put("Activation.sigmoid", (scope, x) -> Activation.sigmoid(x));
        rows.put("Activation.gelu", (scope, x) -> Activation.gelu(x));
        rows.put("Activation.relu", (scope, x) -> Activation.relu(x).mul(x));
        rows.put(
                "a root mean square",
                (scope, x) -> x.div(x.mul(x)
                        .mean(new int[] {-1}, true)
                        .addi(scope.scalar(1e-5))
                        .sqrt()));
        rows.put(
                "Linear.linear",
                (scope, x) -> Linear.linear(x, x, x.reshape(4).split(2).get(0)).singletonOrThrow());
        rows.put("Embedding.embedding", (scope, x) -> Embedding.embedding(
                        scope.tokens(new int[][] {{1, 1, 0}}), x.mul(x), SparseFormat.DENSE)
                .singletonOrThrow());
        rows.put("LayerNorm.layerNorm", (scope, x) -> {
            var gain = scope.array(new float[] {2, 3});
            return LayerNorm.layerNorm(x, new Shape(2), gain, gain, 1e-5f)
                    .singletonOrThrow()
                    .mul(x);
        });
        rows.put(
                "crossEntropy", (scope, x) -> Losses.crossEntropy(x.expandDims(0), scope.tokens(new int[][] {{1, 0}})));
        rows.put(
                "crossEntropyWith",
                (scope, x) -> Losses.crossEntropyWith(
                        x.expandDims(0),
                        scope.array(new double[][] {{.1, .9}, {.5, .5}}).expandDims(0)));
        return rows.entrySet().stream().map(row -> arguments(row.getKey(), row.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void aCollectionBeforeTheBackwardPassDoesNotChangeTheGradient(String name, Call call) throws Exception {
        assertThat(gradient(call, true)).isEqualTo(gradient(call, false));
    }

    @Test
    void theTestSeesThatArithmeticWithJavaNumbersIsUnsafe() throws Exception {
        var wrong = 0;
        for (var trial = 0; trial < 5; trial++) {
            wrong += gradient((scope, x) -> x.mul(3), true)[0] == 3f ? 0 : 1;
        }
        assertThat(wrong).isPositive();
    }

    private static float[] gradient(Call call, boolean disturb) throws InterruptedException {
        var layout = new Layout(Map.of("x", new Shape(2, 2)));
        try (var parameters = new Parameters(layout, new double[] {0.5, -1.5, 2.5, 0.25});
                var scope = TensorScope.open();
                var recorder = GradientRecorder.start()) {
            parameters.setTrainable(true);
            var loss = call.of(scope, parameters.in(scope).get("x")).sum();
            if (disturb) {
                overwriteFreedBuffers();
            }
            recorder.backward(loss);
            return parameters.flat().getGradient().toFloatArray();
        }
    }

    private static void overwriteFreedBuffers() throws InterruptedException {
        for (var i = 0; i < 2; i++) {
            System.gc();
            Thread.sleep(15);
        }
        var buffers = new ArrayList<ByteBuffer>();
        IntStream.range(0, 20_000).forEach(i -> {
            var buffer = ByteBuffer.allocateDirect(Float.BYTES).order(ByteOrder.nativeOrder());
            buffers.add(buffer.putFloat(0, 777));
        });
    }
}
