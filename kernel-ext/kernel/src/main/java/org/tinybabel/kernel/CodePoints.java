package org.tinybabel.kernel;

/** Jupyter counts characters as Unicode does; Java counts those beyond the basic plane twice. */
final class CodePoints {

    private CodePoints() {}

    /** The Java index of a character; positions outside the text are moved to its nearer end. */
    static int toIndex(String text, int codePoints) {
        var most = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, most)));
    }

    /** The number of characters before a Java index. */
    static int fromIndex(String text, int index) {
        return text.codePointCount(0, index);
    }
}
