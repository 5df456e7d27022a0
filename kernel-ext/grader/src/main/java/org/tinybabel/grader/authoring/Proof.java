package org.tinybabel.grader.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.ExerciseTests.TestMethod;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.api.NotSolvedYet;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * What the build proves about the tests of an exercise: the solution earns everything, the blank notebook compiles and
 * earns nothing, every known-wrong answer is rejected by each test that names it, every test is needed by one, and answers that
 * are right in another way earn everything, too.
 *
 * @param exercise the exercise with all of its tests
 * @param solution the graded master notebook
 * @param blank the graded student notebook
 * @param wrong the graded wrong answers by name
 * @param right the graded right answers by name, each with the seeds 1 to 8
 * @param unsound edits that do not apply, and answers that are judged in one way in a session and in another alone
 * @param how in what way the wrong answers were graded, in a few words
 */
public record Proof(
        ExerciseTests exercise,
        GradedSubmission solution,
        GradedSubmission blank,
        Map<String, GradedSubmission> wrong,
        Map<String, List<GradedSubmission>> right,
        List<String> unsound,
        String how) {

    private static final int SECONDS_PER_CALL = 5;

    // Wrong answers begin with the letter of their question and a hyphen.
    private static final String SOLUTION = "solution";
    private static final String BLANK = "blank";

    /** How a test met a wrong answer. */
    public enum Verdict {
        /** The test did not notice. */
        PASSED,
        /** The test rejects the answer, as it says it does. */
        NAMED,
        /** The test rejects the answer without naming it. */
        UNNAMED
    }

    /**
     * Copies the maps, keeping their order, and the list.
     *
     * @param exercise the exercise with all of its tests
     * @param solution the graded master notebook
     * @param blank the graded student notebook
     * @param wrong the graded wrong answers by name
     * @param right the graded right answers by name, each with the seeds 1 to 8
     * @param unsound edits that do not apply, and answers that are judged in one way in a session and in another alone
     * @param how in what way the wrong answers were graded, in a few words
     */
    public Proof {
        wrong = new LinkedHashMap<>(wrong);
        right = new LinkedHashMap<>(right);
        unsound = List.copyOf(unsound);
    }

    /**
     * Runs the master notebook, the student's notebook that follows from it, and the master notebook with each
     * known-wrong answer below it.
     *
     * @param exercise the exercise with all of its tests
     * @param masters the folder with the master notebook and {@code wrong/<exercise>.edits}
     * @param classPath what students' code may use; must not hold hidden tests
     * @param mode how the wrong answers are graded
     * @param told is told the names of notebooks and answers that are graded, from any thread
     * @return what came of it
     * @throws IOException if a file is missing or malformed
     */
    public static Proof of(
            ExerciseTests exercise, Path masters, List<Path> classPath, ProofMode mode, Consumer<String> told)
            throws IOException {
        var file = exercise.id() + ".ipynb";
        var master = Notebook.read(masters.resolve(file));
        var notebooks = new LinkedHashMap<String, Notebook>();
        notebooks.put(SOLUTION, master);
        notebooks.put(BLANK, StudentNotebook.from(master, file, QuestionPoints.of(exercise)));
        var session = new AnswerSession(
                exercise,
                master,
                classPath,
                SECONDS_PER_CALL,
                Runtime.getRuntime().availableProcessors(),
                told);
        var whole = session.sideBySide(notebooks);
        var answers = EditedAnswers.of(EditedAnswers.Kind.WRONG, masters, exercise.id());
        var others = EditedAnswers.of(EditedAnswers.Kind.RIGHT, masters, exercise.id());
        var outcome = session.grade(
                answers.answers(), others.answers(), whole.get(SOLUTION).earned(), mode);
        var untried = others.answers().stream()
                .map(EditedAnswer::name)
                .filter(name -> !outcome.right().containsKey(name))
                .map(name -> "The right answer " + name + " could not be tried: a session did not end as it had begun")
                .toList();
        return new Proof(
                exercise,
                whole.get(SOLUTION),
                whole.get(BLANK),
                outcome.graded(),
                outcome.right(),
                Stream.of(answers.faults(), others.faults(), untried, outcome.differences())
                        .flatMap(List::stream)
                        .toList(),
                outcome.how());
    }

    /**
     * A notebook with one more code cell at its end, whose declarations replace earlier ones.
     *
     * @param master the notebook
     * @param source the code
     * @return a copy
     */
    public static Notebook withAnswer(Notebook master, String source) {
        var notebook = master.copy();
        var cell = new Cell(new com.google.gson.JsonObject());
        cell.json().addProperty("cell_type", "code");
        cell.json().addProperty("id", "one-more");
        cell.json().add("metadata", new com.google.gson.JsonObject());
        cell.setSource(source);
        cell.setOutputs(List.of(), 0);
        notebook.json().getAsJsonArray("cells").add(cell.json());
        return notebook;
    }

    /**
     * Everything that is not as it must be.
     *
     * @return one sentence for each fault; empty if the exercise is proved
     */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        for (var result : solution.tests()) {
            if (result.status() != TestResult.Status.PASSED) {
                faults.add("The solution fails " + result.test() + ": " + result.message());
            }
        }
        if (solution.tests().isEmpty() || !solution.cells().isEmpty()) {
            faults.add("The solution notebook does not run: " + solution.problem() + messages(solution));
        }
        faults.addAll(blankFaults());
        faults.addAll(unsound);
        faults.addAll(rejections());
        right.forEach((answer, graded) -> refused(answer, graded).ifPresent(faults::add));
        return faults;
    }

    private static Optional<String> refused(String answer, List<GradedSubmission> graded) {
        for (var i = 0; i < graded.size(); i++) {
            for (var result : graded.get(i).tests()) {
                if (result.status() != TestResult.Status.PASSED) {
                    return Optional.of("The right answer " + answer + " fails " + result.test() + " with seed "
                            + AnswerSession.SEEDS.get(i) + ": " + result.message());
                }
            }
        }
        return Optional.empty();
    }

    private List<String> blankFaults() {
        var faults = new ArrayList<String>();
        if (blank.tests().isEmpty() || !blank.problem().isBlank()) {
            faults.add("The blank notebook could not be tested: " + blank.problem());
        }
        for (var result : blank.tests()) {
            if (result.earned() != 0) {
                faults.add("The blank notebook earns " + result.earned() + " points in " + result.test()
                        + ": does the test call the student's method?");
            }
        }
        // Cells below a blank stub may fail because of it, and of nothing else.
        for (var cell : blank.cells()) {
            if (!cell.message().contains(NotSolvedYet.class.getSimpleName())) {
                faults.add("The blank notebook does not compile and run from top to bottom: code cell " + cell.cell()
                        + ": " + cell.message());
            }
        }
        return faults;
    }

    private static String messages(GradedSubmission submission) {
        return submission.cells().stream()
                .map(cell -> "code cell " + cell.cell() + ": " + cell.message())
                .collect(Collectors.joining("; "));
    }

    private List<String> rejections() {
        var faults = new ArrayList<String>();
        var named = new TreeSet<String>();
        for (var test : exercise.tests()) {
            var rejects = rejects(test);
            if (rejects.isEmpty()) {
                faults.add(test.id() + " names no wrong answer that it rejects: no wrong answer needs this test");
            }
            for (var answer : rejects) {
                named.add(answer);
                if (!wrong.containsKey(answer)) {
                    faults.add(test.id() + " names the wrong answer " + answer + ", which does not exist");
                } else if (status(answer, test) != TestResult.Status.FAILED) {
                    faults.add(test.id() + " does not reject the wrong answer " + answer
                            + (wrong.get(answer).problem().isBlank()
                                    ? ""
                                    : ": " + wrong.get(answer).problem()));
                }
            }
        }
        wrong.keySet().stream()
                .filter(answer -> !named.contains(answer))
                .forEach(answer -> faults.add("No test names the wrong answer " + answer));
        wrong.forEach((answer, graded) -> whyUseless(graded)
                .ifPresent(why -> faults.add("The wrong answer " + answer + " must compile and run: " + why)));
        return faults;
    }

    /** An answer that cannot be called is rejected by every test, which proves nothing about them. */
    private Optional<String> whyUseless(GradedSubmission graded) {
        var broken = graded.cells().stream()
                .filter(cell -> !solution.cells().contains(cell))
                .map(GradedSubmission.CellProblem::message);
        var uncallable = graded.tests().stream()
                .filter(result -> result.calls().stream().anyMatch(call -> !call.answered()))
                .map(TestResult::message);
        return Stream.concat(broken, uncallable).findFirst();
    }

    private static List<String> rejects(TestMethod test) {
        return Optional.ofNullable(test.method().getAnnotation(Rejects.class))
                .map(rejects -> List.of(rejects.value()))
                .orElse(List.of());
    }

    private TestResult.Status status(String answer, TestMethod test) {
        return wrong.get(answer).tests().stream()
                .filter(result -> result.test().equals(test.id()))
                .map(TestResult::status)
                .findFirst()
                .orElse(TestResult.Status.ERROR);
    }

    /**
     * How a test met a wrong answer.
     *
     * @param answer the wrong answer's name
     * @param test one of the exercise's tests
     * @return whether the test rejects it, and whether it says so
     */
    public Verdict verdict(String answer, TestMethod test) {
        if (status(answer, test) == TestResult.Status.PASSED) {
            return Verdict.PASSED;
        }
        return rejects(test).contains(answer) ? Verdict.NAMED : Verdict.UNNAMED;
    }

    /**
     * The wrong answers that would pass if a test were taken away.
     *
     * @param test one of the exercise's tests
     * @return the names of the answers that no other test rejects
     */
    public List<String> onlyCaughtBy(TestMethod test) {
        return wrong.entrySet().stream()
                .filter(answer -> answer.getValue().tests().stream()
                        .filter(result -> result.status() != TestResult.Status.PASSED)
                        .map(TestResult::test)
                        .toList()
                        .equals(List.of(test.id())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The matrix of tests and wrong answers as text: {@code x} rejected and named, {@code o} rejected though not named,
     * a dot for passed. An exclamation mark stands before a test that alone catches a wrong answer.
     *
     * @return one line for each test, then one for each wrong answer
     */
    public String matrix() {
        var tests = exercise.tests();
        var width = wrong.keySet().stream().mapToInt(String::length).max().orElse(0);
        var lines = new ArrayList<String>();
        for (var i = 0; i < tests.size(); i++) {
            var alone = onlyCaughtBy(tests.get(i));
            lines.add(String.format(
                            Locale.ROOT,
                            "%3d %s %s",
                            i + 1,
                            alone.isEmpty() ? " " : "!",
                            tests.get(i).id())
                    + (alone.isEmpty() ? "" : "  (alone catches " + String.join(", ", alone) + ")"));
        }
        var numbers = new StringBuilder(" ".repeat(width));
        for (var i = 0; i < tests.size(); i++) {
            numbers.append(String.format(Locale.ROOT, "%3d", i + 1));
        }
        lines.add(numbers.toString());
        wrong.keySet()
                .forEach(answer -> lines.add(tests.stream()
                        .map(test -> "  " + symbol(answer, test))
                        .collect(Collectors.joining(
                                "", String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", answer), ""))));
        return String.join("\n", lines);
    }

    private String symbol(String answer, TestMethod test) {
        return switch (verdict(answer, test)) {
            case PASSED -> ".";
            case NAMED -> "x";
            case UNNAMED -> "o";
        };
    }
}
