package org.tinybabel.cli.grading;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tinybabel.grader.CompilerWatch;
import org.tinybabel.grader.SubmissionGrader;
import org.tinybabel.grader.remote.Isolation;

/**
 * A process that grades one submission after the other: a line of JSON for each, on standard input, a line of JSON with the
 * result on standard output. Before each cell it says which one it compiles, so that whoever waits for it knows what it
 * died of; when a cell keeps the compiler busy for too long it ends itself, since nothing else stops a compiler.
 */
public final class WorkerMain {

    /** The tests' own processor time for one submission. */
    private static final Duration LONGEST_TESTS = Duration.ofSeconds(120);

    /** Deeply nested source makes the compiler recurse deeply. */
    private static final long STACK_BYTES = 64L << 20;

    private static final int BUSY_FOR_TOO_LONG = 5;

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final Gson gson = new Gson();

    private WorkerMain() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments none
     * @throws InterruptedException if the process is told to end
     */
    public static void main(String[] arguments) throws InterruptedException {
        var worker = new WorkerMain();
        // Whatever a library prints must not be taken for a result.
        System.setOut(System.err);
        var grading = new Thread(null, worker::serve, "grading", STACK_BYTES);
        grading.start();
        grading.join();
        System.exit(0);
    }

    private void serve() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var setup = gson.fromJson(in.readLine(), GradingSetup.class);
            var watch = new Watch(Thread.currentThread(), Duration.ofSeconds(setup.compilationSeconds()));
            var grader = new SubmissionGrader(
                    setup.tests(), setup.program(), Isolation.as(setup.isolation()), setup.limits(), watch);
            for (String line; (line = in.readLine()) != null; ) {
                var job = gson.fromJson(line, GradingJob.class);
                var result = grader.grade(job.submission(), job.bytes(), job.seed(), job.leftOut());
                watch.rest();
                say("result", JsonParser.parseString(result.toJson()).toString());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void say(String what, String value) {
        out.println(what + " " + value);
    }

    /** Looks at the processor time of the grading thread; waiting for the student's process takes none. */
    private final class Watch implements CompilerWatch {

        private static final Duration EVERY = Duration.ofMillis(250);

        private final Thread watched;
        private final Duration longestCompilation;
        private volatile long began;
        private volatile long most = Long.MAX_VALUE;

        Watch(Thread watched, Duration longestCompilation) {
            this.watched = watched;
            this.longestCompilation = longestCompilation;
            var thread = new Thread(this::look, "watch");
            thread.setDaemon(true);
            thread.start();
        }

        private void look() {
            var threads = ManagementFactory.getThreadMXBean();
            try {
                while (true) {
                    Thread.sleep(EVERY.toMillis());
                    var limit = most;
                    if (limit != Long.MAX_VALUE && threads.getThreadCpuTime(watched.getId()) - began > limit) {
                        say("busy", "for too long");
                        Runtime.getRuntime().halt(BUSY_FOR_TOO_LONG);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void begin(Duration limit) {
            most = Long.MAX_VALUE;
            began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            most = limit.toNanos();
        }

        @Override
        public void compiling(int cell) {
            say("compiling", String.valueOf(cell));
            begin(longestCompilation);
        }

        @Override
        public void testing() {
            say("testing", "");
            begin(LONGEST_TESTS);
        }

        void rest() {
            most = Long.MAX_VALUE;
        }
    }
}
