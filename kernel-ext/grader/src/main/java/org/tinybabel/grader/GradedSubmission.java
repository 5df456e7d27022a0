package org.tinybabel.grader;

import java.util.List;

/**
 * Everything that grading found out about one submission. All reports derive from it.
 *
 * @param student whose submission it is
 * @param file the notebook, relative to the folder of submissions
 * @param exercise the exercise's name
 * @param sha256 the hash of the notebook's bytes; blank if it could not be read
 * @param seed the seed of the order in which hidden tests ran
 * @param isolation how the student's code was kept apart
 * @param problem why there is no grade; blank if there is one
 * @param cells the cells that did not end well
 * @param tests the result of each test; empty if there is no grade
 */
public record GradedSubmission(
        String student,
        String file,
        String exercise,
        String sha256,
        long seed,
        String isolation,
        String problem,
        List<CellProblem> cells,
        List<TestResult> tests) {

    /**
     * Copies the lists.
     *
     * @param student whose submission it is
     * @param file the notebook, relative to the folder of submissions
     * @param exercise the exercise's name
     * @param sha256 the hash of the notebook's bytes; blank if it could not be read
     * @param seed the seed of the order in which hidden tests ran
     * @param isolation how the student's code was kept apart
     * @param problem why there is no grade; blank if there is one
     * @param cells the cells that did not end well
     * @param tests the result of each test; empty if there is no grade
     */
    public GradedSubmission {
        cells = List.copyOf(cells);
        tests = List.copyOf(tests);
    }

    /**
     * A cell that did not end well; the others were run all the same.
     *
     * @param cell the number of the code cell, from 1
     * @param message what happened, as the student would have seen it
     */
    public record CellProblem(int cell, String message) {}

    /**
     * A submission that could not be graded.
     *
     * @param student whose submission it is
     * @param file the notebook
     * @param exercise the exercise's name
     * @param problem why, in a sentence
     * @return a result without tests, which is not the same as no points
     */
    public static GradedSubmission failed(String student, String file, String exercise, String problem) {
        return new GradedSubmission(student, file, exercise, "", 0, "", problem, List.of(), List.of());
    }

    /**
     * Whether there is a grade.
     *
     * @return false if the submission could not be read or the grader failed
     */
    public boolean graded() {
        return problem.isBlank() && tests.stream().noneMatch(test -> test.status() == TestResult.Status.ERROR);
    }

    /**
     * The points earned.
     *
     * @return the sum over all tests
     */
    public int earned() {
        return TestRun.earned(tests);
    }

    /**
     * The points that could be earned.
     *
     * @return the sum over all tests
     */
    public int possible() {
        return TestRun.possible(tests);
    }
}
