package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.tinybabel.lab.engine.TensorScope;

/**
 * The experts of an MLP: consecutive groups of its neurons that are switched on, off or to a strength in between for every
 * token. With gates g₀ … of the experts, a token's MLP computes Σ gₑ · W_out,ₑ act(W_in,ₑ x + b_in,ₑ).
 *
 * <p>Nothing is added to the model: the experts are the neurons of its own MLPs, the gates come from hooks, and a router has
 * parameters of its own. An expert may have no neurons: a token that chooses it leaves the layer out. Gates that are one-hot give
 * adaptive computation (one of several sizes); gates that are 0 but for k experts give a mixture of experts (Shazeer et al., 2017).
 * All experts are computed and then gated, which is exact, and fastest at the size of these models.
 *
 * <pre>{@code
 * var experts = new Experts(0, 4, 64);                                    // skip, small, big
 * var stack = new GptStack(new GptShape(16, 7, 32, 2, 3, experts.neurons()), 0, 1);
 * var hooks = experts.routedBy(scope, (layer, x) -> gates);               // gates (R, B, T, 3)
 * var logits = stack.forward(tokens, experts.weights(stack.weights(scope)), hooks);
 * }</pre>
 */
public final class Experts {

    private static final Pattern INPUT = Pattern.compile("blocks\\.(\\d+)\\.ln2\\.hook_normalized");
    private static final Pattern NEURONS = Pattern.compile("blocks\\.(\\d+)\\.mlp\\.hook_post");

    private final int[] sizes;

    /** Decides how strongly each expert works for each token. */
    @FunctionalInterface
    public interface Router {

        /**
         * The gates of one layer.
         *
         * @param layer 0 … L − 1
         * @param x what the layer's MLP reads, with the model's leading axes: {@code (B, T, d)} or {@code (R, B, T, d)}
         * @return one gate per expert, shape {@code (…, E)}; may lack leading axes or have 1 there. The array lives as long as
         *     its scope, so it may be kept for a penalty or a count
         */
        NDArray gates(int layer, NDArray x);
    }

    /**
     * Experts of given sizes.
     *
     * @param sizes neurons of each, 0 or more, in the order of the MLP's neurons
     * @throws IllegalArgumentException if a size is negative or there are no neurons at all
     */
    public Experts(int... sizes) {
        if (Arrays.stream(sizes).anyMatch(size -> size < 0)
                || Arrays.stream(sizes).sum() < 1) {
            throw new IllegalArgumentException(
                    "experts need 0 or more neurons each, and some together, got " + Arrays.toString(sizes));
        }
        this.sizes = sizes.clone();
    }

    /**
     * The number of experts.
     *
     * @return E
     */
    public int count() {
        return sizes.length;
    }

    /**
     * The number of neurons of all experts: the MLP width of the model's shape.
     *
     * @return m
     */
    public int neurons() {
        return Arrays.stream(sizes).sum();
    }

    /**
     * Hooks that gate the neurons of every layer.
     *
     * @param scope the step
     * @param router decides on the gates, once per layer and forward pass
     * @return hooks for one forward pass of a model whose MLPs have {@link #neurons()} neurons
     */
    public Hooks routedBy(TensorScope scope, Router router) {
        return new Gating(scope.array(membership()), router);
    }

    /**
     * Gates that let one expert work for every token.
     *
     * @param scope the step
     * @param expert 0 … E − 1
     * @return one-hot gates, shape {@code (1, 1, E)}
     * @throws IllegalArgumentException if there is no such expert
     */
    public NDArray always(TensorScope scope, int expert) {
        if (expert < 0 || expert >= count()) {
            throw new IllegalArgumentException("experts are counted from 0 to " + (count() - 1) + ", got " + expert);
        }
        return scope.tokens(new int[][] {{expert}}).oneHot(count()); // (1, 1, E)
    }

    /**
     * Gates that let one drawn expert work for each token, all with equal probability.
     *
     * @param scope the step
     * @param random the source of each of R models: models with sources of their own do not depend on each other
     * @param sentences B
     * @param positions T
     * @return one-hot gates, shape {@code (R, B, T, E)}
     */
    public NDArray drawn(TensorScope scope, List<Random> random, int sentences, int positions) {
        var experts = new int[random.size()][sentences][];
        for (var r = 0; r < experts.length; r++) {
            for (var b = 0; b < sentences; b++) {
                experts[r][b] = random.get(r).ints(positions, 0, count()).toArray();
            }
        }
        return scope.tokens(experts).oneHot(count()); // (R, B, T, E)
    }

    /**
     * Gates that count for the last token only; for the tokens before it one given expert works.
     *
     * @param scope the step
     * @param gates of every token, shape {@code (…, T, E)} or {@code (…, 1, E)}
     * @param positions T
     * @param before the expert that works for the others
     * @return shape {@code (…, T, E)}
     * @throws IllegalArgumentException if there is no such expert
     */
    public NDArray onlyLast(TensorScope scope, NDArray gates, int positions, int before) {
        var isLast = new float[positions];
        isLast[positions - 1] = 1;
        var last = scope.array(isLast).reshape(positions, 1); // (T, 1)
        var others = scope.scalar(1).sub(last); // (T, 1)
        return gates.mul(last).add(others.mul(always(scope, before).squeeze(0))); // (…, T, E)
    }

    /** {@code [E][m]}: 1 where a neuron belongs to an expert. */
    private double[][] membership() {
        var member = new double[count()][neurons()];
        var from = 0;
        for (var e = 0; e < count(); e++) {
            Arrays.fill(member[e], from, from + sizes[e], 1);
            from += sizes[e];
        }
        return member;
    }

    /** Keeps what a layer's MLP reads until its neurons are gated. */
    private static final class Gating implements Hooks {

        private final NDArray membership; // (E, m)
        private final Router router;
        private NDArray input;

        Gating(NDArray membership, Router router) {
            this.membership = membership;
            this.router = router;
        }

        @Override
        public boolean observes(String point) {
            return INPUT.matcher(point).matches() || NEURONS.matcher(point).matches();
        }

        @Override
        public NDArray at(String point, NDArray activation) {
            var neurons = NEURONS.matcher(point);
            if (!neurons.matches()) {
                input = activation;
                return activation;
            }
            var gates = router.gates(Integer.parseInt(neurons.group(1)), input); // (…, E)
            NDScope.unregister(gates);
            var perNeuron = gates.matMul(membership.toType(gates.getDataType(), false)); // (…, m)
            return activation.mul(perNeuron);
        }
    }

    /**
     * The model's weights without the output biases of its MLPs. They belong to no expert: without them, a token that no neuron
     * works for gets exactly 0 from the layer.
     *
     * @param weights of a model or a stack
     * @return the same arrays, with zeros for every {@code mlp.b_out}
     */
    public Weights weights(Weights weights) {
        var changed = weights;
        for (var name : weights.arrays().keySet()) {
            if (name.endsWith("mlp.b_out")) {
                changed = changed.with(name, weights.get(name).zerosLike());
            }
        }
        return changed;
    }

    /**
     * Rescales fresh output matrices as if each expert were an MLP by itself: the columns of an expert with n of m neurons are
     * multiplied by √(m/n), so that their variance is that of fan-in n.
     *
     * @param fresh the parameters of a model or a stack, as its constructor made them
     * @throws IllegalArgumentException if its MLPs do not have {@link #neurons()} neurons
     */
    public void rescale(Parameters fresh) {
        var values = fresh.values();
        for (var name : fresh.layout().names()) {
            if (name.endsWith("mlp.W_out")) {
                rescale(values, fresh.layout(), name);
            }
        }
        fresh.set(values);
    }

    private void rescale(double[] values, Layout layout, String name) {
        var m = neurons();
        if (layout.shapes().get(name).getLastDimension() != m) {
            throw new IllegalArgumentException("the experts have " + m + " neurons, but '" + name + "' has shape "
                    + layout.shapes().get(name));
        }
        var from = layout.offset(name);
        for (var row = from; row < from + layout.length(name); row += m) {
            var column = row;
            for (var size : sizes) {
                for (var end = column + size; column < end; column++) {
                    values[column] *= Math.sqrt((double) m / size);
                }
            }
        }
    }
}
