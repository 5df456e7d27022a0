package org.tinybabel.cli.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinybabel.cli.run.CellKernel.Ending;
import org.tinybabel.cli.run.CellKernel.Reply;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Executes a notebook from top to bottom.
 *
 * <p>It stops at the first cell that fails, unless errors are allowed or the cell carries the tag
 * {@code raises-exception}; cells with the tag {@code skip-execution} are left as they are. Both tags are Jupyter's own.
 *
 * @param limit how long one cell may take; {@link Duration#ZERO} for ever
 * @param allowErrors whether to go on after a cell that failed
 */
public record NotebookRun(Duration limit, boolean allowErrors) {

    /**
     * A cell that failed.
     *
     * @param position which of the code cells it is, counted from 1
     * @param cell the cell, with its outputs
     * @param ending how it ended
     * @param message what went wrong, in words
     */
    public record Failure(int position, Cell cell, Ending ending, String message) {}

    /**
     * An executed notebook.
     *
     * @param notebook a copy of the notebook with fresh outputs; those of cells that were not reached are empty
     * @param failures the cells that failed, possibly none
     */
    public record Result(Notebook notebook, List<Failure> failures) {

        /**
         * Whether every cell ran to its end.
         *
         * @return whether there are no failures
         */
        public boolean succeeded() {
            return failures.isEmpty();
        }
    }

    /** Hears of each cell when it has ended. */
    @FunctionalInterface
    public interface Listener {

        /**
         * A cell has ended.
         *
         * @param position which of the code cells it is, counted from 1
         * @param count how many code cells there are
         * @param cell the cell, with its outputs
         * @param reply how it ended
         * @param time how long it took
         */
        void ended(int position, int count, Cell cell, Reply reply, Duration time);
    }

    /**
     * Executes a copy of a notebook.
     *
     * @param notebook the notebook; it is not changed
     * @param kernel a fresh kernel; the caller closes it
     * @param listener told of each cell
     * @return the executed copy
     * @throws IOException if the kernel cannot be reached
     * @throws InterruptedException if the caller is told to stop waiting
     */
    public Result execute(Notebook notebook, CellKernel kernel, Listener listener)
            throws IOException, InterruptedException {
        var executed = notebook.copy();
        var cells = executed.codeCells().stream().filter(NotebookRun::isRun).toList();
        cells.forEach(cell -> cell.setOutputs(List.of(), 0));
        describeKernel(executed, kernel);

        var failures = new ArrayList<Failure>();
        var outputs = new CellOutputs();
        var finished = new ArrayList<Finished>();
        var begin = System.nanoTime();
        for (var index = 0; index < cells.size(); index++) {
            var cell = cells.get(index);
            outputs.begin();
            var start = System.nanoTime();
            var reply = kernel.execute(cell.source(), limit, outputs::accept);
            var time = Duration.ofNanos(System.nanoTime() - start);
            explain(reply).ifPresent(error -> outputs.accept("error", error));
            finished.add(new Finished(cell, outputs.current(), reply.executionCount()));
            finished.get(index).store();
            listener.ended(index + 1, cells.size(), cell, reply, time);
            if (failed(cell, reply)) {
                failures.add(new Failure(index + 1, cell, reply.ending(), reply.message()));
                if (!allowErrors || reply.ending() == Ending.DIED) {
                    break;
                }
            }
        }
        // A later cell may have updated what an earlier one shows.
        finished.forEach(Finished::store);
        Provenance.record(executed);
        RunTime.record(executed, Duration.ofNanos(System.nanoTime() - begin));
        return new Result(executed, List.copyOf(failures));
    }

    /** Whether a run executes the cell. */
    static boolean isRun(Cell cell) {
        return !cell.source().isBlank() && !cell.tags().contains("skip-execution");
    }

    private static void describeKernel(Notebook notebook, CellKernel kernel) {
        if (!(notebook.json().get("metadata") instanceof JsonObject)) {
            notebook.json().add("metadata", new JsonObject());
        }
        notebook.json().getAsJsonObject("metadata").add("language_info", kernel.languageInfo());
    }

    private record Finished(Cell cell, List<JsonObject> outputs, int executionCount) {

        void store() {
            cell.setOutputs(outputs, executionCount);
        }
    }

    /** A kernel that was stopped or died cannot say so itself. */
    private static Optional<JsonObject> explain(Reply reply) {
        if (reply.ending() != Ending.TIMED_OUT && reply.ending() != Ending.DIED) {
            return Optional.empty();
        }
        var error = new JsonObject();
        error.addProperty("ename", reply.ending() == Ending.DIED ? "KernelDied" : "CellTimeout");
        error.addProperty("evalue", reply.message());
        var traceback = new JsonArray();
        traceback.add(reply.message());
        error.add("traceback", traceback);
        return Optional.of(error);
    }

    private static boolean failed(Cell cell, Reply reply) {
        return switch (reply.ending()) {
            case OK -> false;
            case ERROR -> !cell.tags().contains("raises-exception");
            case TIMED_OUT, DIED -> true;
        };
    }
}
