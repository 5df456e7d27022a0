package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MasterNotebooksTest {

    @TempDir
    private Path folder;

    @Test
    void aStudentNotebookThatIsMissingOrDiffersIsDrift() throws IOException {
        var made = MadeExercise.in(folder);
        var notebooks = new MasterNotebooks(made.masters(), made.students(), List.of(MadeExercise.TESTS));
        var student = made.students().resolve("98-halving.ipynb");
        assertThat(notebooks.drift()).isEmpty();

        Files.writeString(student, Files.readString(student).replace("YOUR CODE HERE", "your code here"));
        assertThat(notebooks.drift()).containsExactly(student);

        Files.delete(student);
        assertThat(notebooks.drift()).containsExactly(student);
        assertThat(notebooks.assign()).containsExactly(student);
        assertThat(notebooks.drift()).isEmpty();
    }

    @Test
    void pointsThatChangeAreDrift() throws IOException {
        var made = MadeExercise.in(folder);

        assertThat(new MasterNotebooks(made.masters(), made.students(), List.of()).drift())
                .hasSize(1);
    }
}
