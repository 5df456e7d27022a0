package org.tinybabel.grader.report;

/** Text made safe for HTML. */
public final class Html {

    private Html() {}

    /**
     * Escapes text.
     *
     * @param text any text
     * @return the text with markup characters replaced
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
