package org.tinybabel.exercises;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

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
    @DisplayName("counts where walks end")
    @Hint({
        "All walks from 0 end at the answer 2. All walks from 3 end at 4, a wrong option, one step before the answer 9.",
        "The walks from 5 end at 6, which is no option of their question: they count in neither number."
    })
    @Rejects({"c-all-walks", "c-passes-options"})
    void threeQuestions(KnowledgeSolver student) {
        var edges = new int[][] {{0, 0, 1}, {1, 0, 2}, {3, 0, 4}, {4, 0, 9}, {5, 0, 6}};
        var questions = new int[][] {{0, 2, 50, 51, 52, 53}, {3, 9, 4, 50, 51, 52}, {5, 50, 51, 52, 53, 54}};
        Answers.assertClose("the same number of each", student.leakage(edges, questions, false, 3, 1), 0.5, 1e-12);
    }

    @Test
    @Question("c")
    @Order(2)
    @DisplayName("walks against the arrows only if it may")
    @Hint({
        "From 0 the edge {1, 0, 0} can be taken backwards. Then there is one way to go on, to the answer 2.",
        "Forwards only, the walk from 0 does not move. The walk from 5 ends at 6, a wrong option, in any case."
    })
    @Rejects("c-ignores-undirected")
    void bothDirections(KnowledgeSolver student) {
        var edges = new int[][] {{1, 0, 0}, {1, 0, 2}, {5, 0, 6}};
        var questions = new int[][] {{0, 2, 50, 51, 52, 53}, {5, 50, 6, 51, 52, 53}};
        Answers.assertClose("in both directions", student.leakage(edges, questions, true, 3, 1), 0.5, 1e-12);
        Answers.assertClose("forwards only", student.leakage(edges, questions, false, 3, 1), 0, 1e-12);
    }

    @Test
    @Question("c")
    @Order(3)
    @Validation
    @DisplayName("refuses a set in which no walk ends at an option")
    @Hint("Nothing can be divided by 0 walks: throw IllegalArgumentException.")
    @Rejects("c-no-validation")
    void noArrival(KnowledgeSolver student) {
        Answers.assertRefuses(
                "one edge from 0 to 1, and no option is 1",
                () -> student.leakage(new int[][] {{0, 0, 1}}, new int[][] {{0, 2, 3, 4, 5, 6}}, false, 3, 1));
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a reading; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Reading.OPEN: the documentation of Reading says what each of them means.",
        "What differs between the second interval and the third, and what does not?"
    })
    @Rejects("d-no-reading")
    void namesAReading(KnowledgeSolver student) {
        Answers.assertGiven("the reading", student.reading());
    }

    @Test
    @Question("e")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.NO_GRAPH: the documentation of Control says what each of them compares.",
        "Which of them takes away what the claim names, and leaves the answer where it is?"
    })
    @Rejects("e-no-control")
    void namesAControl(KnowledgeSolver student) {
        Answers.assertGiven("the control", student.control());
    }

    @Test
    @Question("g")
    @Order(1)
    @Points(0)
    @DisplayName("names a flaw; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Flaw.LEAK: the documentation of Flaw says what each of them looks like.",
        "Ask of each flaw: what would I see in the code, or when I run it again, if it were this one?"
    })
    @Rejects("g-no-flaw")
    void namesAFlaw(KnowledgeSolver student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("g")
    @Order(2)
    @DisplayName("puts what lies beside the answer among the options")
    @Hint({
        "The answer is 10. From 0 an edge leads to 20 as well, so 20 is among the wrong options.",
        "The three others are three of 11, 12, 13 and 14, the tails of relation 0 at other heads.",
        "An edge leads from 5 to 0, but none from 0 to 5: 5 is no option."
    })
    @Rejects({"g-same-type", "g-both-ways"})
    void oneBeside(KnowledgeSolver student) {
        var edges = new int[][] {
            {0, 0, 10}, {0, 1, 20}, {1, 0, 11}, {2, 0, 12}, {3, 0, 13}, {4, 0, 14}, {5, 2, 0},
        };
        var options = student.fairOptions(edges, 0, 0, 1);
        Answers.assertGiven("the options", options);
        Answers.assertHolds(
                "the options",
                options,
                "five different ones",
                options.length == 5 && Arrays.stream(options).distinct().count() == 5);
        Answers.assertEqual("the first option", options[0], 10);
        Answers.assertHolds(
                "the options", options, "20 among them", Arrays.stream(options).anyMatch(option -> option == 20));
        Answers.assertHolds(
                "the options",
                options,
                "none but 10, 20 and three of 11, 12, 13 and 14",
                Set.of(10, 20, 11, 12, 13, 14)
                        .containsAll(Arrays.stream(options).boxed().toList()));
    }
}
