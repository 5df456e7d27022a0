package org.tinybabel.kernel.eval;

import java.util.List;

/** Lines and columns of a text, and how a place in it is shown. */
final class SourceLines {

    private static final int LONGEST_SHOWN = 160;

    private SourceLines() {}

    /** The line, from 1, that holds the character at an offset. */
    static int lineAt(String text, int offset) {
        var line = 1;
        for (var i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The offset at which the line of another offset starts. */
    static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
    }

    /** The text of a line, from 1, without its line feed; blank if there is no such line. */
    static String line(String text, int number) {
        var start = 0;
        for (var i = 1; i < number; i++) {
            var feed = text.indexOf('\n', start);
            if (feed < 0) {
                return "";
            }
            start = feed + 1;
        }
        var end = text.indexOf('\n', start);
        return (end < 0 ? text.substring(start) : text.substring(start, end)).stripTrailing();
    }

    /** A source line and carets under a part of it, indented; tabs keep the carets aligned. */
    static List<String> underlined(String sourceLine, int column, int width) {
        if (sourceLine.isBlank()) {
            return List.of();
        }
        if (sourceLine.length() > LONGEST_SHOWN) {
            return List.of("    " + sourceLine.substring(0, LONGEST_SHOWN) + " …");
        }
        var before = new StringBuilder("    ");
        for (var i = 0; i < column - 1; i++) {
            before.append(i < sourceLine.length() && sourceLine.charAt(i) == '\t' ? '\t' : ' ');
        }
        var carets = Math.max(1, Math.min(width, sourceLine.length() - column + 1));
        return List.of("    " + sourceLine, before + "^".repeat(carets));
    }
}
