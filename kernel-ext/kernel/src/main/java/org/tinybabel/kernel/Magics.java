package org.tinybabel.kernel;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A cell whose magics have been taken apart. Lines keep their numbers, so that errors still name the right one.
 *
 * @param source the Java code, with line magics turned into calls of {@link NotebookFunctions#lineMagic}
 * @param timed whether to say how long the cell took
 * @param timeoutSeconds after how long to stop the cell
 */
record Magics(String source, boolean timed, OptionalDouble timeoutSeconds) {

    static final String KNOWN = "%check, %time, %%time and %%timeout";

    private static final Pattern CELL = Pattern.compile("%%(\\S*)[ \\t]*(.*)");
    private static final Pattern LINE = Pattern.compile("([ \\t]*)%([A-Za-z]\\w*)[ \\t]*(.*)");

    /**
     * Takes the magics out of a cell.
     *
     * @throws IllegalArgumentException if there is a magic that is not known or not used rightly; the message says what
     *     is
     */
    static Magics of(String cell) {
        if (cell.indexOf('%') < 0) {
            return new Magics(cell, false, OptionalDouble.empty());
        }
        var source = new StringBuilder();
        var timed = false;
        var timeout = OptionalDouble.empty();
        var atTop = true;
        var inTextBlock = false;
        for (var line : cell.split("\n", -1)) {
            var cellMagic = CELL.matcher(line.strip());
            if (atTop && cellMagic.matches()) {
                var arguments = cellMagic.group(2).strip();
                switch (cellMagic.group(1)) {
                    case "time" -> timed = true;
                    case "timeout" -> timeout = OptionalDouble.of(seconds(arguments));
                    default -> throw unknown("%%" + cellMagic.group(1));
                }
                source.append('\n');
                continue;
            }
            atTop = atTop && line.isBlank();
            var lineMagic = LINE.matcher(line);
            source.append(!inTextBlock && lineMagic.matches() ? call(lineMagic.group(2), lineMagic.group(3)) : line)
                    .append('\n');
            inTextBlock ^= (line.split("\"\"\"", -1).length - 1) % 2 == 1;
        }
        source.setLength(source.length() - 1);
        return new Magics(source.toString(), timed, timeout);
    }

    private static double seconds(String text) {
        try {
            var seconds = Double.parseDouble(text);
            if (seconds > 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw new IllegalArgumentException(
                "%%timeout takes a number of seconds greater than 0, such as %%timeout 30, not \"" + text + "\".");
    }

    private static String call(String name, String arguments) {
        if (!name.equals("check") && !name.equals("time")) {
            throw unknown("%" + name);
        }
        return "lineMagic(" + literal(name) + ", " + literal(arguments.strip()) + ")";
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static IllegalArgumentException unknown(String magic) {
        return new IllegalArgumentException("There is no magic " + magic + ". Known are " + KNOWN + ".");
    }
}
