package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named arrays that a model computes with in one step. A model reads its weights only from here, so masking, replacing
 * or adapting a weight never touches the model: {@code model.weights(scope).times(masks)}.
 *
 * @param arrays name to array, in the order of the model's parameters
 */
public record Weights(Map<String, NDArray> arrays) {

    /**
     * Copies the map, keeping its order.
     *
     * @param arrays name to array
     */
    public Weights {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /**
     * One array.
     *
     * @param name such as {@code blocks.0.attn.W_QKV}
     * @return the array of that name
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public NDArray get(String name) {
        var array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no weight is called '" + name + "'; there are " + arrays.keySet());
        }
        return array;
    }

    /**
     * Multiplies weights by masks, entry by entry: the effective weight is w · m. Weights without a mask stay as they are.
     *
     * @param masks arrays of the same names and shapes as the weights they belong to
     * @return the effective weights
     * @throws IllegalArgumentException if a mask's name or shape fits no weight
     */
    public Weights times(Weights masks) {
        var effective = new LinkedHashMap<>(arrays);
        masks.arrays.forEach((name, mask) -> {
            var weight = get(name);
            if (!weight.getShape().equals(mask.getShape())) {
                throw new IllegalArgumentException("the mask of '" + name + "' has shape " + mask.getShape()
                        + ", but the weight has " + weight.getShape());
            }
            effective.put(name, weight.mul(mask));
        });
        return new Weights(effective);
    }

    /**
     * Replaces one array.
     *
     * @param name the weight to replace
     * @param array what to compute with instead
     * @return a copy with that array
     * @throws IllegalArgumentException if there is no such weight
     */
    public Weights with(String name, NDArray array) {
        get(name);
        var changed = new LinkedHashMap<>(arrays);
        changed.put(name, array);
        return new Weights(changed);
    }
}
