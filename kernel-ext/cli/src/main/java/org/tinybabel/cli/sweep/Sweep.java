package org.tinybabel.cli.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.scaling.ScaledModel;
import org.tinybabel.lab.scaling.ScalingRuns;
import org.tinybabel.lab.training.Parallel;

/** Trains units and stores each as soon as it is whole, so that whatever ends the process costs the running ones alone. */
public final class Sweep {

    private final SweepFolder folder;
    private final Consumer<String> messages;

    /**
     * A sweep that stores into a folder.
     *
     * @param folder holds the grid, and will hold the models
     * @param messages takes lines about the progress, from several threads
     */
    public Sweep(SweepFolder folder, Consumer<String> messages) {
        this.folder = folder;
        this.messages = messages;
    }

    /**
     * Trains.
     *
     * @param units what to train, beginning with the first
     * @param jobs how many at a time
     * @return a sentence for each unit that could not be trained
     * @throws IOException if models cannot be stored
     */
    public List<String> train(List<SweepUnit> units, int jobs) throws IOException {
        var progress = new SweepProgress(folder.grid(), units, messages);
        try {
            return Parallel.map(units, jobs, unit -> train(unit, progress)).stream()
                    .flatMap(Optional::stream)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<String> train(SweepUnit unit, SweepProgress progress) {
        try {
            var models = ScalingRuns.train(folder.grid(), unit.size(), unit.seed(), () -> progress.step(unit));
            checkLosses(models);
            folder.write(unit, TensorEngine.device(), models);
            progress.trained(unit);
            return Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.of(unit + ": " + e.getMessage() + ".");
        } catch (OutOfMemoryError e) {
            // The text of the whole training is drawn before it begins.
            return Optional.of(unit + ": the sentences of this unit do not fit into the "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB of Java's memory; use --jobs 1, set"
                    + " JDK_JAVA_OPTIONS=-Xmx8g if the machine has as much, or train fewer steps or smaller batches.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkLosses(List<ScaledModel> models) {
        for (var model : models) {
            for (var checkpoint : model.checkpoints()) {
                if (!checkpoint.losses().stream().allMatch(Double::isFinite)) {
                    throw new ArithmeticException("a loss after step " + checkpoint.step() + " is not a number: "
                            + checkpoint.losses() + "; try a lower rate");
                }
            }
        }
    }
}
