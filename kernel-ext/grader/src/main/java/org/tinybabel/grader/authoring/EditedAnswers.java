package org.tinybabel.grader.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.language.CellParts;
import org.tinybabel.kernel.language.CellSplitter;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Answers to an exercise that are edits of its solution: the known-wrong ones, all in one file beside it,
 * {@code wrong/NN-slug.edits}, and those that are right in another way, {@code right/NN-slug.edits}.
 *
 * <pre>
 * a-sum: Forgets to divide.
 *      for (var value : values) {
 *          sum += value;
 *      }
 * -    return sum / values.length;
 * +    return sum;
 * </pre>
 *
 * <p>A line with a name and a reason begins an answer. Lines with {@code -} are taken out of the solution, lines with {@code +}
 * put in; lines with a blank stay, and say where. {@code @@} stands between places of one cell, the upper first. An empty line
 * may stand between answers. The lines that are to be found, as students would have written them, without markers and hints,
 * must stand together in one cell of the solution, and nowhere else.
 *
 * @param answers the answers that apply, in the order of the file
 * @param faults what can't be understood, and edits that do not apply to the solution, one sentence each
 */
public record EditedAnswers(List<EditedAnswer> answers, List<String> faults) {

    private static final Pattern HEAD = Pattern.compile("([a-z]-[a-z0-9]+(?:-[a-z0-9]+)*): (\\S.*)");
    private static final String NEXT_PLACE = "@@";
    /** What makes an answer another one each time; a counter of calls does what a forgotten seed does, too. */
    private static final Pattern CHANCE = Pattern.compile(
            "new Random\\(\\)|Math\\.random|ThreadLocalRandom|SecureRandom|nanoTime|currentTimeMillis|UUID\\.random");

    private static final CellSplitter SPLITTER = new CellSplitter(Evaluator.COMPILER_OPTIONS);

    /**
     * Copies the lists.
     *
     * @param answers the answers that apply, in the order of the file
     * @param faults what can't be understood, and edits that do not apply to the solution, one sentence each
     */
    public EditedAnswers {
        answers = List.copyOf(answers);
        faults = List.copyOf(faults);
    }

    /** What an edit makes of a solution. */
    public enum Kind {
        /** An answer that tests must reject. */
        WRONG("wrong"),
        /** An answer that must earn every point. */
        RIGHT("right");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        /**
         * Where such answers to an exercise stand.
         *
         * @param masters the folder with the master notebooks
         * @param exercise the exercise's name
         * @return the file, which need not exist
         */
        public Path file(Path masters, String exercise) {
            return masters.resolve(folder).resolve(exercise + ".edits");
        }
    }

    /**
     * The answers to an exercise.
     *
     * @param kind whether those that are wrong or those that are right
     * @param masters the folder with the master notebook and {@code wrong/<exercise>.edits}
     * @param exercise the exercise's name
     * @return the answers, none if there is no file
     * @throws IOException if a file cannot be read
     */
    public static EditedAnswers of(Kind kind, Path masters, String exercise) throws IOException {
        var file = kind.file(masters, exercise);
        return Files.exists(file)
                ? parse(
                        Files.readString(file),
                        Notebook.read(masters.resolve(exercise + ".ipynb")),
                        kind.folder + "/" + file.getFileName())
                : new EditedAnswers(List.of(), List.of());
    }

    /**
     * Applies edits to a solution.
     *
     * @param edits the text of the file
     * @param master the notebook with the solutions
     * @param file what messages call the file
     * @return the answers
     */
    static EditedAnswers parse(String edits, Notebook master, String file) {
        var cells = master.codeCells().stream()
                .filter(cell -> StudentNotebook.isAnswered(cell.source()))
                .map(StudentNotebook::solutionLines)
                .toList();
        return new Reader(cells, file).read(edits.lines().toList());
    }

    /** Lines that stand together in a cell, and what replaces them. */
    private record Place(List<String> found, List<String> put) {

        static Place empty() {
            return new Place(new ArrayList<>(), new ArrayList<>());
        }

        void add(String line) {
            var text = line.substring(1);
            if (line.charAt(0) != '+') {
                found.add(text);
            }
            if (line.charAt(0) != '-') {
                put.add(text);
            }
        }
    }

    /** One answer as it is read. */
    private record Draft(String name, String why, int line, List<String> edit, List<Place> places) {

        Draft(Matcher head, int line) {
            this(head.group(1), head.group(2), line, new ArrayList<>(), new ArrayList<>(List.of(Place.empty())));
        }

        void add(String text) {
            edit.add(text);
            if (text.equals(NEXT_PLACE)) {
                places.add(Place.empty());
            } else {
                places.get(places.size() - 1).add(text);
            }
        }
    }

    /** A cell of the solution, edited. */
    private record Edited(List<String> cell, List<String> lines) {

        /** The declarations that are not as they were; all of the cell if it can't be parsed any more. */
        String changed() {
            var split = split(lines);
            if (split.fault().isPresent()) {
                return String.join("\n", lines);
            }
            var before =
                    split(cell).parts().stream().map(CellParts.Part::source).collect(Collectors.toSet());
            return split.parts().stream()
                    .map(CellParts.Part::source)
                    .filter(source -> !before.contains(source))
                    .map(String::strip)
                    .collect(Collectors.joining("\n"));
        }

        private static CellParts split(List<String> lines) {
            return SPLITTER.split(String.join("\n", lines));
        }
    }

    private static final class Reader {

        private final List<List<String>> cells;
        private final String file;
        private final List<EditedAnswer> answers = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        Reader(List<List<String>> cells, String file) {
            this.cells = cells;
            this.file = file;
        }

        EditedAnswers read(List<String> lines) {
            var open = Optional.<Draft>empty();
            for (var i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                var head = HEAD.matcher(line);
                if (head.matches()) {
                    open.ifPresent(this::finish);
                    open = Optional.of(new Draft(head, i + 1));
                } else if (line.isEmpty()) {
                    open.ifPresent(this::finish);
                    open = Optional.empty();
                } else if (open.isPresent() && (" +-".indexOf(line.charAt(0)) >= 0 || line.equals(NEXT_PLACE))) {
                    open.get().add(line);
                } else {
                    fault(
                            i + 1,
                            "\"" + line + "\" is neither a line of an edit, which begins with -, + or a blank,"
                                    + " nor the begin of one, such as \"a-sum: Forgets to divide.\"");
                }
            }
            open.ifPresent(this::finish);
            return new EditedAnswers(answers, faults);
        }

        private void fault(int line, String what) {
            faults.add(file + ", line " + line + ": " + what);
        }

        private void finish(Draft draft) {
            if (!names.add(draft.name())) {
                fault(draft.line(), draft.name() + " stands there twice");
                return;
            }
            var nowhere =
                    draft.places().stream().anyMatch(place -> place.found().isEmpty());
            if (nowhere) {
                fault(draft.line(), draft.name() + " does not say where: each place needs a line of the solution");
                return;
            }
            var edited = cells.stream()
                    .flatMap(cell -> ways(cell, 0, draft.places()).stream().map(lines -> new Edited(cell, lines)))
                    .toList();
            if (edited.size() == 1) {
                keep(draft, edited.get(0));
            } else if (edited.isEmpty()) {
                fault(draft.line(), draft.name() + " does not apply to the solution: " + missing(draft));
            } else {
                fault(
                        draft.line(),
                        draft.name() + " applies to the solution in " + edited.size()
                                + " ways: add lines around it, with a blank in front");
            }
        }

        private void keep(Draft draft, Edited edited) {
            var source = edited.changed();
            if (source.isEmpty()) {
                fault(draft.line(), draft.name() + " changes nothing but comments or blanks, or only takes away");
            } else if (CHANCE.matcher(source).find()) {
                fault(
                        draft.line(),
                        draft.name() + " leaves to chance what it answers, so that no proof is like another;"
                                + " count the calls in a variable instead");
            } else {
                answers.add(new EditedAnswer(draft.name(), draft.why(), String.join("\n", draft.edit()), source));
            }
        }

        private String missing(Draft draft) {
            var all = cells.stream().flatMap(List::stream).collect(Collectors.toSet());
            return draft.places().stream()
                    .flatMap(place -> place.found().stream())
                    .filter(line -> !all.contains(line))
                    .findFirst()
                    .map(line -> "it has no line \"" + line + "\"")
                    .orElse("its lines do not stand together, in this order, in one cell");
        }

        /** All texts that a cell can become, from a line on. */
        private static List<List<String>> ways(List<String> cell, int from, List<Place> places) {
            if (places.isEmpty()) {
                return List.of(cell.subList(from, cell.size()));
            }
            var place = places.get(0);
            var length = place.found().size();
            var all = new ArrayList<List<String>>();
            for (var at = from; at + length <= cell.size(); at++) {
                if (cell.subList(at, at + length).equals(place.found())) {
                    for (var rest : ways(cell, at + length, places.subList(1, places.size()))) {
                        var text = new ArrayList<>(cell.subList(from, at));
                        text.addAll(place.put());
                        text.addAll(rest);
                        all.add(text);
                    }
                }
            }
            return all;
        }
    }
}
