package org.tinybabel.lab.training;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.models.Parameters;
import org.tinybabel.lab.models.Weights;

/** The gradient of a loss as numbers, for comparing what different data ask of a model. */
public final class Gradient {

    private Gradient() {}

    /**
     * The gradient of a loss with respect to parameters, which stay as they are. It may be called in the midst of a training.
     *
     * @param parameters where to take the gradient
     * @param loss computes the loss, shape {@code ()}, from the weights it is given; use only operations between arrays, see
     *     {@link TensorScope}
     * @return the flat gradient, in the order of the parameters
     */
    public static double[] of(Parameters parameters, BiFunction<TensorScope, Weights, NDArray> loss) {
        var type = parameters.flat().getDataType();
        try (var copy = new Parameters(parameters.layout(), parameters.values(), type);
                var scope = TensorScope.open()) {
            copy.setTrainable(true);
            try (var recorder = GradientRecorder.start()) {
                recorder.backward(loss.apply(scope, copy.in(scope)));
            }
            try (var gradient = copy.flat().getGradient()) {
                return Arrays.stream(TensorScope.toRows(gradient))
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
            }
        }
    }
}
