package org.tinybabel.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.training.StepProfile;
import org.tinybabel.lab.training.Trainer;

/**
 * Measures how fast the kit trains: its reference GPT (V = 256, d = 64, 4 heads, 2 layers, T = 64, batch 32; 137,216
 * parameters), one small GPT, 8 and 32 of them on a model axis, and the mask of notebook 01.
 *
 * <p>Usage: {@code System.out.println(TrainBenchmark.run(100).toJson())}.
 *
 * @param measurements one per workload and number of threads
 */
public record TrainBenchmark(List<Measurement> measurements) {

    private static final int WARM_UP = 10;

    /**
     * The speed of one workload.
     *
     * @param workload {@code reference}, {@code one}, {@code axis_8}, {@code axis_32} or {@code mask}
     * @param parameters trained numbers
     * @param threads threads that one tensor operation may use
     * @param steps measured steps, after a warm-up
     * @param tokensPerSecond tokens trained on, of all models together, per second of wall-clock time
     * @param millisPerStep wall-clock time of one step
     * @param cpuMillisPerStep processor time of one step, all threads of the process together
     * @param phases phase of a step to milliseconds: data, forward, backward, optimizer, close
     */
    public record Measurement(
            String workload,
            int parameters,
            int threads,
            int steps,
            double tokensPerSecond,
            double millisPerStep,
            double cpuMillisPerStep,
            Map<String, Double> phases) {}

    /**
     * Measures every workload with one thread, and the reference with two as well.
     *
     * @param steps measured steps for each, at least 1
     * @return the measurements
     * @throws IllegalArgumentException if {@code steps} is less than 1
     */
    public static TrainBenchmark run(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("the benchmark needs at least 1 step, got " + steps);
        }
        try {
            var measurements = new ArrayList<Measurement>();
            measurements.add(measure(TrainWorkload.Kind.REFERENCE, 1, steps));
            measurements.add(measure(TrainWorkload.Kind.REFERENCE, 2, steps));
            measurements.add(measure(TrainWorkload.Kind.ONE, 1, steps));
            measurements.add(measure(TrainWorkload.Kind.AXIS_8, 1, steps));
            measurements.add(measure(TrainWorkload.Kind.AXIS_32, 1, steps));
            measurements.add(measure(TrainWorkload.Kind.MASK, 1, steps));
            return new TrainBenchmark(List.copyOf(measurements));
        } finally {
            TensorEngine.setThreads(1);
        }
    }

    private static Measurement measure(TrainWorkload.Kind kind, int threads, int steps) {
        TensorEngine.setThreads(threads);
        try (var workload = kind.open(Math.max(steps, WARM_UP))) {
            var data = new DataTime();
            train(workload, WARM_UP, new DataTime());
            var cpu = processorTime();
            var start = System.nanoTime();
            var profile = train(workload, steps, data);
            var wall = System.nanoTime() - start;
            return new Measurement(
                    kind.name().toLowerCase(Locale.ROOT),
                    workload.trained().layout().size(),
                    threads,
                    steps,
                    1e9 * steps * workload.tokensPerStep() / wall,
                    wall / 1e6 / steps,
                    (processorTime() - cpu) / 1e6 / steps,
                    phases(profile, data.nanos));
        }
    }

    private static StepProfile train(TrainWorkload workload, int steps, DataTime time) {
        var trainer = new Trainer(workload.trained()).learningRate(workload.rate());
        trainer.run(steps, (scope, step) -> {
            var start = System.nanoTime();
            var data = workload.data(scope, step);
            time.nanos += System.nanoTime() - start;
            return workload.loss(scope, data, step);
        });
        return trainer.profile();
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
     * What the model axis gains: how many times faster R small models train together than one after the other.
     *
     * @param models R, 8 or 32
     * @return R · time of one / time of all, per step
     */
    public double axisGain(int models) {
        return models * millis("one") / millis("axis_" + models);
    }

    private double millis(String workload) {
        return measurements.stream()
                .filter(run -> run.workload.equals(workload))
                .findFirst()
                .orElseThrow()
                .millisPerStep();
    }

    /**
     * The measurements as JSON.
     *
     * @return one object on several lines; times in milliseconds
     */
    public String toJson() {
        var runs = measurements.stream().map(TrainBenchmark::json).collect(Collectors.joining(",\n"));
        return String.format(
                Locale.ROOT,
                """
                {
                  "benchmark": "train",
                  "runs": [
                %s
                  ],
                  "model_axis_gain": {"8": %.2f, "32": %.2f}
                }""",
                runs,
                axisGain(8),
                axisGain(32));
    }

    private static String json(Measurement run) {
        var phases = run.phases.entrySet().stream()
                .map(phase -> String.format(Locale.ROOT, "\"%s\": %.3f", phase.getKey(), phase.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "    {\"workload\": \"%s\", \"parameters\": %d, \"threads\": %d, \"steps\": %d,"
                        + " \"tokens_per_second\": %.0f, \"ms_per_step\": %.3f, \"cpu_ms_per_step\": %.3f,"
                        + " \"phases_ms\": {%s}}",
                run.workload,
                run.parameters,
                run.threads,
                run.steps,
                run.tokensPerSecond,
                run.millisPerStep,
                run.cpuMillisPerStep,
                phases);
    }
}
