package org.tinybabel.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;

/** What students can check themselves: small graphs worked out by hand. */
@TestsOf(KnowledgeSolver.class)
public final class KnowledgeSolverTest {

    @Test
    @Question("a")
    @Order(1)
    @Points(2)
    @DisplayName("walks along a path, against its arrows, too")
    @Hint({
        "There is only one way to go in each step, so the seed does not matter.",
        "The edge {1, 0, 0} leads from 1 to 0; the walk takes it backwards.",
        "Two moves visit three entities."
    })
    @Rejects({"a-revisits", "a-forward-only", "a-counts-entities", "a-passes-options", "a-stops-at-start"})
    void aPath(KnowledgeSolver student) {
        var edges = new int[][] {{1, 0, 0}, {1, 0, 2}, {2, 0, 3}};
        Answers.assertEqual(
                "to the option 2", student.randomWalk(edges, 0, new int[] {2, 0}, 5, 1), new int[] {0, 1, 2});
        Answers.assertEqual("to the end", student.randomWalk(edges, 0, new int[0], 5, 1), new int[] {0, 1, 2, 3});
        Answers.assertEqual("two moves", student.randomWalk(edges, 0, new int[0], 2, 1), new int[] {0, 1, 2});
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("takes the best move, and reports facts as they stand")
    @Hint({
        "From 0 there are {0, 0, 1} forwards and {2, 1, 0} backwards; the second has the score at 1 + 2.",
        "The search has arrived at 2 and reports {2, 1, 0}, although it has walked from 0 to 2.",
        "Then it stops, for 2 is an option."
    })
    @Rejects({"b-forward-only", "b-reverses-facts", "b-passes-options", "b-same-score-both-ways"})
    void fourFacts(KnowledgeSolver student) {
        var edges = new int[][] {{0, 0, 1}, {2, 1, 0}, {2, 0, 3}};
        Answers.assertEqual(
                "backwards is better",
                student.solve(edges, 0, new int[] {2}, new double[] {1, 0, 0, 2}, 5),
                new int[][] {{2, 1, 0}});
        Answers.assertEqual(
                "forwards is better",
                student.solve(edges, 0, new int[] {2}, new double[] {3, 0, 0, 2}, 5),
                new int[][] {{0, 0, 1}});
    }

    @Test
    @Question("c")
    @Order(1)
    @DisplayName("counts the walks of two questions")
    @Hint({
        "Of the first question's walks, three end at an option, and two of them at the answer 1.",
        "The walk that ends at 9 counts in neither number: 9 is no option of its question."
    })
    @Rejects({"c-all-walks", "c-mean-of-questions", "c-last-is-answer"})
    void twoQuestions(KnowledgeSolver student) {
        Answers.assertClose(
                "two of four",
                student.leakage(new int[][] {{1, 1, 2, 9}, {6}}, new int[][] {{1, 2, 3}, {4, 5, 6}}),
                0.5,
                1e-12);
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a flaw; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Flaw.LEAK: the documentation of Flaw says what each of them looks like.",
        "Ask of each flaw: what would I see in the code, or when I run it again, if it were this one?"
    })
    @Rejects("d-no-flaw")
    void namesAFlaw(KnowledgeSolver student) {
        assertThat(student.flaw()).as("one of the constants of Flaw").isNotNull();
    }
}
