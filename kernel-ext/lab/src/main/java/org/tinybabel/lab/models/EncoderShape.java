package org.tinybabel.lab.models;

/**
 * The size of a {@link TinyEncoder}.
 *
 * @param vocabulary number of token ids, V; 0 for an encoder that reads only vectors made elsewhere
 * @param context longest sequence of tokens, T
 * @param width length of the residual stream's vectors, d
 * @param heads attention heads; must divide the width
 * @param layers transformer blocks, L
 * @param mlpWidth neurons of each MLP
 */
public record EncoderShape(int vocabulary, int context, int width, int heads, int layers, int mlpWidth) {

    /**
     * Checks the sizes.
     *
     * @param vocabulary at least 0
     * @param context at least 1
     * @param width at least 1
     * @param heads at least 1; must divide the width
     * @param layers at least 1
     * @param mlpWidth at least 1
     * @throws IllegalArgumentException if a size is out of range; the message names it
     */
    public EncoderShape {
        if (vocabulary < 0) {
            throw new IllegalArgumentException("vocabulary must be at least 0, got " + vocabulary);
        }
        atLeastOne("context", context);
        atLeastOne("width", width);
        atLeastOne("heads", heads);
        atLeastOne("layers", layers);
        atLeastOne("mlpWidth", mlpWidth);
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "the width (" + width + ") must be a multiple of the heads (" + heads + ")");
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    /**
     * The shape of an encoder that reads only vectors made elsewhere: it has no embeddings and predicts no tokens.
     *
     * @param width length of the vectors, d
     * @param heads attention heads; must divide the width
     * @param layers transformer blocks, L
     * @param mlpWidth neurons of each MLP
     * @return a shape without a vocabulary
     * @throws IllegalArgumentException if a size is out of range; the message names it
     */
    public static EncoderShape ofVectors(int width, int heads, int layers, int mlpWidth) {
        return new EncoderShape(0, 1, width, heads, layers, mlpWidth);
    }

    /**
     * The size of one attention head.
     *
     * @return d / heads
     */
    public int headWidth() {
        return width / heads;
    }
}
