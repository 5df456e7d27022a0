package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.TestsOf;

/** Tests whose names say whether they expect more than the contract documents. */
@TestsOf(Halving.class)
final class HalvingBroadChecks {

    @Test
    @Question("a")
    void fineByName(Halving student) {
        assertThatIllegalArgumentException().isThrownBy(() -> student.half(Double.NaN));
    }

    @Test
    @Question("a")
    void fineBySubclass(Halving student) {
        assertThrows(NumberFormatException.class, () -> student.half(Double.NaN));
    }

    @Test
    @Question("a")
    void fineByNarrowing(Halving student) {
        assertThatThrownBy(() -> student.half(Double.NaN))
                .hasMessageContaining("NaN")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> student.half(1)).doesNotThrowAnyException();
        assertThat((Object) student.half(1)).isInstanceOf(Double.class);
    }

    @Test
    @Question("b")
    void fineByDocumentation(Halving student) {
        assertThrows(FileNotFoundException.class, () -> student.read("x"));
        assertThrows(TimeoutException.class, () -> student.read("x"));
        assertThrows(InterruptedException.class, () -> student.read("x"));
    }

    @Test
    @Question("b")
    void fineWithResources(Halving student) throws IOException, InterruptedException {
        try (var resource = new ByteArrayInputStream(new byte[1])) {
            assertThat(student.read("" + resource.read())).isZero();
        } finally {
            fail("only to have a finally clause");
        }
    }

    @Test
    @Question("a")
    void fineAroundOtherCode(Halving student) {
        try {
            Integer.parseInt("x");
        } catch (RuntimeException e) {
            assertThat(student.half(2)).isEqualTo(1);
        }
    }

    @Test
    @Question("a")
    void broadRuntime(Halving student) {
        assertThrows(RuntimeException.class, () -> student.half(Double.NaN));
    }

    @Test
    @Question("a")
    void broadOfType(Halving student) {
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> student.half(Double.NaN));
    }

    @Test
    @Question("a")
    void broadByName(Halving student) {
        assertThatException().isThrownBy(() -> student.half(Double.NaN));
        assertThatRuntimeException().isThrownBy(() -> student.half(Double.NaN));
        assertThatIllegalStateException().isThrownBy(() -> student.half(Double.NaN));
    }

    @Test
    @Question("a")
    void broadThrownBy(Halving student) {
        assertThatThrownBy(() -> student.half(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    @Question("a")
    void broadInstance(Halving student) {
        assertThatThrownBy(() -> student.half(Double.NaN)).isInstanceOf(Throwable.class);
    }

    @Test
    @Question("a")
    void broadCatch(Halving student) {
        try {
            student.half(Double.NaN);
        } catch (RuntimeException e) {
            assertThat(e).hasMessage("NaN");
        }
    }

    @Test
    @Question("a")
    void broadCaught(Halving student) {
        assertThat(catchThrowable(() -> student.half(Double.NaN))).hasMessage("NaN");
    }

    @Test
    @Question("a")
    void broadByRoundabout(Halving student) {
        refuses(() -> student.half(Double.NaN));
    }

    private static void refuses(ThrowingCallable call) {
        assertThrows(Throwable.class, call::call);
    }

    @Test
    @Question("a")
    void broadForItsQuestion(Halving student) {
        assertThrows(TimeoutException.class, () -> student.half(Double.NaN));
    }
}
