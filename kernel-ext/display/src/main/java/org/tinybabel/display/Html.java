package org.tinybabel.display;

import java.util.stream.Collectors;

/** Makes text safe to stand in HTML. */
public final class Html {

    private Html() {}

    /**
     * Replaces the characters that HTML gives a meaning, in text and in attribute values.
     *
     * @param text any text
     * @return the same text as HTML
     */
    public static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /**
     * Replaces the characters that HTML gives a meaning, and marks words in foreign scripts with their language and direction, for
     * screen readers, fonts and line breaking. For text only, not for attribute values.
     *
     * @param text any text
     * @return the same text as HTML
     */
    public static String text(String text) {
        if (ScriptRun.plain(text)) {
            return escape(text);
        }
        return ScriptRun.of(text).stream().map(Html::span).collect(Collectors.joining());
    }

    private static String span(ScriptRun run) {
        return run.foreign()
                ? "<span lang=\"" + run.language() + "\" dir=\"" + run.direction() + "\">" + escape(run.text())
                        + "</span>"
                : escape(run.text());
    }
}
