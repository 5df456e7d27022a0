package org.tinybabel.kernel.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tinybabel.kernel.language.CellScope;
import org.tinybabel.kernel.language.Declared;
import org.tinybabel.kernel.language.LanguageTools;

/** Says what a learner can do about a name that the compiler does not know. */
final class Advice {

    private static final int MOST_CELLS = 500;
    private static final int LONGEST_START = 60;
    private static final Pattern MISSING_PACKAGE = Pattern.compile("package (\\S+) does not exist");

    private record Ran(int number, String source) {}

    private final LanguageTools language;
    private final Supplier<CellScope> scope;
    private final Supplier<List<String>> earlierCells;
    private final Deque<Ran> cells = new ArrayDeque<>();

    /**
     * Starts without cells.
     *
     * @param scope what cells see
     * @param earlierCells the cells of earlier sessions, the oldest first
     */
    Advice(LanguageTools language, Supplier<CellScope> scope, Supplier<List<String>> earlierCells) {
        this.language = language;
        this.scope = scope;
        this.earlierCells = earlierCells;
    }

    /** Remembers a cell, whether it will succeed or not. */
    void cellRuns(int number, String source) {
        if (number > 0) {
            cells.removeIf(cell -> cell.source().equals(source));
            cells.addFirst(new Ran(number, source));
            if (cells.size() > MOST_CELLS) {
                cells.removeLast();
            }
        }
    }

    /**
     * What to do about a complaint of the compiler.
     *
     * @param code the compiler's name for the complaint
     * @param message what it says
     * @param source the part of the cell that it is about
     * @param end where the fault ends in it
     */
    Optional<String> about(String code, String message, String source, int end) {
        try {
            if (code.startsWith("compiler.err.cant.resolve")) {
                return unknownName(source, end);
            } else if (code.equals("compiler.err.doesnt.exist")) {
                var name = MISSING_PACKAGE.matcher(message);
                return name.find() ? language.packageHint(scope.get(), name.group(1)) : Optional.empty();
            }
        } catch (RuntimeException e) {
            // Advice that cannot be given must not hide the error.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** What to do about something that a declaration needs and nobody declared, such as {@code method f(int)}. */
    Optional<String> aboutMissing(String dependency, String source) {
        var words = dependency.split("[\\s(]+");
        var end = words.length < 2 ? -1 : Declared.endOf(source, words[1]);
        return end < 0 ? Optional.empty() : about("compiler.err.cant.resolve", "", source, end);
    }

    private Optional<String> unknownName(String source, int end) {
        var start = end;
        while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) {
            start--;
        }
        if (start == end) {
            return Optional.empty();
        }
        var isMember = start > 0 && source.charAt(start - 1) == '.';
        var name = source.substring(start, end);
        var defined = isMember ? Optional.<String>empty() : definition(name);
        return defined.isPresent() ? defined : language.hint(scope.get(), source, end);
    }

    private Optional<String> definition(String name) {
        for (var cell : cells) {
            // The newest is the one that complains.
            if (cell != cells.peekFirst() && Declared.namesIn(cell.source()).contains(name)) {
                return Optional.of("Run cell [" + cell.number() + "] again: it defines " + name + ".");
            }
        }
        var earlier = earlierCells.get();
        for (var i = earlier.size() - 1; i >= 0; i--) {
            if (Declared.namesIn(earlier.get(i)).contains(name)) {
                return Optional.of(
                        "An earlier session defined " + name + " in a cell that starts with: " + start(earlier.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String start(String cell) {
        var line = cell.lines()
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        return line.length() > LONGEST_START ? line.substring(0, LONGEST_START) + "…" : line;
    }
}
