package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;

/** Hidden tests that no exercise should have. */
@TestsOf(Halving.class)
final class HalvingIdleChecks {

    @Test
    @Question("a")
    @Rejects("a-doubles")
    void neverCallsTheStudent(Halving student) {
        assertThat(1 + 1).isEqualTo(2);
    }

    @Test
    @Question("a")
    void namesNoAnswer(Halving student) {
        assertThat(student.half(4)).isEqualTo(2);
    }

    @Test
    @Question("a")
    @Rejects({})
    void namesAnEmptyList(Halving student) {
        assertThat(student.half(6)).isEqualTo(3);
    }
}
