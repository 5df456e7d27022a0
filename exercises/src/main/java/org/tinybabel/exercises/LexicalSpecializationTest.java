package org.tinybabel.exercises;

import java.util.Arrays;
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
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What students can check themselves: small cases worked out by hand. */
@TestsOf(LexicalSpecialization.class)
public final class LexicalSpecializationTest {

    @Test
    @Question("a")
    @Order(1)
    @Points(2)
    @DisplayName("gives the mean of 1 and 1/3 for a query that finds its translation first and one that finds it third")
    @Hint({
        "The first query points to the right, as word 0 does: no other word has a larger cosine, the rank is 1.",
        "The second query points upwards. Word 1 does, too, and word 2 comes next: word 0 is third.",
        "The mean of 1 and 1/3 is 2/3. The mean rank would be 2, and 1/2 is something else."
    })
    @Rejects({"a-inverse-of-mean-rank", "a-from-zero"})
    void firstAndThird(LexicalSpecialization student) {
        var vocab = new double[][] {{1, 0}, {0, 1}, {1, 1}};
        var mrr = student.mrr(new double[][] {{1, 0}, {0, 1}}, vocab, new int[] {0, 0});
        Answers.assertClose("two queries, three words", mrr, 2 / 3.0, 1e-12);
    }

    @Test
    @Question("a")
    @Order(2)
    @Validation
    @DisplayName("refuses a translation that is not in the vocabulary")
    @Hint("Indices go from 0 to vocab.length − 1: throw IllegalArgumentException for others.")
    @Rejects("a-no-validation")
    void goldOutOfRange(LexicalSpecialization student) {
        Answers.assertRefuses(
                "word 2 of 2",
                () -> student.mrr(new double[][] {{1, 0}}, new double[][] {{1, 0}, {0, 1}}, new int[] {2}));
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("gives log(1 + 2/e) for two concepts with two words each that are at right angles")
    @Hint({
        "Each word has one partner, with cosine 1, and two negatives, with cosine 0.",
        "With τ = 1 every pair adds −log(e / (e + 1 + 1)) = log(1 + 2/e). There are four ordered pairs.",
        "A word is no partner of its own, and does not stand in its own denominator."
    })
    @Rejects("b-self-in-denominator")
    void twoConceptsAtRightAngles(LexicalSpecialization student) {
        var z = new double[][] {{1, 0}, {0, 1}, {2, 0}, {0, 3}};
        Answers.assertClose(
                "four words", student.ntXentLabels(z, new int[] {7, 4, 7, 4}, 1), Math.log(1 + 2 / Math.E), 1e-12);
    }

    @Test
    @Question("b")
    @Order(2)
    @Validation
    @DisplayName("refuses a batch without any pair")
    @Hint("If no two words share a label, there is nothing to bring together, and 0 / 0 would be NaN.")
    @Rejects("b-no-validation")
    void noPair(LexicalSpecialization student) {
        Answers.assertRefuses(
                "two words, two labels",
                () -> student.ntXentLabels(new double[][] {{1, 0}, {0, 1}}, new int[] {1, 2}, 1));
    }

    @Test
    @Question("c")
    @Order(1)
    @Points(2)
    @DisplayName("compares the range over numbers with the range over sets at the largest number")
    @Hint({
        "Number 10: the cells 0.1 and 0.3 have the mean 0.2. Number 100: 0.4 and 0.5 have 0.45. The range is 0.25.",
        "Sets at number 100: 0.4 and 0.5, a range of 0.1. So n matters more.",
        "In the second table number 100 has 0.2 and 0.6: a mean of 0.4, a range over numbers of 0.2, and 0.4 over sets."
    })
    @Rejects("c-sets-over-all-numbers")
    void rangesOfFourCells(LexicalSpecialization student) {
        Answers.assertEqual("first grid", student.dominantFactor(grid(0.1, 0.3, 0.4, 0.5)), "n");
        Answers.assertEqual("second grid", student.dominantFactor(grid(0.3, 0.1, 0.2, 0.6)), "langs");
    }

    private static Table grid(double... mrr) {
        return Table.create(
                "runs",
                IntColumn.create("n", 10, 10, 100, 100),
                StringColumn.create("langs", Arrays.asList("en-de", "en-ru", "en-de", "en-ru")),
                IntColumn.create("seed", 0, 0, 0, 0),
                DoubleColumn.create("mrr", mrr));
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a reading; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Reading.OPEN: the documentation of Reading says what each of them means.",
        "The claim compares two ranges. Which of the intervals is about a comparison?"
    })
    @Rejects("d-no-reading")
    void namesAReading(LexicalSpecialization student) {
        Answers.assertGiven("the reading", student.reading());
    }

    @Test
    @Question("e")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.WRONG_PARTNERS: the documentation of Control says what each of them compares.",
        "What do Italian and Ukrainian share with Spanish and Russian, which were among the six?"
    })
    @Rejects("e-no-control")
    void namesAControl(LexicalSpecialization student) {
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
    void namesAFlaw(LexicalSpecialization student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("g")
    @Order(2)
    @DisplayName("makes as many batches of 8 from 5 constraints as from 50")
    @Hint({
        "Shape (12, 8) in both cases: 96 indices. Five constraints are gone through 19 times, and once more up to the first.",
        "A batch may begin in one pass and end in the next: fill it from one long row of indices."
    })
    @Rejects("g-two-passes")
    void asManyBatches(LexicalSpecialization student) {
        for (var constraints : new int[] {5, 50}) {
            var shape = Arrays.stream(student.batches(constraints, 8, 12, 1))
                    .mapToInt(batch -> batch.length)
                    .toArray();
            Answers.assertEqual(
                    "the sizes of batches from " + constraints, shape, new int[] {8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8});
        }
    }
}
