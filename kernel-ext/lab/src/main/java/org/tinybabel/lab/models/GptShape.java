package org.tinybabel.lab.models;

/**
 * The size of a {@link TinyGpt}.
 *
 * @param vocabulary number of token ids, V
 * @param context longest sequence, T
 * @param width length of the residual stream's vectors, d
 * @param heads attention heads; must divide the width
 * @param layers transformer blocks, L
 * @param mlpWidth neurons of each MLP
 */
public record GptShape(int vocabulary, int context, int width, int heads, int layers, int mlpWidth) {

    /**
     * Checks the sizes.
     *
     * @param vocabulary at least 1
     * @param context at least 1
     * @param width at least 1
     * @param heads at least 1; must divide the width
     * @param layers at least 1
     * @param mlpWidth at least 1
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
}
