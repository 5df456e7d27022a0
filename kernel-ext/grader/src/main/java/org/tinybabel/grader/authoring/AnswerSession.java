package org.tinybabel.grader.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.TopToBottom;
import org.tinybabel.grader.remote.StudentProcessDied;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Grades answers to one exercise: in sessions, in which the solution's cells run once and each answer is declared below them,
 * tested and taken back; or, the long way, each known-wrong one in a process of its own.
 *
 * @param tests the exercise with its tests
 * @param master the notebook with the solutions
 * @param classPath what students' code may use; must not hold hidden tests
 * @param secondsPerCall the processor time of one call of a student's method, in seconds
 * @param atOnce how many processes run at the same time
 * @param told is told the names of notebooks and answers that are graded, from any thread
 */
record AnswerSession(
        ExerciseTests tests,
        Notebook master,
        List<Path> classPath,
        int secondsPerCall,
        int atOnce,
        Consumer<String> told) {

    private static final String SOLUTION = "the solution in a session";

    /**
     * What came of the answers.
     *
     * @param graded the graded wrong answers by name, in order
     * @param right the graded right answers by name, in order, each once for each seed; not all if sessions do not end as they begin
     * @param differences answers that a session judges in another way than a process of their own, one sentence each
     * @param how in what way they were graded, in a few words
     */
    record Outcome(
            Map<String, GradedSubmission> graded,
            Map<String, List<GradedSubmission>> right,
            List<String> differences,
            String how) {}

    /** Answers that wait for a session, and what became of others. */
    private record Work(
            Queue<EditedAnswer> wrong,
            Queue<EditedAnswer> right,
            Map<String, GradedSubmission> graded,
            Map<String, List<GradedSubmission>> gradedRight) {

        static Work of(List<EditedAnswer> wrong, List<EditedAnswer> right) {
            return new Work(
                    new ConcurrentLinkedQueue<>(wrong),
                    new ConcurrentLinkedQueue<>(right),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
        }
    }

    /** Those with which answers must be right that are right. */
    static final List<Long> SEEDS = LongStream.rangeClosed(1, 8).boxed().toList();

    /** Grades answers as the mode says; a session must find the points that the solution earns, both first and last. */
    Outcome grade(List<EditedAnswer> answers, List<EditedAnswer> right, int solutionEarns, ProofMode mode) {
        var work = Work.of(mode.isolated() ? List.of() : answers, right);
        var sound = inSessions(work, solutionEarns);
        var rightInOrder = inOrder(right, sound ? work.gradedRight() : Map.of());
        if (mode.isolated()) {
            return new Outcome(isolated(answers), rightInOrder, List.of(), "each in a process of its own");
        }
        if (!sound) {
            return new Outcome(
                    isolated(answers),
                    rightInOrder,
                    List.of(),
                    "each in a process of its own, because a session did not end as it had begun");
        }
        var graded = work.graded();
        var sample = IntStream.range(0, answers.size())
                .filter(mode::repeats)
                .mapToObj(answers::get)
                .toList();
        var differences = new ArrayList<String>();
        isolated(sample).forEach((name, alone) -> differences.addAll(differences(name, graded.get(name), alone, mode)));
        return new Outcome(
                inOrder(answers, graded),
                rightInOrder,
                differences,
                "in sessions" + (processes(graded) == 0 ? "" : " (begun anew: " + processes(graded) + ")")
                        + (mode.turn().isEmpty()
                                ? ""
                                : ", " + sample.size() + " of " + answers.size()
                                        + " once more in processes of their own (" + mode.again() + ")"));
    }

    /** Each session begins with one process; answers have cost the others. */
    private static int processes(Map<String, GradedSubmission> graded) {
        return graded.values().stream()
                .mapToInt(result -> result.costs().processes())
                .sum();
    }

    /** All answers, each in a process of its own. */
    private Map<String, GradedSubmission> isolated(List<EditedAnswer> answers) {
        var notebooks = new LinkedHashMap<String, Notebook>();
        answers.forEach(answer -> notebooks.put(answer.name(), Proof.withAnswer(master, answer.source())));
        return sideBySide(notebooks);
    }

    /** Notebooks from top to bottom: each spends most of its time in a process of its own. */
    Map<String, GradedSubmission> sideBySide(Map<String, Notebook> notebooks) {
        var run = new TopToBottom(tests, classPath, secondsPerCall);
        var graded = new ConcurrentHashMap<String, GradedSubmission>();
        together(notebooks.entrySet().stream()
                .<Callable<Boolean>>map(entry -> () -> {
                    graded.put(entry.getKey(), run.run(entry.getValue(), entry.getKey()));
                    told.accept(entry.getKey());
                    return true;
                })
                .toList());
        var ordered = new LinkedHashMap<String, GradedSubmission>();
        notebooks.keySet().forEach(name -> ordered.put(name, graded.get(name)));
        return ordered;
    }

    /** Sessions side by side, which take the answers from the same queues. False if one does not end as it began. */
    private boolean inSessions(Work work, int solutionEarns) {
        return !together(Stream.<Callable<Boolean>>generate(() -> () -> session(work, solutionEarns))
                        .limit(Math.min(
                                atOnce, work.wrong().size() + work.right().size()))
                        .toList())
                .contains(false);
    }

    private boolean session(Work work, int solutionEarns) {
        try (var open = new TopToBottom(tests, classPath, secondsPerCall).open(master)) {
            if (open.grade(SOLUTION).earned() != solutionEarns) {
                return false;
            }
            for (var answer = work.wrong().poll();
                    answer != null;
                    answer = work.wrong().poll()) {
                work.graded().put(answer.name(), open.grade(answer.name(), answer.source()));
                told.accept(answer.name());
            }
            for (var answer = work.right().poll();
                    answer != null;
                    answer = work.right().poll()) {
                work.gradedRight().put(answer.name(), open.grade(answer.name(), answer.source(), SEEDS));
                told.accept(answer.name());
            }
            return open.grade(SOLUTION).earned() == solutionEarns;
        } catch (StudentProcessDied e) {
            // Not even the solution's own cells run, which the proof of the solution says better.
            return false;
        }
    }

    private List<Boolean> together(List<Callable<Boolean>> tasks) {
        var pool = Executors.newFixedThreadPool(atOnce);
        try {
            var results = new ArrayList<Boolean>();
            for (var task : pool.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the proof was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a notebook could not be graded", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> Map<String, T> inOrder(List<EditedAnswer> answers, Map<String, T> graded) {
        var ordered = new LinkedHashMap<String, T>();
        answers.stream()
                .map(EditedAnswer::name)
                .filter(graded::containsKey)
                .forEach(name -> ordered.put(name, graded.get(name)));
        return ordered;
    }

    private static List<String> differences(
            String name, GradedSubmission session, GradedSubmission alone, ProofMode mode) {
        var inSession = row(session);
        return row(alone).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(inSession.get(entry.getKey())))
                .map(entry -> "The wrong answer " + name + " is judged by " + entry.getKey() + " as "
                        + inSession.get(entry.getKey()) + " in a session and as " + entry.getValue()
                        + " in a process of its own, with " + mode.again())
                .toList();
    }

    /** What each test says of an answer, and which of its cells fail. */
    private static Map<String, String> row(GradedSubmission graded) {
        var row = graded.tests().stream()
                .collect(Collectors.toMap(
                        TestResult::test,
                        result -> result.status().name(),
                        (first, second) -> first,
                        LinkedHashMap::new));
        row.put(
                "the compiler",
                graded.cells().stream()
                        .map(cell -> "cell " + cell.cell() + " fails")
                        .collect(Collectors.joining(", ", "[", "]")));
        return row;
    }
}
