package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The loop of an author: an exercise that no build has seen is proved from its sources. */
@DisabledOnOs(OS.WINDOWS)
class ProveIT {

    private static final String SOURCES = "exercises/src/main/java/org/tinybabel/exercises/MyPaper.java";

    @TempDir
    private Path folder;

    private AssembledKit kit;

    @BeforeEach
    void beginAnExercise() throws IOException {
        var home = folder.resolve("ein Kit für uns");
        var list = home.resolve("exercises/src/main/resources/org/tinybabel/exercises/contracts.txt");
        Files.createDirectories(list.getParent());
        Files.createDirectories(home.resolve("solutions"));
        Files.writeString(list, "");
        // Last, since a kit that is older than its sources is built.
        kit = new AssembledKit(home);
        kit.start("new-exercise", "31-my-paper");
    }

    @AfterEach
    void unlinkKit() throws IOException {
        kit.unlink();
    }

    private void replace(String file, String old, String text) throws IOException {
        var path = kit.home().resolve(file);
        var before = Files.readString(path);
        assertThat(before).contains(old);
        Files.writeString(path, before.replace(old, text));
    }

    @Test
    void aNewExerciseIsProvedAsItsSourcesHaveIt() throws IOException {
        var proved = kit.start("prove", "31");

        assertThat(proved.exitCode()).as(proved.output()).isZero();
        assertThat(proved.output())
                .containsPattern("31-my-paper: (\\d+) of \\1 notebooks graded")
                .containsPattern("31-my-paper: solution (\\d+) of \\1, blank 0, \\d+ wrong answers in sessions:")
                .containsPattern("a-bits +x ")
                .contains("Proved.")
                .doesNotContain("uilding");
        assertThat(kit.home().resolve("solutions/target/matrix/31-my-paper.html"))
                .content()
                .contains("a-bits");

        // A hidden test that was harder than the solution, an edit of what is gone, and a student notebook of before.
        replace(
                "solutions/src/main/java/org/tinybabel/solutions/MyPaperHiddenTest.java",
                "new double[] {1, 0}), 0,",
                "new double[] {1, 0}), 1,");
        replace("solutions/wrong/31-my-paper.edits", "-    tokens.forEach", "-    words.forEach");
        replace("solutions/31-my-paper.ipynb", "HINT 1: A map", "HINT 1: Some map");
        var faulty = kit.start("prove", "31-my-paper", "--isolated");

        assertThat(faulty.exitCode()).isEqualTo(1);
        assertThat(faulty.output())
                .contains(
                        "wrong answers each in a process of its own:",
                        "- The solution fails MyPaperHiddenTest.impossibleOutcomesAddNothing",
                        "b-different-tokens does not apply to the solution: it has no line \"    words.forEach",
                        "- The student notebook is not what its master says: run tinybabel assign",
                        "faults.");
    }

    @Test
    void whatDoesNotCompileAndWhatIsNotThereIsSaid() throws IOException {
        replace(SOURCES, "double entropy(", "double entropy(int ");
        var broken = kit.start("prove", "31");

        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.output())
                .contains("tinybabel prove: The exercise does not compile:", "MyPaper.java:")
                .doesNotContain("\tat ");

        assertThat(kit.start("prove", "77").output())
                .contains("tinybabel prove: There is no exercise \"77\"; there are 31-my-paper.");
    }
}
