package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.TestsOf;

/** The tests of the small exercise; run by the grader, not by the build. */
@TestsOf(Small.class)
final class SmallChecks {

    @Test
    @Question("a")
    @Points(2)
    @Hint("add it to itself")
    void twiceThree(Small student) {
        assertThat(student.twice(3)).as("twice 3").isEqualTo(6);
    }

    @Test
    @Question("a")
    @DisplayName("refuses numbers that are too large")
    @Hint({"throw an exception", "IllegalArgumentException is its name"})
    void twiceTooLarge(Small student) {
        assertThatIllegalArgumentException().isThrownBy(() -> student.twice(Integer.MAX_VALUE));
    }

    @Test
    @Question("b")
    void halvesOfTwo(Small student) {
        assertThat(student.halves(List.of(1.0, 3.0))).containsExactly(0.5, 1.5);
    }

    @Test
    @Question("c")
    void sumOfGroups(Small student) {
        assertThat(student.sum(Map.of("x", new int[] {1, 2}))).isEqualTo(new Small.Sum(3, "x"));
    }
}
