package org.tinybabel.cli.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.Pending;
import org.tinybabel.kernel.protocol.Channels.Channel;

/**
 * Measures what a person at a notebook waits for. Kernels are measured in turns, so that whatever else the machine does
 * hits all of them.
 *
 * <p>Times are wall-clock times seen by a client in another process, from sending a request until its answer and all of
 * its output have arrived.
 */
public final class KernelBenchmark {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration UNSTOPPABLE = Duration.ofSeconds(10);
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 5;
    private static final int QUEUED = 50;
    private static final int LANGUAGE_REQUESTS = 20;
    private static final long CELL_RUNS_MS = 300;

    private final List<MeasuredKernel> kernels;
    private final int starts;
    private final int trips;
    private final Consumer<String> progress;
    private final Map<String, Results> results = new LinkedHashMap<>();

    /** What was measured of one kernel. */
    private static final class Results {

        private final Map<String, Sample> samples = new LinkedHashMap<>();
        private final JsonObject json = new JsonObject();

        Sample of(String name) {
            return samples.computeIfAbsent(name, key -> new Sample());
        }

        JsonObject toJson() {
            samples.forEach((name, sample) -> {
                if (!sample.isEmpty()) {
                    json.addProperty(name, rounded(sample.median()));
                }
            });
            return json;
        }
    }

    /**
     * Describes a measurement.
     *
     * @param kernels what to measure; results come in this order
     * @param starts how often each is started, at least 1
     * @param trips how many trivial cells each runs, at least 1
     * @param progress told what happens now, a line at a time
     */
    public KernelBenchmark(List<MeasuredKernel> kernels, int starts, int trips, Consumer<String> progress) {
        this.kernels = List.copyOf(kernels);
        this.starts = starts;
        this.trips = trips;
        this.progress = progress;
        kernels.forEach(kernel -> results.put(kernel.name(), new Results()));
    }

    /** A kernel that was started and is measured now. */
    private record Running(MeasuredKernel kernel, KernelProcess process, Results results) {

        KernelClient client() {
            return process.client();
        }

        Execution run(String code) throws IOException, TimeoutException, InterruptedException {
            var execution = client().execute(code, LONGEST, output -> {});
            if (!execution.status().equals("ok")) {
                throw new IOException("A cell failed: " + execution.reply().text("evalue", ""));
            }
            return execution;
        }
    }

    private interface Measurement {
        void of(Running running) throws IOException, TimeoutException, InterruptedException;
    }

    /**
     * Measures.
     *
     * @return one object per kernel: names with units to medians
     * @throws InterruptedException if this thread is interrupted
     */
    public JsonObject run() throws InterruptedException {
        for (var round = 1; round <= starts; round++) {
            progress.accept("start " + round + " of " + starts);
            for (var kernel : kernels) {
                measureStart(kernel, results.get(kernel.name()));
            }
        }
        var running = new ArrayList<Running>();
        try {
            for (var kernel : kernels) {
                try {
                    running.add(new Running(kernel, kernel.start(), results.get(kernel.name())));
                } catch (IOException e) {
                    results.get(kernel.name()).json.addProperty("failure", firstLine(e));
                }
            }
            measureRunning(running);
        } finally {
            running.forEach(each -> each.process().close());
        }
        var json = new JsonObject();
        results.forEach((name, each) -> json.add(name, each.toJson()));
        return json;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void measureStart(MeasuredKernel kernel, Results measured) throws InterruptedException {
        var begin = System.nanoTime();
        try (var process = kernel.start()) {
            var ready = millisSince(begin);
            process.client().execute("1 + 1", LONGEST, output -> {});
            measured.of("first_answer_ms").add(millisSince(begin));
            measured.of("ready_ms").add(ready);
            var resident = residentMegabytes(process.process());
            if (resident > 0) {
                measured.of("resident_mb").add(resident);
            }
        } catch (IOException | TimeoutException e) {
            var before = measured.json.has("failed_starts")
                    ? measured.json.get("failed_starts").getAsInt()
                    : 0;
            measured.json.addProperty("failed_starts", before + 1);
            measured.json.addProperty("failure", firstLine(e));
        }
    }

    private void measureRunning(List<Running> running) throws InterruptedException {
        progress.accept("warm-up");
        inTurns(running, WARM_UP, each -> each.run("1 + 1"));
        progress.accept(trips + " trivial cells");
        inTurns(running, trips, each -> each.results().of("trivial_cell_ms").add(timed(() -> each.run("1 + 1"))));
        running.forEach(each -> each.results()
                .json
                .addProperty(
                        "trivial_cell_p99_ms",
                        rounded(each.results().of("trivial_cell_ms").quantile(0.99))));
        progress.accept(QUEUED + " queued cells");
        inTurns(running, ROUNDS, each -> each.results().of("queued_50_cells_ms").add(timed(() -> queue(each))));
        progress.accept("cells of " + Snippets.METHODS + " methods");
        for (var round = 0; round < ROUNDS; round++) {
            var cell = round;
            inTurns(running, 1, each -> each.results()
                    .of("methods_50_ms")
                    .add(timed(() -> each.run(each.kernel().snippets().methods().apply(cell)))));
        }
        progress.accept(Snippets.LINES + " printed lines");
        inTurns(running, ROUNDS, KernelBenchmark::printLines);
        progress.accept("5 MB of HTML");
        inTurns(running, ROUNDS, each -> each.results()
                .of("html_5_mb_ms")
                .add(timed(() -> each.run(each.kernel().snippets().html()))));
        progress.accept("completion and inspection");
        inTurns(running, LANGUAGE_REQUESTS, each -> {
            var snippets = each.kernel().snippets();
            var client = each.client();
            each.results()
                    .of("completion_ms")
                    .add(timed(() -> client.complete(
                            snippets.completion(), snippets.completion().length())));
            each.results()
                    .of("inspection_ms")
                    .add(timed(() -> client.inspect(
                            snippets.inspection(), snippets.inspection().length())));
        });
        progress.accept("interrupts");
        // Last, since some kernels go on with the loop behind the reader's back.
        for (var each : running) {
            var kinds = each.kernel().snippets().endless();
            inTurns(List.of(each), 1, kernel -> {
                for (var kind : kinds.entrySet()) {
                    kernel.results()
                            .of("interrupt_" + kind.getKey() + "_ms")
                            .add(interrupted(kernel.client(), kind.getValue()));
                }
            });
        }
    }

    private static void inTurns(List<Running> running, int rounds, Measurement measurement)
            throws InterruptedException {
        for (var round = 0; round < rounds; round++) {
            for (var each : running) {
                try {
                    measurement.of(each);
                } catch (IOException | TimeoutException e) {
                    each.results().json.addProperty("failure", firstLine(e));
                }
            }
        }
    }

    private static void queue(Running each) throws IOException, TimeoutException, InterruptedException {
        var sent = new ArrayList<Pending>();
        for (var i = 0; i < QUEUED; i++) {
            sent.add(each.client()
                    .send(Channel.SHELL, "execute_request", each.client().executeContent(i + " + 1"), output -> {}));
        }
        for (var cell : sent) {
            cell.await(LONGEST);
        }
    }

    private static void printLines(Running each) throws IOException, TimeoutException, InterruptedException {
        var begin = System.nanoTime();
        var execution = each.run(each.kernel().snippets().lines());
        each.results().of("lines_10000_ms").add(millisSince(begin));
        each.results()
                .of("lines_10000_messages")
                .add(execution.outputs("stream").size());
        each.results()
                .of("lines_10000_lost")
                .add(Snippets.LINES - execution.printed("stdout").lines().count());
    }

    private static double interrupted(KernelClient client, String code)
            throws IOException, TimeoutException, InterruptedException {
        var cell = client.send(Channel.SHELL, "execute_request", client.executeContent(code), output -> {});
        Thread.sleep(CELL_RUNS_MS);
        return timed(() -> {
            client.interrupt();
            cell.await(UNSTOPPABLE);
        });
    }

    private interface Action {
        void run() throws IOException, TimeoutException, InterruptedException;
    }

    private static double timed(Action action) throws IOException, TimeoutException, InterruptedException {
        var begin = System.nanoTime();
        action.run();
        return millisSince(begin);
    }

    private static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** The memory of a process and those it started; 0 where the system does not say. */
    private static double residentMegabytes(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToDouble(each -> residentMegabytes(each.pid()))
                .sum();
    }

    private static double residentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
