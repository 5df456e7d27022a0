package org.tinybabel.lab.models;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;

/** The names, shapes and initial values of a GPT's weights. */
final class GptWeights {

    private GptWeights() {}

    /** Every weight of one model, in the order of its flat vector. Matrices are (out, in), as in PyTorch. */
    static Layout layout(GptShape shape) {
        var d = shape.width();
        var layout = new LinkedHashMap<String, Shape>();
        layout.put("embed.W_E", new Shape(shape.vocabulary(), d));
        layout.put("pos_embed.W_pos", new Shape(shape.context(), d));
        for (var l = 0; l < shape.layers(); l++) {
            var block = "blocks." + l + ".";
            normalization(layout, block + "ln1", shape);
            layout.put(block + "attn.W_QKV", new Shape(3L * d, d));
            layout.put(block + "attn.b_QKV", new Shape(3L * d));
            layout.put(block + "attn.W_O", new Shape(d, d));
            layout.put(block + "attn.b_O", new Shape(d));
            normalization(layout, block + "ln2", shape);
            layout.put(block + "mlp.W_in", new Shape(shape.mlpWidth(), d));
            layout.put(block + "mlp.b_in", new Shape(shape.mlpWidth()));
            layout.put(block + "mlp.W_out", new Shape(d, shape.mlpWidth()));
            layout.put(block + "mlp.b_out", new Shape(d));
        }
        normalization(layout, "ln_final", shape);
        if (!shape.tied()) {
            layout.put("unembed.W_U", new Shape(shape.vocabulary(), d));
        }
        layout.put("unembed.b_U", new Shape(shape.vocabulary()));
        return new Layout(layout);
    }

    private static void normalization(Map<String, Shape> layout, String name, GptShape shape) {
        layout.put(name + ".w", new Shape(shape.width()));
        if (shape.normalization() == Normalization.LAYER_NORM) {
            layout.put(name + ".b", new Shape(shape.width()));
        }
    }

    /** The name of the matrix that turns the last vector into logits. */
    static String outputMatrix(GptShape shape) {
        return shape.tied() ? "embed.W_E" : "unembed.W_U";
    }

    static double[] initialValues(GptShape shape, long seed) {
        var layout = layout(shape);
        var random = RandomStreams.of(seed, "weights");
        var values = new double[layout.size()];
        var from = 0;
        for (var entry : layout.shapes().entrySet()) {
            var to = from + (int) entry.getValue().size();
            var deviation = initialDeviation(entry.getKey(), entry.getValue(), shape);
            fill(values, from, to, entry.getKey().matches(".*ln.*\\.w") ? 1 : 0, deviation, random);
            from = to;
        }
        return values;
    }

    private static double initialDeviation(String name, Shape shape, GptShape model) {
        if (shape.dimension() == 1) {
            return 0;
        }
        if (name.contains("embed.W_E") || name.contains("W_pos")) {
            return model.embeddingDeviation();
        }
        var deviation = 1 / Math.sqrt(shape.getLastDimension());
        return name.endsWith("W_O") || name.endsWith("W_out") ? deviation / Math.sqrt(2.0 * model.layers()) : deviation;
    }

    private static void fill(double[] values, int from, int to, double mean, double deviation, Random random) {
        Arrays.fill(values, from, to, mean);
        if (deviation > 0) {
            for (var i = from; i < to; i++) {
                values[i] += deviation * random.nextGaussian();
            }
        }
    }
}
