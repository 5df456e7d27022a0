package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.training.Losses;

/** Every gradient path against central finite differences, in double precision. */
class GradientTest {

    private static final GptShape SHAPE = new GptShape(5, 4, 4, 2, 2, 6);
    private static final GptShape RELU_AND_RMS =
            SHAPE.withActivation(MlpActivation.RELU).withNormalization(Normalization.RMS_NORM);
    private static final int[][] SEQUENCES = {{0, 1, 2, 3, 4}, {4, 4, 0, 2, 1}};
    private static final double STEP = 1e-5;

    private final TinyGpt model = new TinyGpt(SHAPE, 7, DataType.FLOAT64);

    static Set<String> parameterNames() {
        try (var model = new TinyGpt(SHAPE, 7)) {
            return model.parameters().layout().shapes().keySet();
        }
    }

    static Set<String> parameterNamesOfReluAndRms() {
        return GptWeights.layout(RELU_AND_RMS).shapes().keySet();
    }

    static Set<String> maskableNames() {
        try (var model = new TinyGpt(SHAPE, 7)) {
            return model.maskable().shapes().keySet();
        }
    }

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @MethodSource("parameterNames")
    void theGradientOfEveryParameterIsThatOfFiniteDifferences(String name) {
        assertGradientOfParameter(model, name);
    }

    @ParameterizedTest
    @MethodSource("parameterNamesOfReluAndRms")
    void theGradientOfEveryParameterOfAModelWithReluAndRmsNormsIsThatOfFiniteDifferences(String name) {
        try (var other = new TinyGpt(RELU_AND_RMS, 7, DataType.FLOAT64)) {
            assertGradientOfParameter(other, name);
        }
    }

    private static void assertGradientOfParameter(TinyGpt model, String name) {
        var random = new Random(1);
        var parameters = model.parameters();
        var values = parameters.values();
        for (var i = 0; i < values.length; i++) {
            values[i] += 0.3 * random.nextGaussian(); // away from zero biases and unit gains
        }
        parameters.set(values);

        assertGradient(parameters, name, scope -> loss(model, scope, model.weights(scope)));
    }

    @ParameterizedTest
    @MethodSource("maskableNames")
    void theGradientOfEveryMaskIsThatOfFiniteDifferences(String name) {
        var masked = model.maskable();
        var random = new Random(2);
        var logits = new Parameters(masked, random.doubles(masked.size(), -1, 1).toArray(), DataType.FLOAT64);
        try (logits) {
            assertGradient(logits, name, scope -> {
                var mask = Activation.sigmoid(scope.scalar(2).mul(logits.flat()).clip(-20, 20));
                var weights = model.weights(scope).times(masked.split(mask));
                return loss(model, scope, weights).add(mask.mean().mul(scope.scalar(3)));
            });
        }
    }

    @Test
    void theGradientThroughADistributionAsTargetIsThatOfFiniteDifferences() {
        assertGradient(model.parameters(), "blocks.1.attn.W_QKV", scope -> {
            var logits = model.forward(scope.inputs(SEQUENCES), model.weights(scope));
            var target = scope.array(new double[][] {{.1, .2, .3, .3, .1}}).expandDims(0);
            return Losses.crossEntropyWith(logits, target);
        });
    }

    @Test
    void theGradientThroughARecordedAndAReplacedActivationIsThatOfFiniteDifferences() {
        assertGradient(model.parameters(), "blocks.0.mlp.W_in", scope -> {
            var store = new LinkedHashMap<String, NDArray>();
            var hooks = Hooks.record(store, Set.of("blocks.0.hook_mlp_out", "blocks.0.hook_resid_post"))
                    .then(Hooks.replace("blocks.1.hook_resid_pre", x -> x.mul(store.get("blocks.0.hook_resid_post"))));
            var logits = model.forward(scope.inputs(SEQUENCES), model.weights(scope), hooks);
            var loss = Losses.crossEntropy(logits, scope.targets(SEQUENCES));
            return loss.add(store.get("blocks.0.hook_mlp_out").mean());
        });
    }

    private static NDArray loss(TinyGpt model, TensorScope scope, Weights weights) {
        return Losses.crossEntropy(model.forward(scope.inputs(SEQUENCES), weights), scope.targets(SEQUENCES));
    }

    private static void assertGradient(Parameters parameters, String name, Function<TensorScope, NDArray> loss) {
        var gradient = gradient(parameters, loss);
        var values = parameters.values();
        var offset = parameters.layout().offset(name);
        for (var i = offset; i < offset + parameters.layout().length(name); i++) {
            var numeric = (at(parameters, values, i, STEP, loss) - at(parameters, values, i, -STEP, loss)) / (2 * STEP);
            assertThat(gradient[i])
                    .as(name + ", entry " + (i - offset))
                    .isCloseTo(numeric, within(1e-7 * Math.max(1, Math.abs(numeric))));
        }
    }

    private static double[] gradient(Parameters parameters, Function<TensorScope, NDArray> loss) {
        parameters.setTrainable(true);
        try (var scope = TensorScope.open();
                var recorder = GradientRecorder.start()) {
            recorder.backward(loss.apply(scope));
            return parameters.flat().getGradient().toDoubleArray();
        } finally {
            parameters.setTrainable(false);
        }
    }

    private static double at(
            Parameters parameters, double[] values, int entry, double step, Function<TensorScope, NDArray> loss) {
        var moved = values.clone();
        moved[entry] += step;
        parameters.set(moved);
        try (var scope = TensorScope.open()) {
            return loss.apply(scope).getDouble();
        } finally {
            parameters.set(values);
        }
    }
}
