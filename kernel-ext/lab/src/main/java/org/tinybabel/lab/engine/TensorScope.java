package org.tinybabel.lab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * The lifetime of the arrays of one training step or one measurement: everything made from this scope's arrays is freed
 * when it closes.
 *
 * <p>Usage:
 *
 * <pre>{@code
 * try (var scope = TensorScope.open()) {
 *     var logits = model.forward(scope.inputs(sentences), model.weights(scope));
 * }
 * }</pre>
 *
 * <p>A result belongs to the scope of its <em>left</em> operand, so write {@code scope.scalar(0.5).mul(x)} when {@code x}
 * lives longer than the step.
 *
 * <p>Constants must come from {@link #scalar}, never from DJL's arithmetic with Java numbers ({@code x.mul(0.5)}): DJL keeps
 * such a number in a Java buffer that the garbage collector may free before the backward pass reads it, and the gradient is
 * then computed from whatever stands there. For the same reason every array made here is copied into native memory.
 */
public final class TensorScope implements AutoCloseable {

    private final NDManager manager;

    private TensorScope(NDManager manager) {
        this.manager = manager;
    }

    /**
     * Opens a scope.
     *
     * @return a scope that the caller closes
     */
    public static TensorScope open() {
        return new TensorScope(TensorEngine.newManager());
    }

    /**
     * The manager that owns this scope's arrays.
     *
     * @return DJL's manager, for calls that need one
     */
    public NDManager manager() {
        return manager;
    }

    /**
     * A constant for arithmetic with arrays.
     *
     * @param value rounded to single precision
     * @return shape {@code ()}
     */
    public NDArray scalar(double value) {
        return manager.full(new Shape(), (float) value);
    }

    /**
     * A table of numbers.
     *
     * @param rows R rows of C numbers each
     * @return shape {@code (R, C)}, single precision
     */
    public NDArray array(double[][] rows) {
        var columns = width(rows.length, rows.length == 0 ? 0 : rows[0].length);
        var flat = new float[rows.length * columns];
        for (var r = 0; r < rows.length; r++) {
            checkWidth(r, rows[r].length, columns);
            for (var c = 0; c < columns; c++) {
                flat[r * columns + c] = (float) rows[r][c];
            }
        }
        return nativeCopy(manager.create(flat, new Shape(rows.length, columns)));
    }

    /**
     * A vector of numbers.
     *
     * @param values n numbers
     * @return shape {@code (n)}, single precision
     */
    public NDArray array(float[] values) {
        return nativeCopy(manager.create(values));
    }

    /**
     * Token ids.
     *
     * @param sequences B sequences of T tokens each
     * @return shape {@code (B, T)}, 64-bit integers
     * @throws IllegalArgumentException if the sequences differ in length or there are none
     */
    public NDArray tokens(int[][] sequences) {
        return columns(sequences, 0, 0);
    }

    /**
     * What a language model reads: every token of a sequence but the last.
     *
     * @param sequences B sequences of T + 1 tokens each
     * @return shape {@code (B, T)}, 64-bit integers
     * @throws IllegalArgumentException if the sequences differ in length, or there are none
     */
    public NDArray inputs(int[][] sequences) {
        return columns(sequences, 0, 1);
    }

    /**
     * What a language model must predict: every token of a sequence but the first.
     *
     * @param sequences B sequences of T + 1 tokens each
     * @return shape {@code (B, T)}, 64-bit integers
     * @throws IllegalArgumentException if the sequences differ in length, or there are none
     */
    public NDArray targets(int[][] sequences) {
        return columns(sequences, 1, 0);
    }

    private NDArray columns(int[][] sequences, int dropFirst, int dropLast) {
        var length = width(sequences.length, sequences.length == 0 ? 0 : sequences[0].length);
        var kept = width(sequences.length, length - dropFirst - dropLast);
        var flat = new long[sequences.length * kept];
        for (var b = 0; b < sequences.length; b++) {
            checkWidth(b, sequences[b].length, length);
            for (var t = 0; t < kept; t++) {
                flat[b * kept + t] = sequences[b][dropFirst + t];
            }
        }
        return nativeCopy(manager.create(flat, new Shape(sequences.length, kept)));
    }

    private static int width(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("an array needs rows and columns, got " + rows + " x " + columns);
        }
        return columns;
    }

    private static void checkWidth(int row, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(
                    "all rows must have the length of the first (" + expected + "), row " + row + " has " + actual);
        }
    }

    /**
     * Token ids, for a stack of models that each read their own.
     *
     * @param sequences R times B sequences of T tokens each
     * @return shape {@code (R, B, T)}, 64-bit integers
     * @throws IllegalArgumentException if the sequences differ in length or number, or there are none
     */
    public NDArray tokens(int[][][] sequences) {
        return stacked(sequences, 0, 0);
    }

    /**
     * What a stack of models reads: every token of a sequence but the last.
     *
     * @param sequences R times B sequences of T + 1 tokens each
     * @return shape {@code (R, B, T)}, 64-bit integers
     * @throws IllegalArgumentException if the sequences differ in length or number, or there are none
     */
    public NDArray inputs(int[][][] sequences) {
        return stacked(sequences, 0, 1);
    }

    /**
     * What a stack of models must predict: every token of a sequence but the first.
     *
     * @param sequences R times B sequences of T + 1 tokens each
     * @return shape {@code (R, B, T)}, 64-bit integers
     * @throws IllegalArgumentException if the sequences differ in length or number, or there are none
     */
    public NDArray targets(int[][][] sequences) {
        return stacked(sequences, 1, 0);
    }

    private NDArray stacked(int[][][] sequences, int dropFirst, int dropLast) {
        var each = width(sequences.length, sequences.length == 0 ? 0 : sequences[0].length);
        for (var r = 0; r < sequences.length; r++) {
            checkWidth(r, sequences[r].length, each);
        }
        var all = Arrays.stream(sequences).flatMap(Arrays::stream).toArray(int[][]::new);
        return columns(all, dropFirst, dropLast).reshape(sequences.length, each, -1); // (R, B, T)
    }

    private static NDArray nativeCopy(NDArray javaMade) {
        try (javaMade) {
            return javaMade.duplicate();
        }
    }

    /**
     * Copies a two-dimensional array to Java.
     *
     * @param array shape {@code (…, C)}; the leading axes are flattened to rows
     * @return rows of C numbers
     */
    public static double[][] toRows(NDArray array) {
        var columns = Math.toIntExact(array.getShape().getLastDimension());
        var flat = toDoubles(array);
        var rows = new double[flat.length / columns][];
        for (var r = 0; r < rows.length; r++) {
            rows[r] = Arrays.copyOfRange(flat, r * columns, (r + 1) * columns);
        }
        return rows;
    }

    private static double[] toDoubles(NDArray array) {
        if (array.getDataType() == DataType.FLOAT64) {
            return array.toDoubleArray();
        }
        var floats = array.toFloatArray();
        var doubles = new double[floats.length];
        for (var i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    @Override
    public void close() {
        manager.close();
    }
}
