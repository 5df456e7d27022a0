package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Student;

final class TestMemoryTest {

    private static TestResult result(String test, TestResult.Status status) {
        return new TestResult(test, "a", test, true, 1, status, "", List.of(), List.of(), 0);
    }

    /** The words of a call hold its arguments, such as a table of several lines. */
    @Test
    void aTestIsAffectedByTheMethodsThatItHasCalledWhateverTheirArguments() {
        var memory = new TestMemory();
        memory.calls(
                "T.table", List.of(new Student.Call("range(a | b\n1 | (2))", "3"), new Student.Call("mean()", "1")));
        memory.calls("T.none", List.of());
        memory.calls("T.failed", List.of());
        memory.results(List.of(
                result("T.table", TestResult.Status.PASSED),
                result("T.none", TestResult.Status.PASSED),
                result("T.unknown", TestResult.Status.PASSED),
                result("T.failed", TestResult.Status.FAILED)));

        assertThat(memory.unaffectedBy(Set.of("range"))).containsOnlyKeys("T.none");
        assertThat(memory.unaffectedBy(Set.of("mean", "other"))).containsOnlyKeys("T.none");
        assertThat(memory.unaffectedBy(Set.of("other"))).containsOnlyKeys("T.none", "T.table");
    }
}
