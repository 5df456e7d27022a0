package org.tinybabel.lab.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.models.Parameters;

/**
 * Minimises a loss with AdamW. What is trained and what the loss is comes from the caller; the trainer only owns the loop.
 *
 * <pre>{@code
 * var losses = new Trainer(model.parameters())
 *         .learningRate(LearningRate.warmUpThenCosine(7e-3, 50, 0.1))
 *         .weightDecay(0.01)
 *         .clipNorm(1)
 *         .run(400, (scope, step) -> {
 *             var batch = batches.next();
 *             var logits = model.forward(scope.inputs(batch), model.weights(scope));
 *             return Losses.crossEntropy(logits, scope.targets(batch));
 *         });
 * }</pre>
 *
 * <p>Gradients are wanted only while {@code run} is running. The same seed gives the same bits on one machine.
 */
public final class Trainer {

    /** Computes the loss of one step. */
    @FunctionalInterface
    public interface LossFunction {

        /**
         * Computes the loss to descend. Use only operations between arrays, see {@link TensorScope}.
         *
         * @param scope the step; frees its arrays afterwards
         * @param step 0 … steps − 1
         * @return shape {@code ()}, owned by the scope
         */
        NDArray loss(TensorScope scope, int step);
    }

    /** Told after every step. */
    @FunctionalInterface
    public interface StepListener {

        /**
         * Called when a step is complete and the parameters are updated.
         *
         * @param step 0 … steps − 1
         * @param loss the loss before the update
         */
        void after(int step, double loss);
    }

    /** Parameters with a learning rate and a weight decay of their own; no decay of its own means that of the trainer. */
    private record Group(Parameters parameters, double timesRate, OptionalDouble decay) {}

    private final List<Group> groups = new ArrayList<>();
    private LearningRate learningRate = LearningRate.constant(1e-3);
    private double beta1 = 0.9;
    private double beta2 = 0.999;
    private double weightDecay;
    private double clipNorm = Double.POSITIVE_INFINITY;
    private StepListener listener = (step, loss) -> {};
    private BooleanSupplier goesOn = () -> true;
    private Set<Integer> checkpoints = Set.of();
    private IntConsumer checkpoint = updates -> {};
    private StepProfile profile = StepProfile.NONE;

    /**
     * A trainer with Adam's usual constants: rate 0.001, β₁ = 0.9, β₂ = 0.999, no weight decay, no clipping.
     *
     * @param parameters what to train
     */
    public Trainer(Parameters... parameters) {
        if (parameters.length == 0) {
            throw new IllegalArgumentException("a trainer needs parameters to train, got none");
        }
        for (var trained : parameters) {
            groups.add(new Group(trained, 1, OptionalDouble.empty()));
        }
    }

    /**
     * Adds a parameter group: parameters that learn faster or slower than the others, such as new ones beside a model that is trained
     * already.
     *
     * @param parameters what to train as well
     * @param timesRate what the learning rate of every step is multiplied by for this group, more than 0
     * @param decay λ of this group, whatever {@link #weightDecay} says
     * @return this trainer
     * @throws IllegalArgumentException if the factor is not a positive number or the decay is negative
     */
    public Trainer and(Parameters parameters, double timesRate, double decay) {
        if (!(timesRate > 0) || Double.isInfinite(timesRate) || !(decay >= 0)) {
            throw new IllegalArgumentException(
                    "a group needs a positive factor of the rate and a decay of at least 0, got " + timesRate + " and "
                            + decay);
        }
        groups.add(new Group(parameters, timesRate, OptionalDouble.of(decay)));
        return this;
    }

    /**
     * Sets a constant learning rate.
     *
     * @param rate of every step
     * @return this trainer
     */
    public Trainer learningRate(double rate) {
        return learningRate(LearningRate.constant(rate));
    }

    /**
     * Sets the learning rate of every step.
     *
     * @param schedule computes it
     * @return this trainer
     */
    public Trainer learningRate(LearningRate schedule) {
        learningRate = schedule;
        return this;
    }

    /**
     * Sets the decay constants of Adam's two means.
     *
     * @param first β₁, for the gradient
     * @param second β₂, for its square
     * @return this trainer
     */
    public Trainer betas(double first, double second) {
        beta1 = first;
        beta2 = second;
        return this;
    }

    /**
     * Sets the decoupled weight decay.
     *
     * @param decay λ; each step multiplies the parameters by 1 − rate · λ
     * @return this trainer
     */
    public Trainer weightDecay(double decay) {
        weightDecay = decay;
        return this;
    }

    /**
     * Limits the gradient: if its Euclidean norm over all parameters is larger, it is scaled down to this norm.
     *
     * @param norm the largest norm, more than 0
     * @return this trainer
     */
    public Trainer clipNorm(double norm) {
        if (!(norm > 0)) {
            throw new IllegalArgumentException("the gradient's largest norm must be more than 0, got " + norm);
        }
        clipNorm = norm;
        return this;
    }

    /**
     * Sets who is told after every step, for progress and live charts.
     *
     * @param stepListener called in the training thread
     * @return this trainer
     */
    public Trainer onStep(StepListener stepListener) {
        listener = stepListener;
        return this;
    }

    /**
     * Sets who is asked before every step whether to go on, such as {@code progress::goesOn} of a progress with a budget. A training that
     * stops early keeps the state of its last step.
     *
     * @param question asked in the training thread
     * @return this trainer
     */
    public Trainer onlyWhile(BooleanSupplier question) {
        goesOn = question;
        return this;
    }

    /**
     * Sets what happens at some points of the training, such as measuring the model or keeping its weights.
     *
     * @param after numbers of updates, such as 300, 600, 900
     * @param measurement called in the training thread with the number of updates done
     * @return this trainer
     */
    public Trainer atCheckpoints(Collection<Integer> after, IntConsumer measurement) {
        checkpoints = Set.copyOf(after);
        checkpoint = measurement;
        return this;
    }

    /**
     * Where the time of the last {@link #run} went.
     *
     * @return total times of all its steps
     */
    public StepProfile profile() {
        return profile;
    }

    /**
     * Trains.
     *
     * @param steps how many updates
     * @param lossFunction the loss of each step
     * @return the loss of every step, before its update; fewer than {@code steps} if {@link #onlyWhile} ended the training
     * @throws ArithmeticException if a loss or a gradient is not finite; the message names the step
     * @throws CancellationException if the thread was interrupted; the parameters keep the state of the last whole step
     */
    public double[] run(int steps, LossFunction lossFunction) {
        var losses = new double[steps];
        var done = 0;
        var optimizers = new ArrayList<AdamW>();
        profile = StepProfile.NONE;
        try {
            for (var group : groups) {
                group.parameters().setTrainable(true);
                optimizers.add(new AdamW(
                        group.parameters(), beta1, beta2, group.decay().orElse(weightDecay)));
            }
            for (var step = 0; step < steps && goesOn.getAsBoolean(); step++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("training was interrupted before step " + step + " of " + steps);
                }
                losses[done++] = step(step, lossFunction, optimizers, learningRate.at(step, steps));
                listener.after(step, losses[step]);
                if (checkpoints.contains(step + 1)) {
                    checkpoint.accept(step + 1);
                }
            }
            return Arrays.copyOf(losses, done);
        } finally {
            optimizers.forEach(AdamW::close);
            groups.forEach(group -> group.parameters().setTrainable(false));
        }
    }

    private double step(int step, LossFunction lossFunction, List<AdamW> optimizers, double rate) {
        var scope = TensorScope.open();
        try {
            var start = System.nanoTime();
            double value;
            long forward;
            try (var recorder = GradientRecorder.start()) {
                var loss = lossFunction.loss(scope, step);
                value = finite("loss", loss.toArray()[0].doubleValue(), step);
                forward = System.nanoTime();
                recorder.backward(loss);
            }
            var backward = System.nanoTime();
            var scale = clippingScale(optimizers, step);
            for (var i = 0; i < optimizers.size(); i++) {
                optimizers.get(i).update(rate * groups.get(i).timesRate(), scale);
            }
            profile = profile.plus(forward - start, backward - forward, System.nanoTime() - backward);
            return value;
        } finally {
            var start = System.nanoTime();
            scope.close();
            profile = profile.plusClosing(System.nanoTime() - start);
        }
    }

    private double clippingScale(List<AdamW> optimizers, int step) {
        if (clipNorm == Double.POSITIVE_INFINITY) {
            return 1;
        }
        var squares = 0.0;
        for (var optimizer : optimizers) {
            var norm = optimizer.gradientNorm();
            squares += norm * norm;
        }
        var norm = finite("gradient's norm", Math.sqrt(squares), step);
        return norm > clipNorm ? clipNorm / norm : 1;
    }

    private static double finite(String what, double value, int step) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException(
                    "the " + what + " is " + value + " at step " + step + ": try a lower learning rate");
        }
        return value;
    }
}
