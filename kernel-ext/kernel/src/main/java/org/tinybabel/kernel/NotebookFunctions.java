package org.tinybabel.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.display.Renderers;
import org.tinybabel.display.TinyBabel;

/** The functions that every cell can call without an import, as in IJava. */
public final class NotebookFunctions {

    private NotebookFunctions() {}

    /**
     * Shows a value as an output of the cell, as if it were the cell's last expression.
     *
     * @param value what to show
     * @return the name under which {@link #updateDisplay} replaces the output
     */
    public static String display(Object value) {
        var id = UUID.randomUUID().toString();
        Hosts.current().display(Renderers.render(value), id);
        return id;
    }

    /**
     * Replaces an output.
     *
     * @param id what {@link #display} returned
     * @param value what to show instead
     */
    public static void updateDisplay(String id, Object value) {
        Hosts.current().update(id, Renderers.render(value));
    }

    /**
     * The representations of a value that a front end can show.
     *
     * @param value any value
     * @return its media types and contents
     */
    public static MimeBundle render(Object value) {
        return Renderers.render(value);
    }

    /**
     * Evaluates Java code as a cell would.
     *
     * @param source any code that a cell may hold
     * @return the value of its last expression; {@code null} if there is none
     */
    public static Object eval(String source) {
        return getKernelInstance().evaluator().eval(source);
    }

    /**
     * The kernel that runs this notebook.
     *
     * @return the kernel
     * @throws IllegalStateException if there is none
     */
    public static Kernel getKernelInstance() {
        return Kernel.running()
                .orElseThrow(() -> new IllegalStateException("This code does not run in a notebook's kernel."));
    }

    /**
     * Prints formatted text.
     *
     * @param format a format string as of {@link String#format}
     * @param values the values for it
     */
    public static void printf(String format, Object... values) {
        System.out.print(String.format(Locale.ROOT, format, values));
    }

    /**
     * Asks the reader for a line.
     *
     * @param prompt what to ask
     * @return the line without its end
     * @throws UncheckedIOException if the front end takes no input
     */
    public static String input(String prompt) {
        return ask(prompt, false);
    }

    /**
     * Asks the reader for a line that is not shown while it is typed.
     *
     * @param prompt what to ask
     * @return the line without its end
     * @throws UncheckedIOException if the front end takes no input
     */
    public static String password(String prompt) {
        return ask(prompt, true);
    }

    private static String ask(String prompt, boolean password) {
        try {
            return getKernelInstance().ask(prompt, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Removes the outputs of the cell.
     *
     * @param wait whether to wait with removing until there is a new output, which avoids flicker
     */
    public static void clearOutput(boolean wait) {
        Hosts.current().clear(wait);
    }

    /** Removes the outputs of the cell at once. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /**
     * What a line such as {@code %check a} does.
     *
     * @param name the magic's name without the percent sign
     * @param arguments the rest of the line
     * @return the value of the line; {@code null} if it has none
     * @throws IllegalArgumentException if there is no such magic; the message lists those there are
     */
    public static Object lineMagic(String name, String arguments) {
        switch (name) {
            case "check" -> {
                TinyBabel.check(arguments);
                return null;
            }
            case "time" -> {
                var start = System.nanoTime();
                try {
                    return eval(arguments);
                } finally {
                    System.out.println(wallTime(System.nanoTime() - start));
                }
            }
            default -> throw Magics.unknown("%" + name);
        }
    }

    static String wallTime(long nanoseconds) {
        var seconds = nanoseconds / 1e9;
        return String.format(
                Locale.ROOT,
                seconds < 1 ? "Wall time: %.0f ms" : "Wall time: %.2f s",
                seconds < 1 ? seconds * 1000 : seconds);
    }
}
