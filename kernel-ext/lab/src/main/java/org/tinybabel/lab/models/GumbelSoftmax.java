package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Random choices that a router can learn from: the straight-through Gumbel-softmax (Jang, Gu and Poole, 2017). With Gumbel noise
 * g = −log(−log u), the choice argmax(logits + g) is distributed as softmax(logits) says. It is passed on as a one-hot vector, while
 * gradients flow as if it were the soft vector softmax((logits + g)/τ).
 */
public final class GumbelSoftmax {

    private final double temperature;
    private final Random random;

    /**
     * A source of choices.
     *
     * @param temperature τ of the soft vector, more than 0
     * @param seed equal seeds give equal noise
     * @throws IllegalArgumentException if the temperature is not more than 0
     */
    public GumbelSoftmax(double temperature, long seed) {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("the temperature must be more than 0, got " + temperature);
        }
        this.temperature = temperature;
        this.random = RandomStreams.of(seed, "gumbel");
    }

    /**
     * Chooses one option for every row of logits.
     *
     * @param scope the step
     * @param logits shape {@code (…, K)}, single precision
     * @return one-hot choices, shape {@code (…, K)}, with the gradient of the soft vector
     */
    public NDArray choose(TensorScope scope, NDArray logits) {
        var shape = logits.getShape();
        var noise = scope.array(noise(Math.toIntExact(shape.size()))).reshape(shape); // (…, K)
        var soft = logits.add(noise).div(scope.scalar(temperature)).softmax(-1); // (…, K)
        var hard = soft.argMax(-1).oneHot(Math.toIntExact(shape.getLastDimension())); // (…, K)
        return soft.sub(soft.stopGradient()).add(hard); // (…, K)
    }

    /** Gumbel variables from uniform ones that are never 0 or 1. */
    private float[] noise(int n) {
        var noise = new float[n];
        for (var i = 0; i < n; i++) {
            var u = ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
            noise[i] = (float) -StrictMath.log(-StrictMath.log(u));
        }
        return noise;
    }
}
