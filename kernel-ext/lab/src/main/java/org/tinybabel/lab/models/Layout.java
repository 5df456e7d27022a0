package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The names and shapes of the arrays that lie one after the other in a flat vector.
 *
 * <p>One flat vector instead of many arrays means one gradient, one optimizer call, and, for weight masks, one vector of
 * mask logits.
 *
 * @param shapes name to shape, in the order of the vector
 */
public record Layout(Map<String, Shape> shapes) {

    /**
     * Copies the map, keeping its order.
     *
     * @param shapes name to shape, in the order of the vector
     */
    public Layout {
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    }

    /**
     * The names, in the order of the vector.
     *
     * @return such as {@code blocks.0.mlp.W_in}
     */
    public List<String> names() {
        return List.copyOf(shapes.keySet());
    }

    /**
     * The length of the flat vector.
     *
     * @return the number of entries of all arrays together
     */
    public int size() {
        return shapes.values().stream().mapToInt(Layout::length).sum();
    }

    /**
     * Where an array begins in the flat vector.
     *
     * @param name one of {@link #names}
     * @return the index of its first entry
     */
    public int offset(String name) {
        length(name);
        return shapes.entrySet().stream()
                .takeWhile(entry -> !entry.getKey().equals(name))
                .mapToInt(entry -> length(entry.getValue()))
                .sum();
    }

    /**
     * How many entries an array has.
     *
     * @param name one of {@link #names}
     * @return the product of its shape
     * @throws IllegalArgumentException if there is no such array; the message lists those there are
     */
    public int length(String name) {
        var shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("no array is called '" + name + "'; there are " + shapes.keySet());
        }
        return length(shape);
    }

    private static int length(Shape shape) {
        return Math.toIntExact(shape.size());
    }

    /**
     * The layout of some of the arrays.
     *
     * @param name decides by the name
     * @return the arrays chosen, in the same order
     */
    public Layout select(Predicate<String> name) {
        var chosen = new LinkedHashMap<>(shapes);
        chosen.keySet().removeIf(name.negate());
        return new Layout(chosen);
    }

    /**
     * Names the parts of a flat vector. The parts are views, and gradients flow through them.
     *
     * @param flat shape {@code (size)}
     * @return the arrays, owned by the manager of {@code flat}
     */
    public Weights split(NDArray flat) {
        var cuts = new long[shapes.size() - 1];
        var next = 0;
        var end = 0L;
        for (var shape : shapes.values()) {
            end += shape.size();
            if (next < cuts.length) {
                cuts[next++] = end;
            }
        }
        var parts = flat.split(cuts);
        var arrays = new LinkedHashMap<String, NDArray>();
        var i = 0;
        for (var entry : shapes.entrySet()) {
            var part = parts.get(i++);
            arrays.put(entry.getKey(), entry.getValue().dimension() == 1 ? part : part.reshape(entry.getValue()));
        }
        return new Weights(arrays);
    }

    /**
     * The block of the model that a weight belongs to.
     *
     * @param name such as {@code blocks.0.mlp.W_in}
     * @return the name without its last part, such as {@code blocks.0.mlp}
     */
    public static String blockOf(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /**
     * The names of the blocks, in order of first appearance.
     *
     * @return such as {@code blocks.0.attn, blocks.0.mlp, blocks.1.attn}
     */
    public List<String> blocks() {
        return names().stream().map(Layout::blockOf).distinct().toList();
    }
}
