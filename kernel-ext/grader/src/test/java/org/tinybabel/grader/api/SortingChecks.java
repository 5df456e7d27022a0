package org.tinybabel.grader.api;

import org.junit.jupiter.api.Test;

/** Run by the grader, not by the build. */
@TestsOf(Sorting.class)
public final class SortingChecks {

    @Test
    @Question("a")
    void sorts(Sorting student) {
        Answers.assertEqual("3, 1, 2 in order", student.sorted(new double[] {3, 1, 2}), new double[] {1, 2, 3});
    }

    @Test
    @Question("a")
    void largest(Sorting student) {
        Answers.assertEqual("the largest of 3, 1", student.largest(new double[] {3, 1}), 3);
    }

    /** Looks into what came back, which may be nothing. */
    @Test
    @Question("a")
    void first(Sorting student) {
        Answers.assertEqual("the first", student.sorted(new double[] {1})[0], 1);
    }
}
