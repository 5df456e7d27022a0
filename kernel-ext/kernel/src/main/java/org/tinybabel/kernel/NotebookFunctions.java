package org.tinybabel.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.display.Renderers;
import org.tinybabel.kernel.magic.Arguments;
import org.tinybabel.kernel.magic.MagicException;
import org.tinybabel.kernel.magic.Magics;

/**
 * The functions that every cell can call without an import. All that a notebook for IJava or JJava can call is here:
 * {@code display}, {@code render}, {@code updateDisplay}, {@code eval}, {@code printf}, {@code lineMagic},
 * {@code cellMagic}, {@code getKernelInstance} and {@code kernel}; the kernel has their {@code evalRaw},
 * {@code addToClasspath} and {@code getMagics}.
 *
 * <p>Not here are the classes of those kernels, in packages such as {@code io.github.spencerpark}: a cell that imports
 * them, say to register a renderer, is told to let its class implement {@link org.tinybabel.display.Displayable}. Where
 * they return their {@code DisplayData}, a {@link MimeBundle} is returned.
 */
public final class NotebookFunctions {

    private NotebookFunctions() {}

    /**
     * Shows a value as an output of the cell, as if it were the cell's last expression.
     *
     * @param value what to show
     * @return the name under which {@link #updateDisplay(String, Object)} replaces the output
     */
    public static String display(Object value) {
        return shown(Renderers.render(value));
    }

    /**
     * Shows a value as certain media types; {@code display("<b>bold</b>", "text/html")} shows the text as HTML.
     *
     * @param value what to show
     * @param mediaTypes such as {@code text/markdown}; the front end takes the one that it shows best
     * @return the name under which {@link #updateDisplay(String, Object)} replaces the output
     */
    public static String display(Object value, String... mediaTypes) {
        return shown(render(value, mediaTypes));
    }

    private static String shown(MimeBundle bundle) {
        var id = UUID.randomUUID().toString();
        Hosts.current().display(bundle, id);
        return id;
    }

    /**
     * Replaces an output.
     *
     * @param id what {@link #display(Object)} returned
     * @param value what to show instead
     */
    public static void updateDisplay(String id, Object value) {
        Hosts.current().update(id, Renderers.render(value));
    }

    /**
     * Replaces an output by a value as certain media types.
     *
     * @param id what {@link #display(Object)} returned
     * @param value what to show instead
     * @param mediaTypes such as {@code text/html}
     */
    public static void updateDisplay(String id, Object value, String... mediaTypes) {
        Hosts.current().update(id, render(value, mediaTypes));
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
     * The representations of a value as certain media types. A value that has one of them gives that; a text is taken
     * to be written in the media type already. As in IJava, plain text is always there.
     *
     * @param value any value
     * @param mediaTypes such as {@code text/html}; those that the value cannot have are left out
     * @return its media types and contents
     */
    public static MimeBundle render(Object value, String... mediaTypes) {
        return MediaTypes.choose(value, mediaTypes);
    }

    /**
     * Evaluates Java code as a cell would, magics included.
     *
     * @param source any code that a cell may hold
     * @return the value of its last expression; {@code null} if there is none
     */
    public static Object eval(String source) {
        return getKernelInstance().evalRaw(source);
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
     * The kernel that runs this notebook: JJava's name for {@link #getKernelInstance}.
     *
     * @return the kernel
     * @throws IllegalStateException if there is none
     */
    public static Kernel kernel() {
        return getKernelInstance();
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
     * Does what a line magic does; {@code lineMagic("jars", List.of("a.jar"))} is the line {@code %jars a.jar}.
     *
     * @param <T> the type that the caller expects; not checked
     * @param name the magic's name without the percent sign
     * @param arguments the words behind it
     * @return the value of the line; {@code null} if it has none
     * @throws MagicException if there is no such magic; the message lists those there are
     */
    public static <T> T lineMagic(String name, List<String> arguments) {
        return Unchecked.call(() -> magics().runLine(name, Arguments.of(arguments)));
    }

    /**
     * Does what a cell magic does.
     *
     * @param <T> the type that the caller expects; not checked
     * @param name the magic's name without the percent signs
     * @param arguments the words behind it
     * @param body the lines below
     * @return the value of the cell; {@code null} if it has none
     * @throws MagicException if there is no such magic; the message lists those there are
     */
    public static <T> T cellMagic(String name, List<String> arguments, String body) {
        return Unchecked.call(() -> magics().runCell(name, Arguments.of(arguments), body));
    }

    /**
     * What a line magic that stands alone becomes.
     *
     * @param name the magic's name
     * @param text the rest of its line
     */
    public static void $lineMagic(String name, String text) {
        Unchecked.call(() -> magics().runLine(name, Arguments.parse(text)));
    }

    /**
     * What a line magic whose value is used becomes.
     *
     * @param <T> the type that the code expects
     * @param name the magic's name
     * @param text the rest of its line
     * @return the value of the line
     */
    public static <T> T $lineMagicValue(String name, String text) {
        return Unchecked.call(() -> magics().runLine(name, Arguments.parse(text)));
    }

    /**
     * What a cell magic becomes.
     *
     * @param <T> the type that the code expects
     * @param name the magic's name
     * @param text the rest of its line
     * @param body the lines below
     * @return the value of the cell
     */
    public static <T> T $cellMagic(String name, String text, String body) {
        return Unchecked.call(() -> magics().runCell(name, Arguments.parse(text), body));
    }

    private static Magics magics() {
        return getKernelInstance().getMagics();
    }

    /** Passes on what magics throw, checked or not, since cells need not say what they throw. */
    private static final class Unchecked {

        @SuppressWarnings("unchecked")
        static <T> T call(Callable<Object> task) {
            try {
                return (T) task.call();
            } catch (Exception e) {
                throw Unchecked.<RuntimeException>asThrown(e);
            }
        }

        @SuppressWarnings("unchecked")
        private static <E extends Exception> E asThrown(Exception exception) throws E {
            throw (E) exception;
        }
    }
}
