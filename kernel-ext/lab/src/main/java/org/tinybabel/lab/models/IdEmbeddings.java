package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Learned vectors for what a text is rather than what it says: its language, its script, its source. Each kind of identity has a table with
 * a row for each of its ids, to be added to the states of a model:
 *
 * <pre>{@code
 * var tables = IdEmbeddings.of(Map.of("language", 14, "script", 2), 32, 0.1, seed);
 * var states = encoder.forward(tokens, weights);                                     // (B, T, d)
 * var told = states.add(tables.rows(scope, "language", languages).expandDims(1));    // (B, T, d)
 * }</pre>
 *
 * <p>Added to the input of the blocks, they are the language embeddings of XLM (Lample and Conneau, 2019, figure 1); added to their output, before
 * the head that guesses tokens, those of LangSAMP (Liu et al., 2025, §3).
 */
public final class IdEmbeddings implements AutoCloseable {

    /** The id of a text about which nothing is known: it adds nothing. */
    public static final int UNKNOWN = -1;

    private final int width;
    private final Parameters parameters;

    private IdEmbeddings(Map<String, Integer> sizes, int width, double deviation, long seed, DataType type) {
        if (sizes.isEmpty() || width < 1 || sizes.values().stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("expected tables with at least one row and a width of at least 1, got "
                    + sizes + " and width " + width);
        }
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "the standard deviation must be finite and not negative, got " + deviation);
        }
        this.width = width;
        var shapes = new LinkedHashMap<String, Shape>();
        sizes.keySet().stream().sorted().forEach(table -> shapes.put(table, new Shape(sizes.get(table), width)));
        var layout = new Layout(shapes);
        var values = new double[layout.size()];
        for (var table : layout.names()) {
            var random = RandomStreams.of(seed, "embeddings of " + table);
            for (var i = 0; i < layout.length(table); i++) {
                values[layout.offset(table) + i] = deviation * random.nextGaussian();
            }
        }
        this.parameters = new Parameters(layout, values, type);
    }

    /**
     * Tables with fresh random vectors, N(0, deviation²).
     *
     * @param sizes the number of ids of each table, by its name
     * @param width length of each vector, d
     * @param deviation standard deviation of every number
     * @param seed equal seeds give equal vectors, whatever other tables there are
     * @return the tables
     * @throws IllegalArgumentException if there is no table, a size or the width is less than 1, or the deviation is negative or not finite
     */
    public static IdEmbeddings of(Map<String, Integer> sizes, int width, double deviation, long seed) {
        return new IdEmbeddings(sizes, width, deviation, seed, DataType.FLOAT32);
    }

    /** For checking gradients. */
    static IdEmbeddings inDoublePrecision(Map<String, Integer> sizes, int width, double deviation, long seed) {
        return new IdEmbeddings(sizes, width, deviation, seed, DataType.FLOAT64);
    }

    /**
     * The tables, to train or to read.
     *
     * @return one array for each table, of shape (ids, d); closed with these embeddings
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * The vectors of some texts. They are picked by a product with 0 and 1, so gradients are sums in a fixed order.
     *
     * @param scope the step, which will own the array
     * @param table its name
     * @param ids one for each text, {@value #UNKNOWN} for a vector of zeros
     * @return shape {@code (B, d)}
     * @throws IllegalArgumentException if there is no such table, no text, or an id is out of range
     */
    public NDArray rows(TensorScope scope, String table, int... ids) {
        var size = size(table);
        if (ids.length == 0) {
            throw new IllegalArgumentException("expected an id for each text, got none");
        }
        var chosen = new double[ids.length][size];
        for (var i = 0; i < ids.length; i++) {
            if (ids[i] < UNKNOWN || ids[i] >= size) {
                throw new IllegalArgumentException(
                        "table '" + table + "' has ids 0 … " + (size - 1) + " and -1 for unknown, got " + ids[i]);
            }
            if (ids[i] != UNKNOWN) {
                chosen[i][ids[i]] = 1;
            }
        }
        var vectors = parameters.in(scope).get(table); // (ids, d)
        return scope.array(chosen).toType(vectors.getDataType(), false).matMul(vectors); // (B, d)
    }

    /**
     * The vectors of a table, to look at.
     *
     * @param table its name
     * @return a copy, {@code [ids][d]}
     * @throws IllegalArgumentException if there is no such table
     */
    public double[][] vectors(String table) {
        var size = size(table);
        var values = parameters.values(table);
        var rows = new double[size][];
        Arrays.setAll(rows, id -> Arrays.copyOfRange(values, id * width, (id + 1) * width));
        return rows;
    }

    private int size(String table) {
        var shape = parameters.layout().shapes().get(table);
        if (shape == null) {
            throw new IllegalArgumentException("there is no table '" + table + "'; there are "
                    + parameters.layout().names());
        }
        return (int) shape.get(0);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
