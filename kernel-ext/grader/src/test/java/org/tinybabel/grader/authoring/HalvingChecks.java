package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;

/** Good tests of question (a); run by the grader, not by the build. */
@TestsOf(Halving.class)
final class HalvingChecks {

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("halves two")
    @Rejects("a-doubles")
    void halfOfTwo(Halving student) {
        assertThat(student.half(2)).isEqualTo(1);
    }

    @Test
    @Question("a")
    @Rejects("a-accepts-nan")
    void refusesNaN(Halving student) {
        assertThatIllegalArgumentException().isThrownBy(() -> student.half(Double.NaN));
    }
}
