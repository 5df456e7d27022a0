package org.tinybabel.cli.course;

import java.util.Objects;

/**
 * A page of the course package.
 *
 * @param name the name of its file without ending, such as {@code syllabus-10-weeks}
 * @param title its title
 * @param markdown its text, which begins with the title as a heading
 */
public record Document(String name, String title, String markdown) {

    /**
     * Rejects {@code null}.
     *
     * @param name the name of its file without ending
     * @param title its title
     * @param markdown its text
     */
    public Document {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(markdown, "markdown");
    }
}
