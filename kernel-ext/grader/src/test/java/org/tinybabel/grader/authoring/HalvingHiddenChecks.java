package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;

/** A good hidden test. */
@TestsOf(Halving.class)
final class HalvingHiddenChecks {

    @Test
    @Question("a")
    @Rejects("a-absolute")
    void halfOfMinusThree(Halving student) {
        assertThat(student.half(-3)).isEqualTo(-1.5);
    }
}
