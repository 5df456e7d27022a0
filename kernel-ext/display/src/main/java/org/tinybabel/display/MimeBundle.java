package org.tinybabel.display;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One value in several representations, as a Jupyter front end receives it: media type to content.
 *
 * <p>Text-like types hold a {@link String}; types that end in {@code +json} hold maps, lists, numbers, booleans and
 * strings; binary types such as {@code image/png} hold base64 text.
 *
 * @param data media type to content; the front end chooses which one it shows
 * @param metadata display hints by media type, often empty
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {

    /** The plain-text media type that every bundle should carry. */
    public static final String TEXT = "text/plain";

    /** The HTML media type. */
    public static final String HTML = "text/html";

    /**
     * Copies both maps, keeping their order.
     *
     * @param data media type to content
     * @param metadata display hints by media type
     */
    public MimeBundle {
        data = new LinkedHashMap<>(Objects.requireNonNull(data, "data"));
        metadata = new LinkedHashMap<>(Objects.requireNonNull(metadata, "metadata"));
    }

    /**
     * A bundle that holds only text.
     *
     * @param text the plain text
     * @return a bundle with {@code text/plain}
     */
    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of(TEXT, text), Map.of());
    }

    /**
     * A bundle that holds HTML and the text to show where HTML is not possible.
     *
     * @param html the HTML fragment
     * @param text the plain text
     * @return a bundle with {@code text/html} and {@code text/plain}
     */
    public static MimeBundle html(String html, String text) {
        return text(text).with(HTML, html);
    }

    /**
     * A copy with one more representation.
     *
     * @param mediaType such as {@code image/svg+xml}
     * @param content the content for that type
     * @return the extended copy
     */
    public MimeBundle with(String mediaType, Object content) {
        var extended = new LinkedHashMap<>(data);
        extended.put(mediaType, content);
        return new MimeBundle(extended, metadata);
    }
}
