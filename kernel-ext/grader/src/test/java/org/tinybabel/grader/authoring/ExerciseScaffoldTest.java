package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.kernel.notebook.Notebook;

final class ExerciseScaffoldTest {

    private static final String LIST = "exercises/src/main/resources/org/tinybabel/exercises/contracts.txt";

    @TempDir
    private Path home;

    @BeforeEach
    void makeACheckout() throws IOException {
        Files.createDirectories(home.resolve("solutions"));
        Files.createDirectories(home.resolve(LIST).getParent());
        Files.writeString(home.resolve(LIST), "# contracts\norg.tinybabel.exercises.StartHere");
        Files.writeString(home.resolve("exercises/00-start-here.ipynb"), "{}");
    }

    private List<String> everything() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesACompleteExerciseAndRegistersIt() throws IOException {
        var written = new ExerciseScaffold(home, "31-my-2-papers", "My (two) papers").write();

        assertThat(written)
                .map(file -> home.relativize(file).toString())
                .containsExactly(
                        "exercises/src/main/java/org/tinybabel/exercises/My2Papers.java",
                        "exercises/src/main/java/org/tinybabel/exercises/My2PapersTest.java",
                        "solutions/src/main/java/org/tinybabel/solutions/My2PapersHiddenTest.java",
                        "solutions/wrong/31-my-2-papers.edits",
                        "solutions/right/31-my-2-papers.edits",
                        "solutions/31-my-2-papers.ipynb",
                        "exercises/31-my-2-papers.ipynb",
                        LIST)
                .allSatisfy(file -> assertThat(Files.readString(home.resolve(file)))
                        .doesNotContain("{{", "}}")
                        .endsWith("\n"));
        assertThat(Files.readString(home.resolve(LIST)))
                .isEqualTo("# contracts\norg.tinybabel.exercises.StartHere\norg.tinybabel.exercises.My2Papers\n");
        assertThat(Files.readString(written.get(0))).contains("title = \"My (two) papers\"", "interface My2Papers {");
    }

    @Test
    void theStudentNotebookFollowsFromTheMaster() throws IOException {
        new ExerciseScaffold(home, "31-my-paper", "My paper").write();
        var name = "31-my-paper.ipynb";
        var master = Notebook.read(home.resolve("solutions").resolve(name));

        assertThat(Files.readString(home.resolve("exercises").resolve(name)))
                .isEqualTo(
                        StudentNotebook.from(master, name, new QuestionPoints(Map.of("a", 2, "b", 2), Map.of("c", 4)))
                                .toText())
                .contains(
                        "NotSolvedYet", "Math.log is the natural logarithm", "<!-- ANSWER c -->", "*Your answer here.*")
                .doesNotContain("SOLUTION", "PROMPT");
        assertThat(master.metadata("tinybabel", "exercise")).isEqualTo("31-my-paper");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"my-paper", "31", "31-", "31-My-Paper", "31-my_paper", "3-my-paper", "31-2d", "../31-x", "31-map"
            })
    void aBadNameIsRefusedAndNothingIsWritten(String id) throws IOException {
        var before = everything();

        assertThatIllegalArgumentException().isThrownBy(() -> new ExerciseScaffold(home, id, "My paper").write());
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void messagesSayWhatIsWrongWithTheName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExerciseScaffold(home, "My Paper", "My paper"))
                .withMessageContaining("\"My Paper\" is no name")
                .withMessageContaining("such as 31-my-paper");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExerciseScaffold(home, "31-map", "Maps"))
                .withMessageContaining("like java.util.Map");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExerciseScaffold(home, "31-my-paper", "My \"paper\""))
                .withMessageContaining("is no title");
    }

    @Test
    void aTakenNumberOrFileIsRefusedAndNothingIsWritten() throws IOException {
        var before = everything();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExerciseScaffold(home, "00-my-paper", "My paper").write())
                .withMessageContaining("The number 00 is taken by")
                .withMessageContaining("00-start-here.ipynb");
        assertThat(everything()).isEqualTo(before);

        var contract = home.resolve("exercises/src/main/java/org/tinybabel/exercises/MyPaper.java");
        Files.createDirectories(contract.getParent());
        Files.writeString(contract, "");
        var withContract = everything();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExerciseScaffold(home, "31-my-paper", "My paper").write())
                .withMessageContaining("MyPaper.java exists already");
        assertThat(everything()).isEqualTo(withContract);
    }

    @Test
    void aFolderThatIsNoCheckoutIsSaidToBeNone() throws IOException {
        Files.delete(home.resolve(LIST));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExerciseScaffold(home, "31-my-paper", "My paper").write())
                .withMessageContaining("start this in a checkout of TinyBabel");
    }

    @Test
    void aTitleIsMadeOfTheName() {
        assertThat(ExerciseScaffold.titleOf("31-my-paper")).isEqualTo("My paper");
    }
}
