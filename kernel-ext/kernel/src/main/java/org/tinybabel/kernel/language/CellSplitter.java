package org.tinybabel.kernel.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tinybabel.kernel.language.CellParts.Fault;
import org.tinybabel.kernel.language.CellParts.Part;
import org.tinybabel.kernel.language.Token.Kind;
import org.tinybabel.kernel.language.Units.Place;
import org.tinybabel.kernel.language.Units.Unit;

/**
 * Cuts a cell into what JShell takes one by one, with javac's parser.
 *
 * <p>JShell's own {@code analyzeCompletion} is a second, smaller parser that gives up on grammar that it does not know
 * (JDK-8276149, JDK-8319532), and of what it does not cut JShell evaluates the first snippet and drops the rest.
 */
public final class CellSplitter {

    /** What is parsed at once, so that time grows with the length of a cell and not with its square. */
    private static final int WINDOW = 1000;

    private static final String UNFINISHED = "reached end of file while parsing";

    /**
     * What may come next. Where the compiler looks ahead, it complains about what stands in front of the end: about the
     * method of a record as about a field, about a cast as about a comparison, about a try as about one alone.
     */
    private static final List<String> CONTINUATIONS = Stream.concat(
                    Stream.of("()", "=", "->", "finally {}"),
                    Stream.of(" x = x", ") x").flatMap(end -> Stream.of("", ">", ">>", ">>>", "?>", "?>>", "?>>>")
                            .map(closed -> closed + end)))
            .toList();

    private static final Set<String> LANGUAGE = Set.of("--release", "-source", "--source");

    private final List<String> language;

    /**
     * Makes a splitter.
     *
     * @param compilerOptions the options by which cells are compiled
     */
    public CellSplitter(List<String> compilerOptions) {
        language = new ArrayList<>();
        for (var i = 0; i < compilerOptions.size(); i++) {
            var option = compilerOptions.get(i);
            if (option.equals("--enable-preview")) {
                language.add(option);
            } else if (LANGUAGE.contains(option) && i + 1 < compilerOptions.size()) {
                language.addAll(compilerOptions.subList(i, i + 2));
            }
        }
    }

    /**
     * Cuts a cell.
     *
     * @param code a cell without magics
     * @return all of it
     */
    public CellParts split(String code) {
        return new Cut(code).parts();
    }

    /** One cell on its way. */
    private final class Cut {

        private final String code;
        private final List<Token> all;
        private final List<Token> words;
        private final int end;
        private final List<Part> parts = new ArrayList<>();
        /** Where the last part ended. */
        private int at;
        /** The first word behind it that is no empty statement. */
        private int next;

        private int nextWithComments;

        Cut(String code) {
            this.code = code;
            all = Token.of(code);
            words = all.stream().filter(token -> token.kind() != Kind.COMMENT).toList();
            end = words.isEmpty() ? 0 : words.get(words.size() - 1).end();
        }

        CellParts parts() {
            if (!JShellComments.readEscapes(code)) {
                return new CellParts(parts, Optional.of(unreadable(0, code.indexOf("\\u"), code.length())));
            }
            skip();
            while (next < words.size()) {
                var fault = takeNext();
                if (fault.isPresent()) {
                    return new CellParts(parts, fault);
                }
            }
            return new CellParts(parts, openComment());
        }

        private void skip() {
            while (next < words.size()
                    && (words.get(next).start() < at || words.get(next).is(code, ";"))) {
                at = Math.max(at, words.get(next).end());
                next++;
            }
        }

        /** Takes what stands next; returns the fault if that is not Java. */
        private Optional<Fault> takeNext() {
            var likely = Heading.of(code, words, next).place();
            var units = unitsAs(likely);
            if (CellSource.closes(code, words.get(next))) {
                return Optional.of(fault(units, likely));
            }
            if (isSound(units)) {
                return take(units, likely);
            }
            // The guess knows the words only, and not words such as int written with an escape.
            for (var place : Place.values()) {
                var others = place == likely ? Units.NONE : unitsAs(place);
                if (isSound(others)) {
                    return take(others, place);
                }
            }
            return Optional.of(fault(units, likely));
        }

        private static boolean isSound(Units units) {
            return !units.sound().isEmpty() && !units.sound().get(0).waiting();
        }

        private Units unitsAs(Place place) {
            var from = words.get(next).start();
            var text = text(place);
            for (var size = Math.max(WINDOW, likelyLength()); ; size *= 4) {
                var last = place == Place.IMPORT ? lastOfImports() : lastWithin(from + size);
                var whole = place == Place.IMPORT || last == words.size() - 1;
                var units = Units.of(text, from, words.get(last).end(), place, language);
                // What ends near the place of the cut may go on behind it.
                var limit = whole
                        ? Integer.MAX_VALUE
                        : words.get(Math.max(next, last - 2)).start();
                var sound = units.sound().stream()
                        .filter(unit -> unit.end() <= limit)
                        .toList();
                if (whole || !sound.isEmpty()) {
                    return new Units(sound, units.complaint(), units.lonelyTries());
                }
            }
        }

        private String text(Place place) {
            return place == Place.STATEMENT ? Heading.of(code, words, next).withoutModifiers(code, words) : code;
        }

        /** As far as brackets tell, and some more: a long class should not be parsed in vain. */
        private int likelyLength() {
            var depth = 0;
            for (var word : words.subList(next, words.size())) {
                depth += CellSource.deepens(code, word);
                if (depth <= 0 && (word.is(code, ";") || word.is(code, "}"))) {
                    return word.end() - words.get(next).start() + WINDOW / 4;
                }
            }
            return code.length();
        }

        /** Newer compilers object to an empty statement between imports. */
        private int lastOfImports() {
            var last = next;
            while (last < words.size() - 1
                    && !(words.get(last).is(code, ";") && !words.get(last + 1).is(code, "import"))) {
                last++;
            }
            return last;
        }

        private int lastWithin(int limit) {
            var last = next;
            while (last < words.size() - 1 && words.get(last + 1).end() <= limit) {
                last++;
            }
            return last;
        }

        private Optional<Fault> take(Units units, Place place) {
            var first = next;
            for (var unit : units.sound()) {
                if (unit.waiting()
                        || next != first && Heading.of(code, words, next).place() != place) {
                    break;
                }
                var part = part(unit);
                if (!JShellComments.readTextBlocks(part.source())) {
                    return Optional.of(unreadable(part.start(), part.start(), part.end()));
                }
                if (!isBalanced(part)) {
                    return Optional.of(fault(new Units(List.of(), units.complaint(), units.lonelyTries()), place));
                }
                parts.add(part);
                at = part.end();
                skip();
            }
            return Optional.empty();
        }

        /** Whatever javac makes of brackets that nobody opened, they close nothing that is in no cell. */
        private boolean isBalanced(Part part) {
            var depth = 0;
            for (var i = next; i < words.size() && words.get(i).end() <= part.end() && depth >= 0; i++) {
                depth += CellSource.deepens(code, words.get(i));
            }
            return depth == 0 || part.source().contains("\\u");
        }

        private Part part(Unit unit) {
            var start = start();
            var partEnd = Math.min(unit.end(), end);
            var source = code.substring(start, partEnd);
            return new Part(start, partEnd, unit.end() > end ? source + ";" : source, unit.names());
        }

        /** With the comments in front. */
        private int start() {
            while (nextWithComments < all.size() && all.get(nextWithComments).start() < at) {
                nextWithComments++;
            }
            return nextWithComments < all.size() ? all.get(nextWithComments).start() : code.length();
        }

        private static Fault unreadable(int start, int from, int end) {
            return new Fault(
                    start,
                    from,
                    end,
                    "JShell would lose some of this. Write quotes, slashes and stars without \\u, and no \\\\ right before"
                            + " the end of a text block.",
                    false);
        }

        private Fault fault(Units units, Place place) {
            var word = words.get(next);
            if (!units.sound().isEmpty()) {
                return new Fault(start(), end, end, UNFINISHED, true);
            }
            return units.complaint()
                    .map(complaint -> new Fault(
                            start(),
                            Math.min(complaint.from(), code.length()),
                            Math.min(complaint.to(), code.length()),
                            complaint.message(),
                            isUnfinished(units, place)))
                    .orElseGet(() -> new Fault(start(), word.start(), word.end(), "This is not valid Java.", false));
        }

        private boolean isUnfinished(Units units, Place place) {
            var last = all.get(all.size() - 1);
            if (CellSource.closes(code, words.get(next))) {
                return false;
            }
            return complainsBehind(end, units)
                    || last.isOpen(code) && complainsBehind(last.start(), units)
                    || mayLookAhead(units) && goesOn(text(place).substring(0, end), place);
        }

        private boolean mayLookAhead(Units units) {
            return !units.lonelyTries().isEmpty() || complainsBehind(end - WINDOW, units);
        }

        /** Whether the compiler has nothing against the code any more when more follows. */
        private boolean goesOn(String text, Place place) {
            return CONTINUATIONS.stream().map(text::concat).anyMatch(longer -> {
                var units = Units.of(longer, words.get(next).start(), longer.length(), place, language);
                return units.sound().stream().anyMatch(unit -> unit.end() > end) || complainsBehind(end, units);
            });
        }

        private boolean complainsBehind(int position, Units units) {
            return units.lonelyTries().stream().allMatch(this::isOpenBlock)
                    && units.complaint()
                            .filter(complaint -> complaint.position() >= position)
                            .isPresent();
        }

        private boolean isOpenBlock(int start) {
            var depth = 0;
            for (var word : words) {
                if (word.start() >= start) {
                    depth += CellSource.deepens(code, word);
                    if (depth == 0 && word.is(code, "}")) {
                        return false;
                    }
                }
            }
            return true;
        }

        private Optional<Fault> openComment() {
            return all.stream()
                    .filter(token -> token.kind() == Kind.COMMENT && token.isOpen(code))
                    .findFirst()
                    .map(open -> new Fault(open.start(), open.start(), open.end(), "unclosed comment", true));
        }
    }
}
