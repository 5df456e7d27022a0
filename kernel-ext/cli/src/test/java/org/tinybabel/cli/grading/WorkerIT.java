package org.tinybabel.cli.grading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tinybabel.cli.Kit;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.remote.Isolation;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/** A worker process of the assembled kit. */
@DisabledOnOs(OS.WINDOWS)
class WorkerIT {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @Test
    void endsItselfWhenACellKeepsTheCompilerBusyAndTellsWhichItWas() throws IOException {
        var kit = new Kit(ROOT);
        var setup = new GradingSetup(
                "00-start-here",
                kit.libraries().stream().map(Path::toString).toList(),
                5,
                1,
                2048,
                Isolation.processOnly().key(),
                "");
        var notebook = Notebook.read(ROOT.resolve("solutions/00-start-here.ipynb"));
        var cell = new JsonObject();
        cell.addProperty("cell_type", "code");
        // The compiler copies each finally block to each exit of the one around it: with little memory, a fast one
        // would run out of that first.
        var bomb = "try { x++; } finally { ".repeat(40) + "x++;" + " }".repeat(40);
        cell.add("source", Cell.lines("static void bomb() { int x = 0; " + bomb + " }"));
        notebook.json().getAsJsonArray("cells").add(cell);
        var job = GradingJob.of(
                Submission.of("mallory", "mallory.ipynb"), notebook.toText().getBytes(StandardCharsets.UTF_8), 1);
        var number = notebook.codeCells().size();

        try (var worker = Worker.start(kit, setup, List.of())) {
            var outcome = worker.grade(job);

            assertThat(outcome.result()).isEmpty();
            assertThat(outcome.death().orElseThrow().cell()).contains(number);
            assertThat(outcome.death().orElseThrow().reason()).isEqualTo("it took longer than is reasonable");
        }
        try (var another = Worker.start(kit, setup, List.of())) {
            var result = another.grade(job.without(number, "left out")).result().orElseThrow();

            assertThat(result.earned()).isEqualTo(result.possible()).isPositive();
            assertThat(result.cells()).singleElement().satisfies(problem -> assertThat(problem.message())
                    .isEqualTo("left out"));
        }
    }

    @Test
    void aFaultOfTheGraderIsTriedAgainAndThenHasNoGradeInsteadOfZero() throws IOException {
        var kit = new Kit(ROOT);
        var withoutLibraries = new GradingSetup(
                "00-start-here",
                List.of("nowhere.jar"),
                5,
                20,
                256,
                Isolation.processOnly().key(),
                "");
        var solution = java.nio.file.Files.readAllBytes(ROOT.resolve("solutions/00-start-here.ipynb"));

        try (var pool = new WorkerPool(kit, withoutLibraries, new Archives(kit))) {
            var result = pool.grade(GradingJob.of(Submission.of("ada", "ada.ipynb"), solution, 1));

            assertThat(result.graded()).isFalse();
            assertThat(result.graderFailed()).isTrue();
            assertThat(result.tests()).isEmpty();
            assertThat(pool.retried()).isEqualTo(1);
        }
    }
}
