package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Which neurons of a GPT's MLPs work. The activation of a neuron that does not is set to 0 at {@code blocks.l.mlp.hook_post},
 * at all positions, which is the same as taking its output weights away. Masks never change; the methods return new ones.
 *
 * <p>Usage: {@code model.forward(tokens, weights, NeuronMask.all(model.shape()).without(0, 5, 17).in(scope))}.
 */
public final class NeuronMask {

    private final boolean[][] works; // [layer][neuron]

    private NeuronMask(boolean[][] works) {
        this.works = works;
    }

    /**
     * Every neuron works.
     *
     * @param shape the sizes of the model
     * @return the mask to start from
     */
    public static NeuronMask all(GptShape shape) {
        var works = new boolean[shape.layers()][shape.mlpWidth()];
        for (var layer : works) {
            Arrays.fill(layer, true);
        }
        return new NeuronMask(works);
    }

    /**
     * Takes neurons of one layer out.
     *
     * @param layer 0 … L − 1
     * @param neurons their indices in the layer; what is out already stays out
     * @return a mask without them
     * @throws IllegalArgumentException if there is no such layer or neuron
     */
    public NeuronMask without(int layer, int... neurons) {
        var changed = copy(layer);
        for (var neuron : neurons) {
            check("neuron", neuron, works[layer].length);
            changed[layer][neuron] = false;
        }
        return new NeuronMask(changed);
    }

    /**
     * Keeps only some neurons of one layer; other layers stay as they are.
     *
     * @param layer 0 … L − 1
     * @param neurons their indices in the layer; what is out already stays out
     * @return a mask in which the layer's other neurons do not work
     * @throws IllegalArgumentException if there is no such layer or neuron
     */
    public NeuronMask only(int layer, int... neurons) {
        var changed = copy(layer);
        Arrays.fill(changed[layer], false);
        for (var neuron : neurons) {
            check("neuron", neuron, works[layer].length);
            changed[layer][neuron] = works[layer][neuron];
        }
        return new NeuronMask(changed);
    }

    private boolean[][] copy(int layer) {
        check("layer", layer, works.length);
        return Arrays.stream(works).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    private static void check(String what, int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("there is no " + what + " " + index + ", only 0 to " + (count - 1));
        }
    }

    /**
     * Whether a neuron works.
     *
     * @param layer 0 … L − 1
     * @param neuron its index in the layer
     * @return false if its activation is set to 0
     * @throws IllegalArgumentException if there is no such layer or neuron
     */
    public boolean works(int layer, int neuron) {
        check("layer", layer, works.length);
        check("neuron", neuron, works[layer].length);
        return works[layer][neuron];
    }

    /**
     * How many neurons work.
     *
     * @return over all layers
     */
    public int count() {
        var count = 0;
        for (var layer : works) {
            for (var one : layer) {
                count += one ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The mask as hooks of one model.
     *
     * @param scope the step or measurement, which will own the mask's arrays
     * @return hooks for {@link TinyGpt#forward(NDArray, Weights, Hooks)}
     */
    public Hooks in(TensorScope scope) {
        return hooks(scope, List.of(this), 3);
    }

    /**
     * The masks of the models of a stack.
     *
     * @param scope the step or measurement, which will own the masks' arrays
     * @param masks one per model, in their order
     * @return hooks for {@link GptStack#forward(NDArray, Weights, Hooks)}
     * @throws IllegalArgumentException if there is no mask
     */
    public static Hooks in(TensorScope scope, List<NeuronMask> masks) {
        if (masks.isEmpty()) {
            throw new IllegalArgumentException("a stack needs one mask per model, got none");
        }
        return hooks(scope, masks, 4);
    }

    private static Hooks hooks(TensorScope scope, List<NeuronMask> masks, int dimensions) {
        var layers = masks.get(0).works.length;
        var arrays = new ArrayList<NDArray>();
        for (var layer = 0; layer < layers; layer++) {
            var width = masks.get(0).works[layer].length;
            var rows = new double[masks.size()][];
            for (var r = 0; r < rows.length; r++) {
                rows[r] = masks.get(r).numbers(layer);
            }
            var array = scope.array(rows); // (R, m)
            arrays.add(dimensions == 3 ? array.reshape(1, 1, width) : array.reshape(rows.length, 1, 1, width));
        }
        return new NeuronHooks((layer, activations) -> activations.mul(arrays.get(layer)));
    }

    private double[] numbers(int layer) {
        var numbers = new double[works[layer].length];
        Arrays.setAll(numbers, neuron -> works[layer][neuron] ? 1 : 0);
        return numbers;
    }
}
