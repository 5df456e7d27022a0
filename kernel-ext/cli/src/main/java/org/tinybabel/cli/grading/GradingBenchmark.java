package org.tinybabel.cli.grading;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tinybabel.cli.Kit;
import org.tinybabel.grader.Costs;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Limits;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.remote.AgentProgram;
import org.tinybabel.grader.remote.Budget;
import org.tinybabel.grader.remote.Isolation;
import org.tinybabel.grader.remote.StudentProcess;

/** Measures how fast submissions are graded, what a student process costs, and whether memory stays bounded. */
public final class GradingBenchmark {

    private static final int AGENT_STARTS = 15;
    private static final int SAMPLES = 20;

    private GradingBenchmark() {}

    /**
     * Grades copies of an exercise's solution.
     *
     * @param kit the kit
     * @param exercise the exercise
     * @param submissions how many copies
     * @param jobs how many at the same time
     * @param messages takes what a user who waits should know
     * @return rates, processor seconds for each stage, and memory, as JSON
     * @throws IOException if the solution cannot be read or no process started
     * @throws InterruptedException if it is to end
     */
    public static JsonObject run(Kit kit, ExerciseTests exercise, int submissions, int jobs, Consumer<String> messages)
            throws IOException, InterruptedException {
        var isolation = Grading.bestIsolation(kit, exercise);
        var result = new JsonObject();
        result.addProperty("exercise", exercise.id());
        result.addProperty("isolation", isolation.level().words());
        result.addProperty("jobs", jobs);
        var options = new Grading.Options(jobs, 10, Grading.Options.COMPILATION_SECONDS, 1);
        try (var grading = Grading.open(kit, exercise, isolation, options, messages)) {
            messages.accept("starting " + AGENT_STARTS + " student processes");
            result.add("student_process", agent(kit, exercise, isolation));
            messages.accept("grading " + submissions + " submissions");
            var solution = Files.readAllBytes(kit.home().resolve("solutions").resolve(exercise.id() + ".ipynb"));
            var tasks = IntStream.range(0, submissions)
                    .mapToObj(i -> new Grading.Task(Submission.of("s" + i, "s" + i + ".ipynb"), () -> solution))
                    .toList();
            result.add("grading", graded(grading, tasks, messages));
        }
        return result;
    }

    private static JsonObject agent(Kit kit, ExerciseTests exercise, Isolation isolation) throws IOException {
        var program = new AgentProgram(exercise.contract(), kit.libraries(), Limits.HEAP_MEGABYTES)
                .withArchive(new Archives(kit).agent());
        var processor = new ArrayList<Double>();
        var clock = new ArrayList<Double>();
        var memory = new ArrayList<Double>();
        for (var i = 0; i < AGENT_STARTS; i++) {
            var begin = System.nanoTime();
            try (var process = StudentProcess.start(program, isolation)) {
                var request = new JsonObject();
                request.addProperty("do", "nothing");
                process.request(request, Budget.ofSeconds(30));
                clock.add((System.nanoTime() - begin) / 1e9);
                processor.add(process.processorTime().toNanos() / 1e9);
                memory.add(process.residentBytes() / 1e6);
            }
        }
        var result = new JsonObject();
        result.addProperty("ready_cpu_seconds_median", median(processor));
        result.addProperty("ready_seconds_median", median(clock));
        result.addProperty("resident_megabytes_median", median(memory));
        return result;
    }

    private static double median(List<Double> values) {
        return rounded(
                values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static JsonObject graded(Grading grading, List<Grading.Task> tasks, Consumer<String> messages)
            throws InterruptedException {
        var stages = new LinkedHashMap<String, Costs.Stage>();
        var memory = new JsonArray();
        // Kept as tinybabel grade keeps them, for its reports.
        var results = new ArrayList<GradedSubmission>();
        var begin = System.nanoTime();
        var every = Math.max(1, tasks.size() / SAMPLES);
        grading.grade(tasks, result -> {
            result.costs().stages().forEach(stage -> stages.merge(stage.name(), stage, GradingBenchmark::plus));
            results.add(result);
            if (results.size() % every == 0) {
                memory.add(megabytes(grading.residentBytes()));
                messages.accept("[" + results.size() + "/" + tasks.size() + "]");
            }
        });
        var seconds = (System.nanoTime() - begin) / 1e9;
        var result = new JsonObject();
        result.addProperty("submissions", tasks.size());
        result.addProperty(
                "with_full_points",
                results.stream()
                        .filter(one -> one.graded() && one.earned() == one.possible())
                        .count());
        result.addProperty("seconds", rounded(seconds));
        result.addProperty("submissions_per_minute", Math.round(60 * tasks.size() / seconds));
        result.add("cpu_seconds_per_submission", perSubmission(stages, tasks.size()));
        result.add("resident_megabytes_of_grader_and_each_worker", memory);
        return result;
    }

    private static JsonArray megabytes(List<Long> bytes) {
        var all = new JsonArray();
        bytes.forEach(each -> all.add(Math.round(each / 1e6)));
        return all;
    }

    private static Costs.Stage plus(Costs.Stage one, Costs.Stage other) {
        return new Costs.Stage(
                one.name(),
                one.graderCpuMillis() + other.graderCpuMillis(),
                one.studentCpuMillis() + other.studentCpuMillis());
    }

    private static JsonObject perSubmission(Map<String, Costs.Stage> stages, int submissions) {
        var result = new JsonObject();
        var grader = 0L;
        var student = 0L;
        for (var stage : stages.values()) {
            grader += stage.graderCpuMillis();
            student += stage.studentCpuMillis();
            result.add(stage.name(), pair(stage.graderCpuMillis(), stage.studentCpuMillis(), submissions));
        }
        result.add("all", pair(grader, student, submissions));
        return result;
    }

    private static JsonObject pair(long grader, long student, int submissions) {
        var pair = new JsonObject();
        pair.addProperty("grader", rounded(grader / 1000.0 / submissions));
        pair.addProperty("student_process", rounded(student / 1000.0 / submissions));
        return pair;
    }
}
