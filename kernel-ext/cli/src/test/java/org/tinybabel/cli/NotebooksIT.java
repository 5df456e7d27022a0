package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.cli.run.KitFiles;
import org.tinybabel.cli.run.NotebookKey;
import org.tinybabel.cli.run.Provenance;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Every walk-through, from top to bottom in the real kernel, comes to the verdicts that are stored in it. One whose outputs come from
 * what a run would see now need not run: only its stored outputs are looked at.
 */
class NotebooksIT {

    private static final int JOBS = 2;
    private static final Kit KIT = new Kit(AssembledKit.ROOT);
    private static final NotebookChoice CHOICE = NotebookChoice.current();
    private static final Map<Path, List<String>> CHANGES = changes();
    private static final Map<Path, String> REASONS = CHOICE.reasons(CHANGES);

    private static Map<Path, Future<Outcome>> runs;
    private static ExecutorService workers;

    /** A run, and how long it took. */
    private record Outcome(Invocation run, double seconds) {}

    private static Map<Path, List<String>> changes() {
        var classPath = KitFiles.of(KIT.libraries());
        var changes = new LinkedHashMap<Path, List<String>>();
        for (var file : KIT.allNotebooks()) {
            var notebook = NamedNotebooks.read(file);
            var now = NotebookKey.of(notebook, classPath, Runtime.version().feature());
            changes.put(
                    file,
                    NotebookKey.stored(notebook)
                            .map(now::changesSince)
                            .orElse(List.of("its outputs have no key, or were changed since")));
        }
        return changes;
    }

    static List<Path> notebooks() {
        return KIT.allNotebooks();
    }

    @BeforeAll
    static void begin() {
        workers = Executors.newFixedThreadPool(JOBS);
        runs = new LinkedHashMap<>();
        REASONS.keySet().forEach(file -> runs.put(file, workers.submit(() -> run(file))));
    }

    private static Outcome run(Path file) {
        var begin = System.nanoTime();
        var run = Invocation.of(AssembledKit.ROOT, "run", file.toString(), "--verify", "--tolerance", "Infinity");
        return new Outcome(run, (System.nanoTime() - begin) / 1e9);
    }

    @AfterAll
    static void end() {
        workers.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void itsStoredVerdictsAreThoseOfARun(Path file) throws ExecutionException, InterruptedException {
        var name = NamedNotebooks.name(file);
        if (!runs.containsKey(file)) {
            assertThat(faults(NamedNotebooks.read(file))).as(name).isEmpty();
            System.out.println(name + ": compared, 0 s: its key is the same");
            return;
        }
        var outcome = runs.get(file).get();
        var why = String.format(Locale.ROOT, "%s: run, %.0f s: %s", name, outcome.seconds(), REASONS.get(file));
        System.out.println(outcome.run().err() + why);
        assertThat(outcome.run().exitCode())
                .as(why + " (turn " + CHOICE.turn() + ")\n" + outcome.run().err())
                .isZero();
        if (!CHANGES.get(file).isEmpty()) {
            System.out.println(name + ": its outputs hold; store its new key with ./tinybabel run "
                    + name.substring(0, 2) + " --in-place");
        }
    }

    /** What is wrong with stored outputs. */
    private static List<String> faults(Notebook notebook) {
        var stale = Provenance.stale(notebook).stream().map(cell -> cell.id() + " was changed after its run");
        var failed = notebook.codeCells().stream()
                .filter(cell -> !cell.tags().contains("raises-exception"))
                .filter(NotebooksIT::hasFailed)
                .map(cell -> cell.id() + " has failed");
        return Stream.concat(stale, failed).toList();
    }

    private static boolean hasFailed(Cell cell) {
        return cell.outputs().stream()
                .anyMatch(output -> output.get("output_type").getAsString().equals("error"));
    }
}
