package org.tinybabel.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.models.GptShape;
import org.tinybabel.lab.models.TinyGpt;
import org.tinybabel.lab.training.Losses;
import org.tinybabel.lab.training.StepProfile;
import org.tinybabel.lab.training.Trainer;

/**
 * Measures how fast the kit trains its reference GPT: V = 256, d = 64, 4 heads, 2 layers, T = 64, batch 32, 137,216
 * parameters, Adam.
 *
 * <p>Usage: {@code System.out.println(TrainBenchmark.run(100).toJson())}.
 *
 * @param parameters numbers in the model
 * @param batch sentences in a batch
 * @param tokens tokens in a sentence
 * @param measurements one per number of threads
 */
public record TrainBenchmark(int parameters, int batch, int tokens, List<Measurement> measurements) {

    static final GptShape REFERENCE = new GptShape(256, 64, 64, 4, 2, 256);
    private static final int BATCH = 32;
    private static final int WARM_UP = 10;

    /**
     * The speed with one number of threads.
     *
     * @param threads threads that one tensor operation may use
     * @param steps measured steps, after a warm-up
     * @param tokensPerSecond tokens trained on, per second of wall-clock time
     * @param millisPerStep wall-clock time of one step
     * @param cpuMillisPerStep processor time of one step, all threads of the process together
     * @param phases phase of a step to milliseconds: data, forward, backward, optimizer, close
     */
    public record Measurement(
            int threads,
            int steps,
            double tokensPerSecond,
            double millisPerStep,
            double cpuMillisPerStep,
            Map<String, Double> phases) {}

    /**
     * Measures with one and with two threads.
     *
     * @param steps measured steps for each, at least 1
     * @return the measurements
     * @throws IllegalArgumentException if {@code steps} is less than 1
     */
    public static TrainBenchmark run(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("the benchmark needs at least 1 step, got " + steps);
        }
        try (var model = new TinyGpt(REFERENCE, 0)) {
            var measurements = List.of(measure(model, 1, steps), measure(model, 2, steps));
            return new TrainBenchmark(model.parameters().layout().size(), BATCH, REFERENCE.context(), measurements);
        } finally {
            TensorEngine.setThreads(1);
        }
    }

    private static Measurement measure(TinyGpt model, int threads, int steps) {
        TensorEngine.setThreads(threads);
        var data = new DataTime();
        train(model, WARM_UP, new DataTime());
        var cpu = processorTime();
        var start = System.nanoTime();
        var profile = train(model, steps, data);
        var wall = System.nanoTime() - start;
        var cpuMillis = (processorTime() - cpu) / 1e6 / steps;
        var tokensPerSecond = 1e9 * steps * BATCH * REFERENCE.context() / wall;
        return new Measurement(
                threads, steps, tokensPerSecond, wall / 1e6 / steps, cpuMillis, phases(profile, data.nanos));
    }

    private static StepProfile train(TinyGpt model, int steps, DataTime data) {
        var batches = randomBatches(steps);
        var trainer = new Trainer(model.parameters()).learningRate(1e-3);
        trainer.run(steps, (scope, step) -> {
            var start = System.nanoTime();
            var inputs = scope.inputs(batches[step]); // (B, T)
            var targets = scope.targets(batches[step]); // (B, T)
            data.nanos += System.nanoTime() - start;
            return Losses.crossEntropy(model.forward(inputs, model.weights(scope)), targets);
        });
        return trainer.profile();
    }

    static int[][][] randomBatches(int steps) {
        var random = RandomStreams.of(0, "benchmark");
        var batches = new int[steps][BATCH][REFERENCE.context() + 1];
        for (var batch : batches) {
            for (var sentence : batch) {
                for (var t = 0; t < sentence.length; t++) {
                    sentence[t] = random.nextInt(REFERENCE.vocabulary());
                }
            }
        }
        return batches;
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static Map<String, Double> phases(StepProfile profile, long dataNanos) {
        var phases = new LinkedHashMap<String, Double>();
        var nanosPerMilli = 1e6 * profile.steps();
        phases.put("data", dataNanos / nanosPerMilli);
        phases.put("forward", (profile.forward() - dataNanos) / nanosPerMilli);
        phases.put("backward", profile.backward() / nanosPerMilli);
        phases.put("optimizer", profile.optimizer() / nanosPerMilli);
        phases.put("close", profile.close() / nanosPerMilli);
        return phases;
    }

    /** The time spent making batches, so that it can be told from the forward pass. */
    private static final class DataTime {
        private long nanos;
    }

    /**
     * The measurements as JSON.
     *
     * @return one object on several lines; times in milliseconds
     */
    public String toJson() {
        var runs = measurements.stream().map(TrainBenchmark::json).collect(Collectors.joining(",\n"));
        return """
                {
                  "benchmark": "train",
                  "parameters": %d,
                  "batch": %d,
                  "tokens_per_sequence": %d,
                  "runs": [
                %s
                  ]
                }"""
                .formatted(parameters, batch, tokens, runs);
    }

    private static String json(Measurement run) {
        var phases = run.phases.entrySet().stream()
                .map(phase -> String.format(Locale.ROOT, "\"%s\": %.3f", phase.getKey(), phase.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "    {\"threads\": %d, \"steps\": %d, \"tokens_per_second\": %.0f, \"ms_per_step\": %.3f,"
                        + " \"cpu_ms_per_step\": %.3f, \"phases_ms\": {%s}}",
                run.threads,
                run.steps,
                run.tokensPerSecond,
                run.millisPerStep,
                run.cpuMillisPerStep,
                phases);
    }
}
