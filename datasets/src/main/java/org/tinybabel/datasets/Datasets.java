package org.tinybabel.datasets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tables that the kit ships: comma-separated text in UTF-8 with a header line, each with a datasheet.
 *
 * <p>In a notebook: {@code Table.read().csv(Datasets.open("papers"))}.
 */
public final class Datasets {

    private Datasets() {}

    /**
     * The tables there are.
     *
     * @return their names, sorted
     */
    public static List<String> names() {
        return text("tables.txt").lines().toList();
    }

    /**
     * Opens a table.
     *
     * @param name a name from {@link #names()}, such as {@code "papers"}
     * @return the table as comma-separated text in UTF-8
     * @throws IllegalArgumentException if there is no such table; the message lists those there are
     */
    public static InputStream open(String name) {
        return new ByteArrayInputStream(bytes(known(name) + ".csv"));
    }

    /**
     * Tells what a table holds: columns, units, licence, and how it was made.
     *
     * @param name a name from {@link #names()}
     * @return the datasheet in Markdown
     * @throws IllegalArgumentException if there is no such table; the message lists those there are
     */
    public static String datasheet(String name) {
        return text(known(name) + ".md");
    }

    private static String known(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(
                    "There is no table named \"" + name + "\"; choose one of: " + String.join(", ", names()));
        }
        return name;
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (var stream = Datasets.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The kit's own file " + file + " is missing from its jar: build again.");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
