package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.api.Written;
import org.tinybabel.kernel.notebook.Notebook;

/** The table at the top of each exercise: a row for each question, with difficulty, importance and minutes. */
final class ExerciseMinutesTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\((\\w)\\) \\| [^|]+ \\| [●○]{3} \\| [●○]{3} \\| (\\d+) \\|$");

    static Stream<ExerciseTests> exercises() {
        return Solutions.exercises().stream();
    }

    private record Row(String question, int minutes) {}

    private static List<Row> rows(Notebook master) {
        return ROW.matcher(master.cells().get(0).source())
                .results()
                .map(row -> new Row(row.group(1), Integer.parseInt(row.group(2))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void eachQuestionHasARow(ExerciseTests exercise) throws IOException {
        var written = Arrays.stream(exercise.contract().getAnnotationsByType(Written.class))
                .map(Written::question);

        assertThat(rows(Notebook.read(Path.of(exercise.id() + ".ipynb"))))
                .extracting(Row::question)
                .containsExactlyElementsOf(Stream.concat(exercise.questions().stream(), written)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theMinutesAddUpToThoseOfTheNotebooks(ExerciseTests exercise) throws IOException {
        var master = Notebook.read(Path.of(exercise.id() + ".ipynb"));
        var minutes =
                Integer.toString(rows(master).stream().mapToInt(Row::minutes).sum());
        var walkThrough = Path.of("../notebooks", exercise.id() + ".ipynb");

        assertThat(minutes).isEqualTo(master.metadata("tinybabel", "minutes"));
        if (Files.exists(walkThrough)) {
            assertThat(minutes).isEqualTo(Notebook.read(walkThrough).metadata("tinybabel", "minutes", "exercise"));
        }
    }
}
