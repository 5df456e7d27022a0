package org.tinybabel.exercises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** All contracts, in the order of the papers, as the file {@code contracts.txt} beside this class lists them. */
public final class Exercises {

    private static final String LIST = "contracts.txt";

    private Exercises() {}

    /**
     * The contracts of all exercises.
     *
     * @return one interface for each exercise notebook
     * @throws IllegalStateException if the list names a class that does not exist
     */
    public static List<Class<?>> contracts() {
        try (var list = Objects.requireNonNull(Exercises.class.getResourceAsStream(LIST), LIST)) {
            return contracts(new String(list.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One class name a line; blank lines and lines that start with # say nothing. */
    static List<Class<?>> contracts(String list) {
        return list.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .<Class<?>>map(Exercises::contract)
                .toList();
    }

    private static Class<?> contract(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    LIST + " names " + name + ", and there is no such class: correct the line or delete it", e);
        }
    }
}
