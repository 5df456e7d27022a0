package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinybabel.cli.sweep.GridFile;
import org.tinybabel.cli.sweep.Sweep;
import org.tinybabel.cli.sweep.SweepFolder;
import org.tinybabel.cli.sweep.SweepUnit;
import org.tinybabel.lab.engine.NativeLibraryException;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.scaling.ScalingGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the grid of notebook 03, or a larger one. */
@Command(
        name = "scaling",
        description = {
            "Train the models of a multilingual scaling law: sizes, mixtures, training lengths and seeds.",
            "A unit is one seed and one width with all its mixtures. Each is stored when it is whole; called again, the"
                    + " command goes on with those that are not there. The table does not depend on how units were spread"
                    + " over parts. Where PYTORCH_LIBRARY_PATH names a PyTorch for CUDA, a GPU computes.",
            "The exit code is 0 when all units were trained, and 1 when one could not be."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel sweep scaling --print-grid > grid.json",
            "  tinybabel sweep scaling --grid grid.json --out sweep",
            "  tinybabel sweep scaling --grid grid.json --shard 1/3 --out part-1"
        })
final class ScalingSweepCommand implements Callable<Integer> {

    private static final int SOME_NOT_TRAINED = 1;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--grid",
            paramLabel = "FILE",
            description = "What to train, as JSON; keys may be left out (without it: the grid of notebook 03 with 8"
                    + " seeds).")
    private Optional<Path> file;

    @Option(names = "--print-grid", description = "Print the grid with all its keys, to edit it, and train nothing.")
    private boolean printGrid;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "sweep",
            description = "Where the models' losses go (without it: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Train only part I of N; auto: the part that Slurm or Kubernetes gives this task.")
    private Optional<String> shard;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many units to train at the same time (without it: cores).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        if (jobs < 1) {
            throw new UserError("--jobs must be at least 1, got " + jobs + ".");
        }
        var grid = file.isPresent() ? GridFile.read(file.get()) : GridFile.standard();
        if (printGrid) {
            spec.commandLine().getOut().println(GridFile.write(grid));
            return 0;
        }
        var part = Shard.chosen(shard, System.getenv());
        var all = SweepUnit.of(grid);
        var mine = part.map(one -> one.of(all)).orElse(all);
        var folder = SweepFolder.open(out, grid);
        var failures = train(folder, mine);
        failures.forEach(this::say);
        if (failures.isEmpty()) {
            say(part.map(one -> "Part " + one + " is trained. When all are:").orElse("The sweep is trained. Now:")
                    + " tinybabel sweep merge " + out);
        }
        return failures.isEmpty() ? 0 : SOME_NOT_TRAINED;
    }

    private List<String> train(SweepFolder folder, List<SweepUnit> units) throws IOException {
        var left = new ArrayList<SweepUnit>();
        for (var unit : units) {
            if (!folder.has(unit)) {
                left.add(unit);
            }
        }
        say(plan(folder.grid(), units.size()));
        if (left.size() < units.size()) {
            say(units.size() - left.size() + " of " + units.size() + " units are trained already and kept.");
        }
        return untilStopped(folder, left);
    }

    /** Ctrl-C and a scheduler end the virtual machine; what is stored needs no care then, only the user does. */
    private List<String> untilStopped(SweepFolder folder, List<SweepUnit> units) throws IOException {
        var farewell = new Thread(() ->
                say("Stopped. Units that were whole are kept in " + out + "; the same command trains the others."));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            return new Sweep(folder, this::say).train(units, jobs);
        } finally {
            withdraw(farewell);
        }
    }

    private static void withdraw(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // It is being said already.
        }
    }

    private String plan(ScalingGrid grid, int units) {
        try {
            return "Training on " + TensorEngine.device() + ": " + units + (units == 1 ? " unit" : " units") + " of "
                    + grid.checkpoints().get(grid.checkpoints().size() - 1) + " steps, " + jobs + " at a time.";
        } catch (NativeLibraryException e) {
            throw new UserError(e.getMessage());
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
