package org.tinybabel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tinybabel.cli.authoring.ExerciseSources;
import org.tinybabel.grader.authoring.EditedAnswers;
import org.tinybabel.grader.authoring.ExerciseRules;
import org.tinybabel.grader.authoring.ExpectedExceptions;
import org.tinybabel.grader.authoring.Leaks;
import org.tinybabel.grader.authoring.MasterNotebooks;
import org.tinybabel.grader.authoring.MatrixPage;
import org.tinybabel.grader.authoring.Proof;
import org.tinybabel.grader.authoring.ProofMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves one exercise as its sources have it now. */
@Command(
        name = "prove",
        description = {
            "Prove the tests of an exercise, as the build does, without building the kit:",
            "the solution earns everything, a blank notebook nothing, and each wrong answer",
            "is rejected by the tests that name it. The matrix of tests and wrong answers",
            "goes to standard output; the exit code is 1 if there is a fault."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  tinybabel prove 09", "  tinybabel prove 31-my-paper --isolated"})
final class ProveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NN", description = "The exercise's number or name.")
    private String name;

    @Option(names = "--isolated", description = "Give each wrong answer a process of its own (without it: sessions).")
    private boolean isolated;

    @Override
    public Integer call() throws IOException {
        var home = Kit.current().home();
        var work = Files.createTempDirectory("tinybabel-prove");
        try {
            return prove(home, work);
        } finally {
            delete(work);
        }
    }

    private int prove(Path home, Path work) throws IOException {
        var masters = home.resolve("solutions");
        var students = home.resolve("exercises");
        var sources = ExerciseSources.compile(home, name, Kit.current().jars(), work);
        var exercise = sources.tests();
        var classPath = new ArrayList<>(List.of(sources.visible()));
        classPath.addAll(Kit.current().libraries());
        var answers = 0;
        for (var kind : EditedAnswers.Kind.values()) {
            answers += EditedAnswers.of(kind, masters, exercise.id()).answers().size();
        }
        var proof = Proof.of(
                exercise,
                masters,
                classPath,
                isolated ? ProofMode.ISOLATED : ProofMode.SESSIONS,
                progress(exercise.id(), answers + 2));
        var faults = new ArrayList<>(proof.faults());
        faults.addAll(ExerciseRules.faults(proof, students.resolve("src/main/java")));
        faults.addAll(ExpectedExceptions.faults(exercise, students.resolve("src/main/java")));
        faults.addAll(Leaks.faults(exercise, masters, students));
        new MasterNotebooks(masters, students, List.of(exercise))
                .drift().stream()
                        .filter(notebook -> notebook.getFileName().toString().equals(exercise.id() + ".ipynb"))
                        .forEach(notebook ->
                                faults.add("The student notebook is not what its master says: run tinybabel assign"));
        report(proof, faults);
        var page = Files.createDirectories(masters.resolve("target/matrix")).resolve(exercise.id() + ".html");
        Files.writeString(page, MatrixPage.of(proof, Optional.empty()));
        spec.commandLine().getErr().println("As a page: " + page);
        return faults.isEmpty() ? 0 : 1;
    }

    private void report(Proof proof, List<String> faults) {
        var out = spec.commandLine().getOut();
        out.println(proof.exercise().id() + ": solution " + proof.solution().earned() + " of "
                + proof.solution().possible() + ", blank " + proof.blank().earned() + ", "
                + proof.wrong().size()
                + " wrong answers " + proof.how() + ":");
        out.println(proof.matrix());
        faults.forEach(fault -> out.println("- " + fault));
        out.println(faults.isEmpty() ? "Proved." : faults.size() + (faults.size() == 1 ? " fault." : " faults."));
    }

    private Consumer<String> progress(String exercise, int all) {
        var done = new AtomicInteger();
        var err = spec.commandLine().getErr();
        return graded -> {
            err.print("\r" + exercise + ": " + done.incrementAndGet() + " of " + all + " notebooks graded");
            err.print(done.get() >= all ? "\n" : "");
            err.flush();
        };
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
