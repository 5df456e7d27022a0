package org.tinybabel.kernel.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;

/** Turns JShell's view of an exception into lines that name cells instead of generated classes. */
final class Tracebacks {

    private static final int MOST_FRAMES = 30;
    private static final int MOST_CAUSES = 8;
    private static final Pattern GENERATED = Pattern.compile("(REPL\\.)?\\$JShell\\$\\w+[$.]?");
    private static final String KERNEL = "org.tinybabel.kernel.";
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(?:do_it\\$)?(\\w*)\\$\\d+");

    private final CellMap cells;

    Tracebacks(CellMap cells) {
        this.cells = cells;
    }

    /** Removes the names of the classes that JShell wraps snippets in. */
    static String withoutGeneratedNames(String text) {
        return GENERATED.matcher(text).replaceAll("");
    }

    /** The exception's class as the user wrote it. */
    static String className(JShellException exception) {
        return exception instanceof EvalException thrown
                ? withoutGeneratedNames(thrown.getExceptionClassName()).replace('$', '.')
                : "jdk.jshell.UnresolvedReferenceException";
    }

    /** The exception's message, blank if it has none. */
    static String message(JShellException exception, String unresolved) {
        if (exception instanceof UnresolvedReferenceException) {
            return unresolved;
        }
        return exception.getMessage() == null ? "" : withoutGeneratedNames(exception.getMessage());
    }

    /**
     * The exception, the place in the cell, the frames, the causes.
     *
     * @param unresolved what to say of an unresolved reference
     * @param extras what to add at the end, such as suppressed exceptions
     */
    List<String> lines(JShellException exception, String unresolved, List<String> extras) {
        var lines = new ArrayList<String>();
        Throwable current = exception;
        for (var depth = 0; current instanceof JShellException shown && depth <= MOST_CAUSES; depth++) {
            var message = message(shown, unresolved);
            lines.add((depth == 0 ? "" : "Caused by: ") + className(shown) + (message.isBlank() ? "" : ": " + message));
            if (depth == 0) {
                addPlace(shown, lines);
            }
            var frames = framesOfInterest(shown.getStackTrace());
            addFrames(frames, depth == 0 ? MOST_FRAMES : MOST_FRAMES / 3, lines);
            current = shown.getCause();
        }
        lines.addAll(extras);
        return lines;
    }

    /** What called code of a cell, if it was not a cell, is none of the reader's business; nor is the kernel. */
    private StackTraceElement[] framesOfInterest(StackTraceElement[] frames) {
        var end = frames.length;
        while (end > 0 && place(frames[end - 1]).isEmpty()) {
            end--;
        }
        return Arrays.stream(frames)
                .limit(end == 0 ? frames.length : end)
                .filter(frame -> !frame.getClassName().startsWith(KERNEL))
                .toArray(StackTraceElement[]::new);
    }

    /** The innermost line of a cell, of the exception or else of what caused it. */
    private void addPlace(Throwable exception, List<String> lines) {
        for (var current = exception; current != null; current = current.getCause()) {
            for (var frame : current.getStackTrace()) {
                var place = place(frame);
                if (place.isPresent()) {
                    var source = place.get().sourceLine();
                    var code = source.strip();
                    lines.add(place.get().toString());
                    lines.addAll(SourceLines.underlined(source, source.indexOf(code) + 1, code.length()));
                    return;
                }
            }
        }
    }

    private void addFrames(StackTraceElement[] frames, int most, List<String> lines) {
        for (var i = 0; i < frames.length; i++) {
            if (i == most && frames.length > most + 1) {
                lines.add("    … " + (frames.length - most) + " more frames");
                return;
            }
            lines.add("    at " + shown(frames[i]));
        }
    }

    private String shown(StackTraceElement frame) {
        var place = place(frame);
        if (place.isEmpty()) {
            return frame.getClassName() + "." + frame.getMethodName() + "("
                    + (frame.getLineNumber() > 0 ? frame.getFileName() + ":" + frame.getLineNumber() : "JDK") + ")";
        }
        var type = frame.getClassName().replace('$', '.');
        var lambda = LAMBDA.matcher(frame.getMethodName());
        var method = lambda.matches()
                ? (lambda.group(1).isEmpty() ? "lambda" : "lambda in " + lambda.group(1))
                : frame.getMethodName();
        var where = type.isEmpty() ? method : method.isEmpty() ? type : type + "." + method;
        return where.isEmpty() ? place.get().toString() : where + " (" + place.get() + ")";
    }

    private Optional<CellMap.Place> place(StackTraceElement frame) {
        var file = frame.getFileName();
        return file != null && file.startsWith("#")
                ? cells.place(file.substring(1), frame.getLineNumber())
                : Optional.empty();
    }
}
