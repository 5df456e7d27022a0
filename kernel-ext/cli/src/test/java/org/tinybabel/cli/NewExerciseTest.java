package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewExerciseTest {

    @TempDir
    private Path home;

    @BeforeEach
    void makeACheckout() throws IOException {
        var list = home.resolve("exercises/src/main/resources/org/tinybabel/exercises/contracts.txt");
        Files.createDirectories(list.getParent());
        Files.createDirectories(home.resolve("solutions"));
        Files.writeString(list, "");
    }

    @Test
    void theFilesAreListedAndTheNextStepsTold() {
        var call = Invocation.of(home, "new-exercise", "31-my-paper", "--title", "My Paper");

        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(call.out().lines())
                .doesNotHaveDuplicates()
                .contains(
                        "solutions/31-my-paper.ipynb",
                        "solutions/right/31-my-paper.edits",
                        "solutions/wrong/31-my-paper.edits",
                        "exercises/31-my-paper.ipynb")
                .allSatisfy(file -> assertThat(home.resolve(file)).isRegularFile());
        assertThat(call.err()).startsWith("Next:").contains("./tinybabel assign", "./tinybabel prove 31-my-paper");
        assertThat(home.resolve("exercises/31-my-paper.ipynb")).content().contains("# Exercises: My Paper");
    }

    @Test
    void aBadNameIsSaidPlainlyAndNothingIsWritten() {
        var bad = Invocation.of(home, "new-exercise", "My Paper");

        assertThat(bad.exitCode()).isEqualTo(2);
        assertThat(bad.err()).startsWith("tinybabel new-exercise: \"My Paper\" is no name for an exercise");
        assertThat(home.resolve("solutions")).isEmptyDirectory();
    }

    @Test
    void aNumberThatIsTakenIsSaidPlainly() {
        Invocation.of(home, "new-exercise", "31-my-paper");
        var again = Invocation.of(home, "new-exercise", "31-other");

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("The number 31 is taken by");
    }
}
