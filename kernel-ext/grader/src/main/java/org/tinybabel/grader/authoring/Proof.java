package org.tinybabel.grader.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.api.Rejects;

/**
 * What the build proves about the tests of an exercise: the solution earns everything, the blank notebook nothing, and
 * every known-wrong answer is rejected by each test that names it.
 *
 * @param exercise the exercise with all of its tests
 * @param solution the graded master notebook
 * @param blank the graded student notebook
 * @param wrong the graded wrong answers by name
 */
public record Proof(
        ExerciseTests exercise,
        GradedSubmission solution,
        GradedSubmission blank,
        Map<String, GradedSubmission> wrong) {

    /**
     * Copies the map, keeping its order.
     *
     * @param exercise the exercise with all of its tests
     * @param solution the graded master notebook
     * @param blank the graded student notebook
     * @param wrong the graded wrong answers by name
     */
    public Proof {
        wrong = new LinkedHashMap<>(wrong);
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
            faults.add("The solution notebook does not run: " + solution.problem() + solution.cells());
        }
        if (blank.tests().isEmpty() || blank.earned() != 0) {
            faults.add("The blank notebook earns " + blank.earned() + " points: " + blank.problem());
        }
        faults.addAll(rejections());
        return faults;
    }

    private List<String> rejections() {
        var faults = new ArrayList<String>();
        var named = new TreeSet<String>();
        for (var test : exercise.tests()) {
            var rejects = test.method().getAnnotation(Rejects.class);
            if (rejects == null) {
                faults.add(test.id() + " names no wrong answer that it rejects");
                continue;
            }
            for (var answer : rejects.value()) {
                named.add(answer);
                if (!wrong.containsKey(answer)) {
                    faults.add(test.id() + " names the wrong answer " + answer + ", which does not exist");
                } else if (status(answer, test.id()) != TestResult.Status.FAILED) {
                    faults.add(test.id() + " does not reject the wrong answer " + answer);
                }
            }
        }
        wrong.keySet().stream()
                .filter(answer -> !named.contains(answer))
                .forEach(answer -> faults.add("No test names the wrong answer " + answer));
        return faults;
    }

    private TestResult.Status status(String answer, String test) {
        return wrong.get(answer).tests().stream()
                .filter(result -> result.test().equals(test))
                .map(TestResult::status)
                .findFirst()
                .orElse(TestResult.Status.ERROR);
    }

    /**
     * The matrix of tests and wrong answers as text: {@code x} rejected and named, {@code o} rejected though not named,
     * a dot for passed.
     *
     * @return one line for each wrong answer
     */
    public String matrix() {
        var tests = exercise.tests();
        var width = wrong.keySet().stream().mapToInt(String::length).max().orElse(0);
        var lines = new ArrayList<String>();
        for (var i = 0; i < tests.size(); i++) {
            lines.add(String.format("%3d  %s", i + 1, tests.get(i).id()));
        }
        var numbers = new StringBuilder(" ".repeat(width));
        for (var i = 0; i < tests.size(); i++) {
            numbers.append(String.format("%3d", i + 1));
        }
        lines.add(numbers.toString());
        wrong.keySet()
                .forEach(answer -> lines.add(tests.stream()
                        .map(test -> "  " + symbol(answer, test))
                        .collect(Collectors.joining("", String.format("%-" + Math.max(1, width) + "s", answer), ""))));
        return String.join("\n", lines);
    }

    private String symbol(String answer, ExerciseTests.TestMethod test) {
        if (status(answer, test.id()) == TestResult.Status.PASSED) {
            return ".";
        }
        var rejects = test.method().getAnnotation(Rejects.class);
        return rejects != null && List.of(rejects.value()).contains(answer) ? "x" : "o";
    }
}
