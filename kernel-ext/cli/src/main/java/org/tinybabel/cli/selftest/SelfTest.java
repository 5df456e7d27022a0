package org.tinybabel.cli.selftest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tinybabel.cli.Kit;
import org.tinybabel.cli.grading.Grading;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.TestRun;
import org.tinybabel.grader.agent.AgentMain;
import org.tinybabel.grader.remote.Isolation;
import org.tinybabel.grader.report.ReportOptions;
import org.tinybabel.grader.report.Reports;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Grades hostile and broken submissions as a teacher would, each followed by an honest one, and looks at what they gained:
 * points, the content of a file that was laid out for them, a change on this machine, or harm to the honest one.
 */
public final class SelfTest {

    /** The exercise whose solution the attacks are made from. */
    public static final String EXERCISE = "01-bigram-subnetworks";

    /** Less patience than with real submissions, of which only a few are like these. */
    private static final int COMPILATION_SECONDS = 8;

    private static final String HONEST = "honest-after-";

    /** Every attack that reaches something prints a word that begins like this. */
    private static final String REACHED = "CANARY-";

    private static final List<Path> WRITABLE = Stream.of(
                    "/", "/etc", "/usr/lib", "/dev", "/dev/shm", "/run", "/var", "/home", "/root", "/tmp")
            .map(Path::of)
            .toList();

    private final Kit kit;
    private final ExerciseTests exercise;
    private final Isolation isolation;
    private final Consumer<String> messages;
    private final Path canary;
    private final String secret = UUID.randomUUID().toString();
    private final Map<String, GradedSubmission> results = new HashMap<>();
    private final Map<String, Attack> attacks = new HashMap<>();

    private SelfTest(Kit kit, ExerciseTests exercise, Isolation isolation, Consumer<String> messages)
            throws IOException {
        this.kit = kit;
        this.exercise = exercise;
        this.isolation = isolation;
        this.messages = messages;
        this.canary = Files.createTempDirectory("tinybabel-canary-").resolve("canary.ipynb");
    }

    /**
     * What the attacks gained.
     *
     * @param attacks how many there were
     * @param faults one sentence for each gain; empty if there was none
     */
    public record Outcome(int attacks, List<String> faults) {}

    /**
     * Runs the attacks.
     *
     * @param kit the kit
     * @param exercise the exercise named {@link #EXERCISE}
     * @param isolation how student code is kept apart; at least name spaces
     * @param jobs how many at the same time
     * @param messages takes a line for each attack
     * @return what they gained
     * @throws IOException if the files of the kit cannot be read
     * @throws InterruptedException if it is to end
     */
    public static Outcome run(Kit kit, ExerciseTests exercise, Isolation isolation, int jobs, Consumer<String> messages)
            throws IOException, InterruptedException {
        var test = new SelfTest(kit, exercise, isolation, messages);
        try {
            return test.outcome(jobs);
        } finally {
            Files.deleteIfExists(test.canary);
            Files.deleteIfExists(test.canary.getParent());
        }
    }

    private Outcome outcome(int jobs) throws IOException, InterruptedException {
        Files.writeString(canary, "{\"nbformat\": 4, \"secret\": \"" + secret + "\"}");
        var begin = Instant.now();
        var tasks = tasks();
        var faults = new ArrayList<String>();
        try (var grading = Grading.open(
                kit, exercise, isolation, new Grading.Options(jobs, 1, COMPILATION_SECONDS, 1), messages)) {
            grading.grade(tasks, result -> {
                var name = result.submission().student();
                results.put(name, result);
                if (!name.startsWith(HONEST)) {
                    var found = faults(name, result);
                    faults.addAll(found);
                    messages.accept((found.isEmpty() ? "repelled " : "GAINED   ") + name + ": " + told(result));
                }
            });
        }
        faults.addAll(faultsOfTheRest(tasks, begin));
        faults.addAll(faultsOfReports());
        return new Outcome(tasks.size() / 2, faults.stream().sorted().toList());
    }

    private List<Grading.Task> tasks() throws IOException {
        var solution = Notebook.read(kit.home().resolve("solutions").resolve(EXERCISE + ".ipynb"));
        var blank = Notebook.read(kit.home().resolve("exercises").resolve(EXERCISE + ".ipynb"));
        var honest = solution.toText().getBytes(StandardCharsets.UTF_8);
        var tasks = new ArrayList<Grading.Task>();
        for (var attack : Attack.all()) {
            attacks.put(attack.name(), attack);
            tasks.add(task(attack.name(), () -> attack.notebook(solution, blank, canary)));
            tasks.add(task(HONEST + attack.name(), () -> honest));
        }
        BrokenFiles.all(solution).forEach((name, bytes) -> {
            tasks.add(task(name, bytes));
            tasks.add(task(HONEST + name, () -> honest));
        });
        return tasks;
    }

    /** The points, and the first thing that the student would be told. */
    private static String told(GradedSubmission result) {
        if (!result.graded()) {
            return shortened(result.problem());
        }
        var words = Stream.concat(
                        result.cells().stream().map(GradedSubmission.CellProblem::message),
                        result.tests().stream().map(TestResult::message))
                .map(message -> message.replaceAll("\\u001B\\[[0-9;]*m", ""))
                .flatMap(message ->
                        message.lines().filter(line -> !line.isBlank()).limit(1))
                .findFirst();
        return result.earned() + " of " + result.possible() + " points"
                + words.map(line -> ". " + shortened(line)).orElse(".");
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + " …";
    }

    private static Grading.Task task(String name, Grading.Bytes bytes) {
        return new Grading.Task(Submission.of(name, name + ".ipynb"), bytes);
    }

    private List<String> faults(String name, GradedSubmission result) {
        var faults = new ArrayList<String>();
        var attack = Optional.ofNullable(attacks.get(name));
        if (attack.isEmpty()) {
            if (result.graded() || result.problem().isBlank()) {
                faults.add(name + " was graded, though no notebook can be made of it");
            }
        } else if (!result.graded()) {
            faults.add(name + " got no grade: " + result.problem());
        } else {
            TestRun.byQuestion(result.tests()).forEach((question, tests) -> {
                var earned = TestRun.earned(tests);
                if (!attack.get().earns().get(question).allows(earned, TestRun.possible(tests))) {
                    faults.add(name + " earned " + earned + " of " + TestRun.possible(tests) + " points for question ("
                            + question + ")");
                }
            });
        }
        var all = result.toJson();
        if (all.contains(secret)) {
            faults.add(name + " has read a file of this machine");
        }
        result.cells().stream()
                .map(cell -> cell.message() + cell.output())
                .filter(said -> said.contains(REACHED))
                .forEach(said -> faults.add(name + " reached something: "
                        + said.substring(said.indexOf(REACHED))
                                .lines()
                                .findFirst()
                                .orElse("")));
        return faults;
    }

    /** What students get to see must tell no hidden input, and what they wrote must stay text. */
    private List<String> faultsOfReports() throws IOException {
        var folder = Files.createTempDirectory("tinybabel-reports-");
        try {
            Reports.write(exercise, List.copyOf(results.values()), folder, ReportOptions.NONE);
            var faults = new ArrayList<String>();
            for (var attack : attacks.values()) {
                var page = Files.readString(folder.resolve("feedback").resolve(attack.name() + ".html"));
                var scores = Files.readString(folder.resolve("gradescope").resolve(attack.name() + ".json"));
                attack.secret()
                        .filter(text -> (page + scores).contains(text))
                        .ifPresent(text -> faults.add(attack.name() + " learned the hidden input " + text));
                if (page.contains("<script>alert")) {
                    faults.add(attack.name() + " put a script into the student's page");
                }
            }
            return faults;
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private List<String> faultsOfTheRest(List<Grading.Task> tasks, Instant begin) throws IOException {
        var faults = new ArrayList<String>();
        for (var task : tasks) {
            var result = results.get(task.submission().student());
            if (result == null) {
                faults.add(task.submission().student() + " has no result");
            } else if (task.submission().student().startsWith(HONEST)
                    && result.earned() != Math.max(1, result.possible())) {
                faults.add(task.submission().student() + " got " + result.earned() + " of " + result.possible()
                        + " points: " + result.problem());
            }
        }
        try (var files = Files.list(canary.getParent())) {
            if (files.count() != 1 || !Files.readString(canary).contains(secret)) {
                faults.add("The folder " + canary.getParent() + " has changed");
            }
        }
        WRITABLE.stream()
                .map(folder -> folder.resolve("tinybabel-was-here"))
                .filter(Files::exists)
                .forEach(file -> faults.add("There is a file " + file));
        ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().startInstant().filter(begin::isBefore).isPresent())
                .filter(process -> process.info().commandLine().orElse("").contains(AgentMain.class.getName()))
                .filter(process -> process.parent().map(ProcessHandle::pid).orElse(1L) == 1)
                .sorted(Comparator.naturalOrder())
                .forEach(process -> faults.add("The process " + process.pid() + " was left behind"));
        return faults;
    }
}
