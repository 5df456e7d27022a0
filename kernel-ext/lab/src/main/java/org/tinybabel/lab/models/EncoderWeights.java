package org.tinybabel.lab.models;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import org.tinybabel.lab.engine.RandomStreams;

/** The names, shapes and initial values of an encoder's weights. */
final class EncoderWeights {

    private static final double EMBEDDING_DEVIATION = 0.1;

    private EncoderWeights() {}

    /** Every weight of one model, in the order of its flat vector. Matrices are (out, in), as in PyTorch. */
    static Layout layout(EncoderShape shape) {
        var d = shape.width();
        var layout = new LinkedHashMap<String, Shape>();
        if (shape.vocabulary() > 0) {
            layout.put("embed.W_E", new Shape(shape.vocabulary(), d));
            layout.put("pos_embed.W_pos", new Shape(shape.context(), d));
        }
        for (var l = 0; l < shape.layers(); l++) {
            var block = "blocks." + l + ".";
            layout.put(block + "ln1.w", new Shape(d));
            layout.put(block + "ln1.b", new Shape(d));
            layout.put(block + "attn.W_QKV", new Shape(3L * d, d));
            layout.put(block + "attn.b_QKV", new Shape(3L * d));
            layout.put(block + "attn.W_O", new Shape(d, d));
            layout.put(block + "attn.b_O", new Shape(d));
            layout.put(block + "ln2.w", new Shape(d));
            layout.put(block + "ln2.b", new Shape(d));
            layout.put(block + "mlp.W_in", new Shape(shape.mlpWidth(), d));
            layout.put(block + "mlp.b_in", new Shape(shape.mlpWidth()));
            layout.put(block + "mlp.W_out", new Shape(d, shape.mlpWidth()));
            layout.put(block + "mlp.b_out", new Shape(d));
        }
        layout.put("ln_final.w", new Shape(d));
        layout.put("ln_final.b", new Shape(d));
        if (shape.vocabulary() > 0) {
            layout.put("mlm_head.W", new Shape(d, d));
            layout.put("mlm_head.b", new Shape(d));
            layout.put("mlm_head.ln.w", new Shape(d));
            layout.put("mlm_head.ln.b", new Shape(d));
            layout.put("unembed.b_U", new Shape(shape.vocabulary()));
        }
        return new Layout(layout);
    }

    static double[] initialValues(EncoderShape shape, long seed) {
        var random = RandomStreams.of(seed, "weights");
        var layout = layout(shape);
        var values = new double[layout.size()];
        var i = 0;
        for (var entry : layout.shapes().entrySet()) {
            var mean = entry.getKey().matches(".*ln.*\\.w") ? 1 : 0;
            var deviation = initialDeviation(entry.getKey(), entry.getValue(), shape);
            for (var end = i + entry.getValue().size(); i < end; i++) {
                values[i] = deviation == 0 ? mean : mean + deviation * random.nextGaussian();
            }
        }
        return values;
    }

    private static double initialDeviation(String name, Shape shape, EncoderShape model) {
        if (shape.dimension() == 1) {
            return 0;
        }
        if (name.contains("embed.")) {
            return EMBEDDING_DEVIATION;
        }
        var deviation = 1 / Math.sqrt(shape.getLastDimension());
        return name.endsWith("W_O") || name.endsWith("W_out") ? deviation / Math.sqrt(2.0 * model.layers()) : deviation;
    }
}
