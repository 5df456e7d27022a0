package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.Small;

final class ExpectedExceptionsTest {

    private static final Path SOURCES = Path.of("src/test/java");
    private static final ExerciseTests GOOD =
            ExerciseTests.visible(Halving.class).withHidden(HalvingHiddenChecks.class);
    private static final ExerciseTests BROAD = GOOD.withHidden(HalvingBroadChecks.class);

    @TempDir
    private Path elsewhere;

    @Test
    void testsThatExpectWhatTheContractSaysPass() throws IOException {
        assertThat(ExpectedExceptions.faults(GOOD, SOURCES)).isEmpty();
    }

    @Test
    void everyFormOfExpectingMoreIsFoundAndNothingElse() throws IOException {
        var tests = ExpectedExceptions.faults(BROAD, SOURCES).stream()
                .map(fault -> fault.replaceFirst(", line.*", "").replaceFirst(".*\\.", ""))
                .collect(Collectors.toCollection(java.util.TreeSet::new));

        assertThat(tests)
                .containsExactlyInAnyOrder(
                        "broadRuntime",
                        "broadOfType",
                        "broadByName",
                        "broadThrownBy",
                        "broadInstance",
                        "broadCatch",
                        "broadCaught",
                        "refuses",
                        "broadForItsQuestion");
    }

    @Test
    void aFaultNamesTestLineTypeAndWhatTheContractSays() throws IOException {
        var faults = ExpectedExceptions.faults(BROAD, SOURCES);

        assertThat(of(faults, "broadRuntime"))
                .singleElement()
                .asString()
                .matches(
                        "HalvingBroadChecks.broadRuntime, line \\d+: expects java.lang.RuntimeException, but the contract of"
                                + " question \\(a\\) documents only IllegalArgumentException: expect one of these, or document"
                                + " the other with @throws");
        assertThat(of(faults, "broadByName")).hasSize(3);
    }

    private static List<String> of(List<String> faults, String test) {
        return faults.stream().filter(fault -> fault.contains(test)).toList();
    }

    @Test
    void aContractThatDocumentsNothingAllowsNothing() throws IOException {
        assertThat(ExpectedExceptions.faults(ExerciseTests.visible(Small.class), SOURCES))
                .singleElement()
                .asString()
                .contains("twiceTooLarge", "question (a) documents no exception");
    }

    @Test
    void aContractWithoutItsSourceIsAFault() throws IOException {
        assertThat(ExpectedExceptions.faults(GOOD, elsewhere))
                .anySatisfy(fault -> assertThat(fault).contains("The source of the contract", "is not at"));
    }
}
