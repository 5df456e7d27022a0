package org.tinybabel.lab.models;

import java.util.Objects;

/**
 * The size of a {@link TinyGpt} or a {@link GptStack}.
 *
 * @param vocabulary number of token ids, V
 * @param context longest sequence, T
 * @param width length of the residual stream's vectors, d
 * @param heads attention heads; must divide the width
 * @param layers transformer blocks, L
 * @param mlpWidth neurons of each MLP
 * @param tied whether the output matrix is the embedding table itself (Press and Wolf, 2017)
 * @param embeddingDeviation standard deviation of the initial embeddings of words and positions
 * @param activation what the neurons of the MLPs compute
 * @param normalization what comes before each sublayer and before the output
 */
public record GptShape(
        int vocabulary,
        int context,
        int width,
        int heads,
        int layers,
        int mlpWidth,
        boolean tied,
        double embeddingDeviation,
        MlpActivation activation,
        Normalization normalization) {

    private static final double USUAL_DEVIATION = 0.1;

    /**
     * Checks the sizes.
     *
     * @param vocabulary at least 1
     * @param context at least 1
     * @param width at least 1
     * @param heads at least 1; must divide the width
     * @param layers at least 1
     * @param mlpWidth at least 1
     * @param tied whether the output matrix is the embedding table itself
     * @param embeddingDeviation more than 0
     * @param activation what the neurons of the MLPs compute
     * @param normalization what comes before each sublayer and before the output
     * @throws IllegalArgumentException if a size is out of range; the message names it
     */
    public GptShape {
        atLeastOne("vocabulary", vocabulary);
        atLeastOne("context", context);
        atLeastOne("width", width);
        atLeastOne("heads", heads);
        atLeastOne("layers", layers);
        atLeastOne("mlpWidth", mlpWidth);
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "the width (" + width + ") must be a multiple of the heads (" + heads + ")");
        }
        if (!(embeddingDeviation > 0) || Double.isInfinite(embeddingDeviation)) {
            throw new IllegalArgumentException("embeddingDeviation must be more than 0, got " + embeddingDeviation);
        }
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(normalization, "normalization");
    }

    /**
     * A model with an output matrix of its own, initial embeddings N(0, 0.1²), GELU neurons and layer norms.
     *
     * @param vocabulary number of token ids, V
     * @param context longest sequence, T
     * @param width length of the residual stream's vectors, d
     * @param heads attention heads; must divide the width
     * @param layers transformer blocks, L
     * @param mlpWidth neurons of each MLP
     * @throws IllegalArgumentException if a size is out of range; the message names it
     */
    public GptShape(int vocabulary, int context, int width, int heads, int layers, int mlpWidth) {
        this(
                vocabulary,
                context,
                width,
                heads,
                layers,
                mlpWidth,
                false,
                USUAL_DEVIATION,
                MlpActivation.GELU,
                Normalization.LAYER_NORM);
    }

    /**
     * The same shape, with the embedding table as its output matrix.
     *
     * @return a tied shape
     */
    public GptShape withTiedOutput() {
        return new GptShape(
                vocabulary,
                context,
                width,
                heads,
                layers,
                mlpWidth,
                true,
                embeddingDeviation,
                activation,
                normalization);
    }

    /**
     * The same shape, starting from larger or smaller embeddings.
     *
     * @param deviation standard deviation of the initial embeddings, more than 0
     * @return a shape with that deviation
     */
    public GptShape withEmbeddingDeviation(double deviation) {
        return new GptShape(
                vocabulary, context, width, heads, layers, mlpWidth, tied, deviation, activation, normalization);
    }

    /**
     * The same shape, with other neurons in its MLPs.
     *
     * @param other what the neurons compute
     * @return a shape with that activation
     */
    public GptShape withActivation(MlpActivation other) {
        return new GptShape(
                vocabulary, context, width, heads, layers, mlpWidth, tied, embeddingDeviation, other, normalization);
    }

    /**
     * The same shape, with another normalization.
     *
     * @param other what comes before each sublayer and before the output
     * @return a shape with that normalization
     */
    public GptShape withNormalization(Normalization other) {
        return new GptShape(
                vocabulary, context, width, heads, layers, mlpWidth, tied, embeddingDeviation, activation, other);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    /**
     * The size of one attention head.
     *
     * @return d / heads
     */
    public int headWidth() {
        return width / heads;
    }

    /**
     * The number of weights outside the embeddings and the output: what scaling laws call the model's size N.
     *
     * @return the entries of all blocks and of the final normalization, biases included
     */
    public int nonEmbeddingParameters() {
        return GptWeights.layout(this).select(name -> !name.contains("embed")).size();
    }
}
