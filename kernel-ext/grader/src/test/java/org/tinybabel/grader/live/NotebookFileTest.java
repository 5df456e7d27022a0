package org.tinybabel.grader.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotebookFileTest {

    @TempDir
    private Path folder;

    private Path notebook(String name, String exercise) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "{\"nbformat\": 4, \"metadata\": {\"tinybabel\": {\"exercise\": \"" + exercise
                        + "\"}}, \"cells\": []}");
    }

    private Path find(Map<String, String> environment) {
        return new NotebookFile(environment, folder).find("99-small", Optional.empty());
    }

    @Test
    void theServerSaysWhichFileItIs() throws IOException {
        var mine = notebook("mine.ipynb", "99-small");
        notebook("copy.ipynb", "99-small");

        assertThat(find(Map.of("JPY_SESSION_NAME", mine.toString()))).isEqualTo(mine);
        assertThat(find(Map.of("JPY_SESSION_NAME", "exercises/mine.ipynb"))).isEqualTo(mine);
    }

    @Test
    void otherwiseTheOnlyNotebookOfTheExerciseInTheFolderIsIt() throws IOException {
        var mine = notebook("mine.ipynb", "99-small");
        notebook("other.ipynb", "00-start-here");
        Files.writeString(folder.resolve("broken.ipynb"), "{");

        assertThat(find(Map.of())).isEqualTo(mine);
        assertThat(find(Map.of("JPY_SESSION_NAME", "renamed-since.ipynb"))).isEqualTo(mine);
        assertThat(find(Map.of("JPY_SESSION_NAME", "other.ipynb"))).isEqualTo(mine);
    }

    @Test
    void noneOrSeveralAreSaidAndTheFileIsAskedFor() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(Map.of()))
                .withMessageContaining("no notebook here is the exercise 99-small")
                .withMessageContaining("%check --fresh my.ipynb");

        notebook("a.ipynb", "99-small");
        notebook("b.ipynb", "99-small");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(Map.of()))
                .withMessageContaining("(a.ipynb, b.ipynb)");
    }

    @Test
    void aFileThatIsGivenMustBeTheExercise() throws IOException {
        notebook("other.ipynb", "00-start-here");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new NotebookFile(Map.of(), folder).find("99-small", Optional.of(Path.of("other.ipynb"))))
                .withMessageContaining("other.ipynb is the exercise 00-start-here, and this notebook began 99-small");
    }
}
