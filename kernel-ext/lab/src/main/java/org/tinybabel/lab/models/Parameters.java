package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Trainable numbers: one flat vector whose parts have names. It lives until it is closed.
 *
 * <p>Usage: {@code var maskLogits = Parameters.zeros(model.maskable())}.
 */
public final class Parameters implements AutoCloseable {

    private final Layout layout;
    private final NDManager manager = TensorEngine.newManager();
    private NDArray flat;

    /**
     * Parameters with given values, in single precision.
     *
     * @param layout names and shapes
     * @param values the flat vector; as long as the layout says
     */
    public Parameters(Layout layout, double[] values) {
        this(layout, values, DataType.FLOAT32);
    }

    /**
     * Parameters with given values and precision. Double precision is meant for checking gradients.
     *
     * @param layout names and shapes
     * @param values the flat vector; as long as the layout says
     * @param type {@code FLOAT32} or {@code FLOAT64}
     */
    public Parameters(Layout layout, double[] values, DataType type) {
        this.layout = layout;
        this.flat = manager.zeros(new Shape(layout.size()), type);
        set(values);
    }

    /**
     * Parameters that are all 0.
     *
     * @param layout names and shapes
     * @return a new flat vector
     */
    public static Parameters zeros(Layout layout) {
        return new Parameters(layout, new double[layout.size()]);
    }

    /**
     * The names and shapes of the parts.
     *
     * @return the order of the flat vector
     */
    public Layout layout() {
        return layout;
    }

    /**
     * The flat vector itself. It outlives a step: keep it on the right-hand side of an operation, else the result outlives
     * the step too.
     *
     * @return shape {@code (size)}
     */
    public NDArray flat() {
        return flat;
    }

    /**
     * The named parts, for one step. While nobody trains these parameters, several threads may compute with them.
     *
     * @param scope the step, which will own the views
     * @return views through which gradients flow back to the flat vector
     */
    public synchronized Weights in(TensorScope scope) {
        flat.attach(scope.manager());
        try {
            return layout.split(flat);
        } finally {
            flat.attach(manager);
        }
    }

    /**
     * Says whether gradients are wanted. Switching it off also forgets the gradient that was there.
     *
     * @param trainable whether the next recorded step computes gradients for these parameters
     */
    public void setTrainable(boolean trainable) {
        if (!trainable) {
            var old = flat;
            flat = old.duplicate();
            old.close();
        }
        flat.setRequiresGradient(trainable);
    }

    /**
     * All values.
     *
     * @return a copy of the flat vector
     */
    public double[] values() {
        if (flat.getDataType() == DataType.FLOAT64) {
            return flat.toDoubleArray();
        }
        var floats = flat.toFloatArray();
        var values = new double[floats.length];
        Arrays.setAll(values, i -> floats[i]);
        return values;
    }

    /**
     * The values of one part.
     *
     * @param name one of the layout's names
     * @return a copy, in row-major order
     */
    public double[] values(String name) {
        var from = layout.offset(name);
        return Arrays.copyOfRange(values(), from, from + layout.length(name));
    }

    /**
     * Replaces all values.
     *
     * @param values as long as the layout says
     * @throws IllegalArgumentException if the length is wrong
     */
    public void set(double[] values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException(
                    "the layout has " + layout.size() + " entries, got " + values.length + " values");
        }
        if (flat.getDataType() == DataType.FLOAT64) {
            flat.set(values);
        } else {
            var floats = new float[values.length];
            for (var i = 0; i < values.length; i++) {
                floats[i] = (float) values[i];
            }
            flat.set(floats);
        }
    }

    /**
     * Replaces the values of some parts.
     *
     * @param parts name to values, in row-major order
     * @throws IllegalArgumentException if a name is unknown or a length is wrong
     */
    public void set(Map<String, double[]> parts) {
        var all = values();
        parts.forEach((name, values) -> {
            if (values.length != layout.length(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' has " + layout.length(name) + " entries, got " + values.length + " values");
            }
            System.arraycopy(values, 0, all, layout.offset(name), values.length);
        });
        set(all);
    }

    @Override
    public void close() {
        manager.close();
    }
}
