package org.tinybabel.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cell whose magics have become Java. Lines keep their numbers, so that errors name the right one.
 *
 * <p>A line magic stands alone on its line, at any depth of indentation, or behind the {@code =} of an assignment. What
 * is in texts, text blocks and comments is left alone, and so is the remainder operator at the start of a line.
 *
 * @param code the Java code, with magics turned into calls
 * @param timed whether to say how long the cell took
 * @param timeoutSeconds after how long to stop the cell
 */
public record MagicCell(String code, boolean timed, OptionalDouble timeoutSeconds) {

    private static final Pattern CELL_MAGIC = Pattern.compile("%%(\\S*)[ \\t]*(.*)");
    private static final Pattern LINE_MAGIC =
            Pattern.compile("(%%?)([A-Za-z_]\\w*)(?:[ \\t]+([^\\r\\n]*))?(?=\\r?\\n|$)");
    private static final int LONGEST_CONSTANT = 16_000;

    /**
     * Finds the magics of a cell.
     *
     * @param cell the cell as it was written
     * @param magics those that are known
     * @return the Java code and the cell's settings
     * @throws MagicException if there is a magic that is not known or not used rightly
     */
    public static MagicCell parse(String cell, Magics magics) {
        if (cell.indexOf('%') < 0 && cell.indexOf('!') < 0) {
            return new MagicCell(cell, false, OptionalDouble.empty());
        }
        var timed = false;
        var timeout = OptionalDouble.empty();
        var blank = new StringBuilder();
        var start = 0;
        while (start < cell.length()) {
            var feed = cell.indexOf('\n', start);
            var end = feed < 0 ? cell.length() : feed;
            var line = cell.substring(start, end).strip();
            var magic = CELL_MAGIC.matcher(line);
            if (magic.matches()) {
                var name = magic.group(1);
                if (name.equals("time")) {
                    timed = true;
                } else if (name.equals("timeout")) {
                    timeout = OptionalDouble.of(seconds(magic.group(2).strip()));
                } else if (magics.hasCell(name)) {
                    var body = feed < 0 ? "" : cell.substring(feed + 1);
                    var call = "$cellMagic(" + constant(name) + ", " + constant(magic.group(2)) + ", " + constant(body)
                            + ")";
                    return new MagicCell(blank + call, timed, timeout);
                } else {
                    throw magics.unknown("%%" + name);
                }
            } else if (!line.isEmpty()) {
                break;
            }
            blank.append(feed < 0 ? "" : "\n");
            start = end + 1;
        }
        var rest = start < cell.length() ? cell.substring(start) : "";
        return new MagicCell(blank + new Scan(rest, magics).withCalls(), timed, timeout);
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
        throw new MagicException(
                "%%timeout takes a number of seconds greater than 0, such as %%timeout 30, not \"" + text + "\".");
    }

    /** A Java expression for a text of any length; constants of a class file are limited. */
    private static String constant(String text) {
        if (text.length() <= LONGEST_CONSTANT) {
            return literal(text);
        }
        var parts = new ArrayList<String>();
        for (var i = 0; i < text.length(); i += LONGEST_CONSTANT) {
            parts.add(literal(text.substring(i, Math.min(text.length(), i + LONGEST_CONSTANT))));
        }
        return "String.join(\"\", " + String.join(", ", parts) + ")";
    }

    private static String literal(String text) {
        return text.chars()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    default -> String.valueOf((char) c);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** One pass over Java code that knows texts and comments. */
    private static final class Scan {

        private static final List<String> OPERATORS_WITH_EQUALS =
                List.of("=", "!", "<", ">", "+", "-", "*", "/", "&", "|", "^");

        private final String code;
        private final Magics magics;
        private final StringBuilder out = new StringBuilder();
        private int at;
        /** The last characters outside of comments and spaces; a blank at first. */
        private char last = ' ';

        private char beforeLast = ' ';

        Scan(String code, Magics magics) {
            this.code = code;
            this.magics = magics;
        }

        String withCalls() {
            while (at < code.length()) {
                var c = code.charAt(at);
                if (code.startsWith("//", at)) {
                    copyTo(lineEnd());
                } else if (code.startsWith("/*", at)) {
                    copyThrough("*/", at + 2);
                } else if (code.startsWith("\"\"\"", at)) {
                    copyThrough("\"\"\"", at + 3);
                    note('"');
                } else if (c == '"' || c == '\'') {
                    copyQuoted(c);
                    note(c);
                } else if ((c == '%' || c == '!') && replaced(c)) {
                    note(';');
                } else {
                    if (!Character.isWhitespace(c)) {
                        note(c);
                    }
                    out.append(c);
                    at++;
                }
            }
            return out.toString();
        }

        private void note(char c) {
            beforeLast = last;
            last = c;
        }

        private int lineEnd() {
            var feed = code.indexOf('\n', at);
            return feed < 0 ? code.length() : feed;
        }

        private void copyTo(int end) {
            out.append(code, at, end);
            at = end;
        }

        private void copyThrough(String end, int from) {
            var found = from;
            while (true) {
                found = code.indexOf(end, found);
                if (found < 0) {
                    copyTo(code.length());
                    return;
                }
                if (!isEscaped(found)) {
                    copyTo(found + end.length());
                    return;
                }
                found++;
            }
        }

        private boolean isEscaped(int index) {
            var backslashes = 0;
            while (index - backslashes > 0 && code.charAt(index - backslashes - 1) == '\\') {
                backslashes++;
            }
            return backslashes % 2 == 1;
        }

        private void copyQuoted(char quote) {
            var end = at + 1;
            while (end < code.length() && code.charAt(end) != '\n' && (code.charAt(end) != quote || isEscaped(end))) {
                end++;
            }
            copyTo(Math.min(code.length(), end + 1));
        }

        /** Replaces a magic that starts here, if one does. */
        private boolean replaced(char c) {
            var alone = code.substring(code.lastIndexOf('\n', at - 1) + 1, at).isBlank();
            var assigned = last == '=' && !OPERATORS_WITH_EQUALS.contains(String.valueOf(beforeLast));
            if (!alone && !assigned) {
                return false;
            }
            var betweenStatements = last == ' ' || last == ';' || last == '{' || last == '}';
            if (c == '!') {
                if (alone && betweenStatements) {
                    ForeignMagics.shellAdvice(code.substring(at, lineEnd())).ifPresent(advice -> {
                        throw new MagicException(advice);
                    });
                }
                return false;
            }
            var magic = LINE_MAGIC.matcher(code).region(at, code.length());
            if (!magic.lookingAt()) {
                return false;
            }
            var name = magic.group(2);
            if (magic.group(1).equals("%%")) {
                throw new MagicException("%%" + name + " must stand above the code of its cell, in the first line.");
            }
            if (!magics.hasLine(name)) {
                if (betweenStatements || assigned) {
                    throw magics.unknown("%" + name);
                }
                // The second line of an expression such as  a\n% b
                return false;
            }
            var arguments = magic.group(3) == null ? "" : magic.group(3).strip();
            var function = assigned || name.equals("time") ? "$lineMagicValue(" : "$lineMagic(";
            out.append(function + constant(name) + ", " + constant(arguments) + ");");
            at = magic.end();
            return true;
        }
    }
}
