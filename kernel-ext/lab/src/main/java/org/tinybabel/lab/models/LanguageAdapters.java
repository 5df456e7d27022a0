package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Modules of an encoder, one for each language: after each block stands a bottleneck of the language of the text, with a way around it,
 * {@code x + relu(x D) U} (Houlsby et al., 2019, figure 2; in every language's own copy: Pfeiffer et al., X-MOD, 2022). Texts of several
 * languages share a batch. The blocks stay as they are, so adapters can be trained while the encoder is frozen, and the other way round.
 *
 * <pre>{@code
 * var states = encoder.forward(tokens, weights, adapters.hooks(scope, languages));
 * }</pre>
 */
public final class LanguageAdapters implements AutoCloseable {

    private static final double DEVIATION = 0.05;

    private final int languages;
    private final EncoderShape shape;
    private final int bottleneck;
    private final Parameters parameters;

    private LanguageAdapters(int languages, EncoderShape shape, int bottleneck, long seed, DataType type) {
        if (languages < 1 || bottleneck < 1) {
            throw new IllegalArgumentException("expected at least one language and a bottleneck of at least 1, got "
                    + languages + " and " + bottleneck);
        }
        this.languages = languages;
        this.shape = shape;
        this.bottleneck = bottleneck;
        var shapes = new LinkedHashMap<String, Shape>();
        for (var layer = 0; layer < shape.layers(); layer++) {
            shapes.put("blocks." + layer + ".adapter.W_down", new Shape(languages, shape.width(), bottleneck));
            shapes.put("blocks." + layer + ".adapter.W_up", new Shape(languages, bottleneck, shape.width()));
        }
        var layout = new Layout(shapes);
        var values = new double[layout.size()];
        var random = RandomStreams.of(seed, "adapters");
        for (var layer = 0; layer < shape.layers(); layer++) {
            var down = "blocks." + layer + ".adapter.W_down";
            for (var i = 0; i < layout.length(down); i++) {
                values[layout.offset(down) + i] = DEVIATION * random.nextGaussian();
            }
        }
        this.parameters = new Parameters(layout, values, type);
    }

    /**
     * Adapters that change nothing yet: D is drawn from N(0, 0.05²), U is 0.
     *
     * @param languages how many, L
     * @param shape of the encoder
     * @param bottleneck r, how many numbers go through each adapter
     * @param seed equal seeds give equal adapters
     * @return the adapters
     * @throws IllegalArgumentException if a number is less than 1
     */
    public static LanguageAdapters of(int languages, EncoderShape shape, int bottleneck, long seed) {
        return new LanguageAdapters(languages, shape, bottleneck, seed, DataType.FLOAT32);
    }

    /** For checking gradients. */
    static LanguageAdapters inDoublePrecision(int languages, EncoderShape shape, int bottleneck, long seed) {
        return new LanguageAdapters(languages, shape, bottleneck, seed, DataType.FLOAT64);
    }

    /**
     * All adapters, to train or to read: {@code blocks.l.adapter.W_down} of shape (L, d, r) and {@code blocks.l.adapter.W_up} of shape
     * (L, r, d).
     *
     * @return the adapters' own parameters, closed with them
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * The adapters for one batch.
     *
     * @param scope the step
     * @param ids the language of each text of the batch, 0 … L − 1
     * @return hooks for {@link TinyEncoder}
     * @throws IllegalArgumentException if there is no text or a language is out of range
     */
    public Hooks hooks(TensorScope scope, int... ids) {
        if (ids.length == 0 || Arrays.stream(ids).anyMatch(id -> id < 0 || id >= languages)) {
            throw new IllegalArgumentException(
                    "expected a language 0 … " + (languages - 1) + " for each text, got " + Arrays.toString(ids));
        }
        var weights = parameters.in(scope);
        var type = parameters.flat().getDataType();
        var pick = scope.tokens(new int[][] {ids}).squeeze(0).oneHot(languages).toType(type, false); // (B, L)
        var hooks = Hooks.NONE;
        for (var layer = 0; layer < shape.layers(); layer++) {
            var down = pick(pick, weights.get("blocks." + layer + ".adapter.W_down")); // (B, d, r)
            var up = pick(pick, weights.get("blocks." + layer + ".adapter.W_up")); // (B, r, d)
            hooks = hooks.then(Hooks.replace(
                    "blocks." + layer + ".hook_resid_post",
                    x -> x.add(Activation.relu(x.matMul(down)).matMul(up)))); // (B, T, d)
        }
        return hooks;
    }

    /** Each text's own matrix, by a product with 0 and 1, so that gradients are sums in a fixed order. */
    private static NDArray pick(NDArray pick, NDArray table) {
        var shape = table.getShape(); // (L, a, b)
        return pick.matMul(table.reshape(shape.get(0), shape.get(1) * shape.get(2)))
                .reshape(pick.getShape().get(0), shape.get(1), shape.get(2));
    }

    /**
     * Gives a language the mean of the adapters of others: where a new language begins.
     *
     * @param language whose adapters are replaced
     * @param others whose mean it gets, at least one
     * @throws IllegalArgumentException if a language is out of range or there are no others
     */
    public void setToMean(int language, int... others) {
        if (others.length == 0
                || language < 0
                || language >= languages
                || Arrays.stream(others).anyMatch(id -> id < 0 || id >= languages)) {
            throw new IllegalArgumentException("expected languages 0 … " + (languages - 1) + ", got " + language
                    + " and " + Arrays.toString(others));
        }
        var values = parameters.values();
        var size = shape.width() * bottleneck;
        for (var name : parameters.layout().names()) {
            var offset = parameters.layout().offset(name);
            for (var i = 0; i < size; i++) {
                var at = i;
                values[offset + language * size + i] = Arrays.stream(others)
                        .mapToDouble(other -> values[offset + other * size + at])
                        .average()
                        .orElseThrow();
            }
        }
        parameters.set(values);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
