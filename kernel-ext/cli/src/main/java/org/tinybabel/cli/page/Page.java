package org.tinybabel.cli.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.tinybabel.display.Html;

/**
 * An HTML document that needs nothing beside itself but pictures: styles stand in it, nothing is loaded from a network, and its
 * content security policy says so.
 *
 * @param title the title
 * @param language the language of its text, such as {@code en}
 * @param style the style sheet
 * @param scripts what else the policy allows, such as {@code script-src 'sha256-…'}; blank for nothing
 * @param before HTML between skip link and content
 * @param content HTML of the content
 * @param after HTML below the content
 */
public record Page(
        String title, String language, String style, String scripts, String before, String content, String after) {

    private static final String POLICY = "default-src 'none'; img-src data: 'self'; style-src 'unsafe-inline'";

    /**
     * Begins a page of plain style in English.
     *
     * @param title the title
     * @param content HTML of the content
     * @return the page
     */
    public static Page of(String title, String content) {
        return new Page(title, "en", style(Page.class, "page.css"), "", "", content, "");
    }

    /**
     * Reads a style sheet.
     *
     * @param owner a class beside which the file lies
     * @param name the file's name
     * @return its text
     */
    public static String style(Class<?> owner, String name) {
        try (var css = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's own file " + name + " cannot be read", e);
        }
    }

    /**
     * The document.
     *
     * @return HTML text
     */
    public String html() {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#content">Skip to the content</a>
                %s<main id="content">
                %s
                </main>
                %s</body>
                </html>
                """
                .formatted(
                        Html.escape(language),
                        POLICY + (scripts.isBlank() ? "" : "; " + scripts),
                        Html.escape(title),
                        style,
                        before,
                        content,
                        after);
    }
}
