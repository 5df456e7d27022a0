package org.tinybabel.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.tinybabel.cli.Kit;
import org.tinybabel.grader.Circumstances;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Limits;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.SubmissionGrader;
import org.tinybabel.grader.remote.AgentProgram;
import org.tinybabel.grader.remote.Isolation;

/** Grades the submissions of one exercise, several at a time. */
public final class Grading implements AutoCloseable {

    private final ExerciseTests exercise;
    private final int jobs;
    private final long seed;
    private final WorkerPool pool;

    private Grading(ExerciseTests exercise, int jobs, long seed, WorkerPool pool) {
        this.exercise = exercise;
        this.jobs = jobs;
        this.seed = seed;
        this.pool = pool;
    }

    /** Gives the bytes of a notebook when they are needed, so that not all of them are in memory. */
    @FunctionalInterface
    public interface Bytes {

        /**
         * Reads the notebook.
         *
         * @return its bytes
         * @throws IOException if it cannot be read; the message goes into the report
         */
        byte[] read() throws IOException;
    }

    /**
     * One notebook to be graded.
     *
     * @param submission whose it is
     * @param notebook gives its bytes
     */
    public record Task(Submission submission, Bytes notebook) {}

    /**
     * How to grade.
     *
     * @param jobs how many at the same time
     * @param seconds the processor time of one call of a student's method, in seconds
     * @param compilationSeconds the processor time that the compiler may take for one cell, in seconds
     * @param seed the seed of the inputs and the order of hidden tests
     */
    public record Options(int jobs, int seconds, int compilationSeconds, long seed) {

        /** The compiler's time for one cell; ordinary ones take some hundredths of a second. */
        public static final int COMPILATION_SECONDS = 20;
    }

    /**
     * The best isolation of this machine for an exercise.
     *
     * @param kit the kit
     * @param exercise the exercise
     * @return the isolation, which has been tried
     */
    public static Isolation bestIsolation(Kit kit, ExerciseTests exercise) {
        return Isolation.best(new AgentProgram(exercise.contract(), kit.libraries(), Limits.HEAP_MEGABYTES));
    }

    /**
     * Gets ready to grade.
     *
     * @param kit the kit
     * @param exercise the exercise
     * @param isolation how student code is kept apart
     * @param options how to grade
     * @param messages takes what a user who waits should know
     * @return what grades, to be closed
     */
    public static Grading open(
            Kit kit, ExerciseTests exercise, Isolation isolation, Options options, Consumer<String> messages) {
        var archives = new Archives(kit);
        var setup = new GradingSetup(
                exercise.id(),
                kit.libraries().stream().map(Path::toString).toList(),
                options.seconds(),
                options.compilationSeconds(),
                Limits.HEAP_MEGABYTES,
                isolation.key(),
                archives.agent().toString());
        var solution = kit.home().resolve("solutions").resolve(exercise.id() + ".ipynb");
        if (!archives.areThere() && Files.isReadable(solution)) {
            messages.accept("Preparing, once: student processes start faster afterwards …");
            try {
                archives.make(setup, Files.readAllBytes(solution));
            } catch (IOException e) {
                messages.accept("This was not possible (" + e.getMessage() + "); grading is only slower without it.");
            }
        }
        return new Grading(exercise, options.jobs(), options.seed(), new WorkerPool(kit, setup, archives));
    }

    /**
     * Grades notebooks.
     *
     * @param tasks the notebooks
     * @param each takes each result as soon as it is there, one at a time
     * @throws InterruptedException if grading is to end; results so far were handed over
     */
    public void grade(Iterable<Task> tasks, Consumer<GradedSubmission> each) throws InterruptedException {
        var workers = Executors.newFixedThreadPool(jobs);
        // Tasks wait in the caller's list, not in memory with their bytes.
        var room = new Semaphore(2 * jobs);
        var running = new ArrayList<Future<?>>();
        try {
            for (var task : tasks) {
                room.acquire();
                running.add(workers.submit(() -> {
                    try {
                        var result = graded(task);
                        synchronized (each) {
                            each.accept(result);
                        }
                    } finally {
                        room.release();
                    }
                }));
            }
            for (var task : running) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Grading failed", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private GradedSubmission graded(Task task) {
        try {
            var notebook = task.notebook().read();
            var refusal = SubmissionGrader.refusal(notebook);
            return refusal.isPresent()
                    ? failed(task, refusal.get())
                    : pool.grade(GradingJob.of(task.submission(), notebook, seed));
        } catch (IOException e) {
            return failed(task, String.valueOf(e.getMessage()));
        }
    }

    private GradedSubmission failed(Task task, String problem) {
        return GradedSubmission.failed(
                task.submission(), exercise.id(), Circumstances.here(exercise, seed, ""), problem);
    }

    /** The resident memory of this process and then of each worker, in bytes. */
    List<Long> residentBytes() {
        return pool.residentBytes();
    }

    /** Ends the worker processes. */
    @Override
    public void close() {
        pool.close();
    }
}
