package org.tinybabel.display;

/** How a claim came out. */
public enum Verdict {
    /** The criterion holds. */
    REPRODUCED("reproduced", "✓"),
    /** The criterion does not hold in the toy set-up, which says nothing about the paper's own scale. */
    NOT_AT_THIS_SCALE("not reproduced at this scale", "✗"),
    /** The toy set-up cannot test the claim. */
    OUT_OF_SCOPE("out of scope", "–");

    private final String words;
    private final String sign;

    Verdict(String words, String sign) {
        this.words = words;
        this.sign = sign;
    }

    /**
     * The verdict as notebooks spell it.
     *
     * @return such as {@code not reproduced at this scale}
     */
    public String words() {
        return words;
    }

    /**
     * A sign for the verdict, for the eye only: {@link #words()} say the same.
     *
     * @return one character
     */
    public String sign() {
        return sign;
    }

    /** The words: a cell that ends with a verdict shows it. */
    @Override
    public String toString() {
        return words;
    }
}
