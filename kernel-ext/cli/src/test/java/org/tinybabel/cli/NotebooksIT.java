package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every walk-through, from top to bottom in the real kernel, comes to the verdicts that are stored in it. */
class NotebooksIT {

    static List<Path> notebooks() {
        return new Kit(AssembledKit.ROOT).allNotebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void itRunsWithoutErrorAndFindsItsStoredVerdictsAgain(Path notebook) {
        var run = Invocation.of(
                AssembledKit.ROOT,
                "run",
                notebook.toString(),
                "--verify",
                "--tolerance",
                "Infinity",
                "--timeout",
                "300");

        System.out.println(run.err());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
