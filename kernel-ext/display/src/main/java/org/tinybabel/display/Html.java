package org.tinybabel.display;

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
}
