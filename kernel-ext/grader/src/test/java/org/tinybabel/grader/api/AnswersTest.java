package org.tinybabel.grader.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

final class AnswersTest {

    private record Counts(Map<String, Integer> byToken, String mostFrequent) {}

    private static String message(Object actual, Object expected, double tolerance) {
        return catchThrowableOfType(
                        AssertionError.class, () -> Answers.assertClose("answer", actual, expected, tolerance))
                .getMessage();
    }

    private static String message(Object actual, Object expected) {
        return message(actual, expected, 0);
    }

    @Test
    void aScalarIsComparedWithinTheTolerance() {
        assertThatCode(() -> Answers.assertClose("x", 1.0 + 1e-13, 1, 1e-12)).doesNotThrowAnyException();
        assertThat(message(0.25, 0.375, 1e-12))
                .isEqualTo("answer: expected 0.375, got 0.25 (off by 0.125, allowed 1e-12)");
        assertThat(message(5, 6)).isEqualTo("answer: expected 6, got 5 (off by 1)");
    }

    @Test
    void anArrayIsComparedByIndex() {
        assertThat(message(new double[] {1, 2.5, 9}, new double[] {1, 2, 3}, 0.1))
                .isEqualTo("answer: index 1: expected 2.0, got 2.5 (off by 0.5, allowed 0.1); 2 of 3 entries differ,"
                        + " most at index 2 (off by 6)");
    }

    @Test
    void aMatrixIsComparedByRowAndColumn() {
        var expected = new double[][] {{0.5, 0.5}, {0.25, 0.375}};
        var actual = new double[][] {{0.5, 0.5}, {0.25, 0.25}};

        assertThat(message(actual, expected, 1e-12))
                .isEqualTo("answer: row 1, column 1: expected 0.375, got 0.25 (off by 0.125, allowed 1e-12);"
                        + " 1 of 4 entries differ");
    }

    @Test
    void aWrongShapeIsSaidBeforeAnyWrongEntry() {
        assertThat(message(new double[][] {{9, 9}}, new double[][] {{1, 2}, {3, 4}}))
                .isEqualTo("answer: expected 2 rows, got 1 row");
        assertThat(message(new double[][] {{9, 9}, {9}}, new double[][] {{1, 2}, {3, 4}}))
                .isEqualTo("answer: index 1: expected 2 entries, got 1 entry");
        assertThat(message(new int[0], new int[] {1})).isEqualTo("answer: expected 1 entry, got 0 entries");
    }

    @Test
    void notANumberAndInfinityAreValues() {
        var nan = Double.NaN;
        var infinity = Double.POSITIVE_INFINITY;

        assertThatCode(() -> Answers.assertClose("x", new double[] {nan, infinity}, new double[] {nan, infinity}, 1e-9))
                .doesNotThrowAnyException();
        assertThatCode(() -> Answers.assertEqual("x", -0.0, 0.0)).doesNotThrowAnyException();
        assertThat(message(nan, 1.0, 1e9)).isEqualTo("answer: expected 1.0, got NaN");
        assertThat(message(1.0, nan, 1e9)).isEqualTo("answer: expected NaN, got 1.0");
        assertThat(message(-infinity, infinity, 1e9)).isEqualTo("answer: expected Infinity, got -Infinity");
    }

    @Test
    void listsMapsSetsAndRecordsAreComparedEntryByEntry() {
        assertThat(message(List.of("a", "c"), List.of("a", "b")))
                .isEqualTo("answer: index 1: expected \"b\", got \"c\"; 1 of 2 entries differ");
        assertThat(message(Map.of("a", 1), Map.of("a", 2)))
                .isEqualTo("answer: key \"a\": expected 2, got 1 (off by 1)");
        assertThat(message(Map.of("a", 1), Map.of("b", 1)))
                .isEqualTo("answer: expected a key \"b\", got a map without it");
        assertThat(message(Map.of("a", 1, "b", 1), Map.of("b", 1)))
                .isEqualTo("answer: expected no key \"a\", got a map with it");
        assertThat(message(Set.of(1), Set.of(2))).isEqualTo("answer: expected a set with 2, got a set without it");
        assertThat(message(Set.of(1, 2), Set.of(2))).isEqualTo("answer: expected a set without 1, got a set with it");
        assertThat(message(new Counts(Map.of("a", 1), "a"), new Counts(Map.of("a", 3), "b")))
                .isEqualTo("answer: byToken, key \"a\": expected 3, got 1 (off by 2); 2 of 2 entries differ");
        assertThat(message(
                        Map.of("x", List.of(new double[] {1}, new double[] {2})),
                        Map.of("x", List.of(new double[] {1}, new double[] {3}))))
                .isEqualTo(
                        "answer: key \"x\", row 1, column 0: expected 3.0, got 2.0 (off by 1); 1 of 2 entries differ");
    }

    @Test
    void aTableIsComparedByRowAndColumnName() {
        var expected = Table.create(StringColumn.create("word", "a", "b"), DoubleColumn.create("p", 0.5, 0.25));
        var actual = Table.create(StringColumn.create("word", "a", "b"), DoubleColumn.create("p", 0.5, 0.75));
        var missing = Table.create(StringColumn.create("word", "a", "b"), DoubleColumn.create("p", 0.5, Double.NaN));

        assertThat(message(actual, expected, 1e-9))
                .isEqualTo("answer: row 1, column \"p\": expected 0.25, got 0.75 (off by 0.5, allowed 1e-9);"
                        + " 1 of 4 entries differ");
        assertThat(message(missing, expected))
                .isEqualTo("answer: row 1, column \"p\": expected 0.25, got \"(missing)\"; 1 of 4 entries differ");
        assertThat(message(expected.first(1), expected)).isEqualTo("answer: expected 2 rows, got 1 row");
        assertThat(message(expected.selectColumns("p"), expected))
                .isEqualTo("answer: expected the columns [word, p], got [p]");
        assertThat(message(actual.column("p"), expected.column("p")))
                .isEqualTo("answer: row 1: expected 0.25, got 0.75 (off by 0.5); 1 of 2 entries differ");
    }

    @Test
    void nothingAndOtherTypesAreSaidPlainly() {
        assertThat(message(null, 1.0)).isEqualTo("answer: expected 1.0, got null");
        assertThat(message("1", 1)).isEqualTo("answer: expected 1, got \"1\"");
        assertThat(message(
                        new StringBuilder("x"),
                        new StringBuilder("x").toString().toCharArray()[0]))
                .isEqualTo("answer: expected x, got x (a StringBuilder, not a Character)");
        assertThat(message(9007199254740993L, 9007199254740992L)).startsWith("answer: expected 9007199254740992");
    }

    @Test
    void numbersOfDifferentTypesAreEqualByValue() {
        assertThatCode(() -> Answers.assertEqual("x", List.of(1L, 2), new double[] {1, 2}))
                .doesNotThrowAnyException();
    }

    @Test
    void aToleranceThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.assertClose("x", 1, 1, Double.NaN))
                .withMessage("a tolerance must be 0 or more, got NaN");
    }
}
