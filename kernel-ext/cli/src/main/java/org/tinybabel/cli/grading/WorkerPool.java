package org.tinybabel.cli.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.tinybabel.cli.Kit;
import org.tinybabel.grader.Circumstances;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.InfrastructureFailure;
import org.tinybabel.grader.remote.ProcessTimes;

/**
 * Grades with worker processes. A worker that dies costs the cell that it was compiling, not the submission; a submission
 * that cannot be graded is tried once more with the machine for itself, and then has no grade instead of 0.
 */
public final class WorkerPool implements AutoCloseable {

    /** A fresh worker now and then keeps its memory bounded, whatever a library may keep. */
    private static final int SUBMISSIONS_PER_WORKER = 500;

    private static final int MOST_CELLS_LEFT_OUT = 5;

    private final Kit kit;
    private final GradingSetup setup;
    private final Archives archives;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Set<Worker> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger retried = new AtomicInteger();
    private Optional<Path> folder = Optional.empty();
    private final ReentrantReadWriteLock machine = new ReentrantReadWriteLock(true);
    private final ScheduledExecutorService backstop = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "backstop");
        thread.setDaemon(true);
        return thread;
    });

    WorkerPool(Kit kit, GradingSetup setup, Archives archives) {
        this.kit = kit;
        this.setup = setup;
        this.archives = archives;
    }

    /** Grades one submission; may be called by several threads. */
    GradedSubmission grade(GradingJob job) {
        var first = tried(job, machine.readLock());
        if (!first.graderFailed()) {
            return first;
        }
        retried.incrementAndGet();
        return tried(job, machine.writeLock());
    }

    /** How many submissions were tried once more, with the machine for themselves. */
    int retried() {
        return retried.get();
    }

    private GradedSubmission tried(GradingJob job, Lock share) {
        share.lock();
        try {
            return graded(job);
        } finally {
            share.unlock();
        }
    }

    private GradedSubmission graded(GradingJob job) {
        var current = job;
        while (true) {
            Worker worker;
            try {
                worker = take();
            } catch (IOException e) {
                return failed(job, e.getMessage());
            }
            var outcome = guarded(worker, current);
            if (outcome.result().isPresent()) {
                giveBack(worker);
                return outcome.result().get();
            }
            running.remove(worker);
            worker.kill();
            var death = outcome.death().orElseThrow();
            var cell = death.cell().orElse(0);
            if (cell == 0 || current.leftOut().size() >= MOST_CELLS_LEFT_OUT) {
                return failed(job, death.reason());
            }
            current =
                    current.without(cell, "The cell was left out: the compiler failed on it, " + death.reason() + ".");
        }
    }

    private Worker.Outcome guarded(Worker worker, GradingJob job) {
        var longest = setup.limits().submission().clock().multipliedBy(2).toSeconds();
        ScheduledFuture<?> guard = backstop.schedule(worker::kill, longest, TimeUnit.SECONDS);
        try {
            return worker.grade(job);
        } finally {
            guard.cancel(false);
        }
    }

    private GradedSubmission failed(GradingJob job, String reason) {
        var tests = setup.tests();
        return GradedSubmission.failed(
                job.submission(),
                tests.id(),
                Circumstances.here(tests, job.seed(), ""),
                InfrastructureFailure.PREFIX + reason + ".");
    }

    private Worker take() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        var options = new ArrayList<>(archives.workerOptions());
        options.add("-Djava.io.tmpdir=" + folder());
        var worker = Worker.start(kit, setup, options);
        running.add(worker);
        return worker;
    }

    /** A folder for what workers make, so that one that had to be killed leaves nothing behind. */
    private synchronized Path folder() throws IOException {
        if (folder.isEmpty()) {
            folder = Optional.of(Files.createTempDirectory("tbw"));
        }
        return folder.get();
    }

    private void giveBack(Worker worker) {
        if (worker.served() >= SUBMISSIONS_PER_WORKER) {
            running.remove(worker);
            worker.close();
            return;
        }
        synchronized (idle) {
            idle.push(worker);
        }
    }

    /** The resident memory of this process and then of each worker, in bytes. */
    List<Long> residentBytes() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()), running.stream().map(Worker::handle))
                .map(ProcessTimes::residentBytesAlone)
                .toList();
    }

    /** Ends the workers, side by side. */
    @Override
    public void close() {
        backstop.shutdownNow();
        List<Worker> left;
        synchronized (idle) {
            left = List.copyOf(idle);
            idle.clear();
        }
        left.parallelStream().forEach(Worker::close);
        folder.ifPresent(WorkerPool::delete);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A temporary folder that cannot be listed is left to the system.
        }
    }
}
