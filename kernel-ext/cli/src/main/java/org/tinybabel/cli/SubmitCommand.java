package org.tinybabel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.api.Question;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Packs an exercise notebook into a file to hand in. */
@Command(
        name = "submit",
        description = {
            "Pack an exercise notebook into one file to hand in. Nothing is sent anywhere.",
            "The file's name is written to standard output."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tinybabel submit exercises/01-bigram-subnetworks.ipynb --student s1234567"})
final class SubmitCommand implements Callable<Integer> {

    /** What is safe as a part of a file name everywhere. */
    private static final Pattern STUDENT = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NOTEBOOK", description = "The exercise notebook, saved.")
    private Path file;

    @Option(
            names = "--student",
            paramLabel = "ID",
            defaultValue = "",
            description = "Your number or short name, as your teacher asks for it.")
    private String student;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "Your full name.")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (without it: made of exercise and student, beside the notebook).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!student.isEmpty() && !STUDENT.matcher(student).matches()) {
            throw new UserError("--student \"" + student + "\" cannot be part of a file name: use letters, digits,"
                    + " and . _ @ + - only, at most 64.");
        }
        var bytes = bytes();
        var notebook = Notebook.parse(new String(bytes, StandardCharsets.UTF_8), file.toString());
        var exercise = Submissions.exercise(notebook, file);
        var target = target(exercise.id());
        var version = spec.root().version()[0].replaceFirst("^\\D*", "");
        var created = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        new SubmissionArchive(
                        exercise.id(),
                        student,
                        name,
                        created,
                        file.getFileName().toString(),
                        bytes,
                        version)
                .write(target);
        spec.commandLine().getOut().println(target);
        advise(exercise, blank(exercise, notebook), target);
        return 0;
    }

    private byte[] bytes() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NotebookFormatException("There is no notebook at " + file + ".");
        }
        return Files.readAllBytes(file);
    }

    private Path target(String exercise) {
        var target = (out == null
                        ? file.toAbsolutePath()
                                .resolveSibling(exercise + (student.isEmpty() ? "" : "-" + student) + ".zip")
                        : out)
                .toAbsolutePath()
                .normalize();
        if (!target.toString().endsWith(".zip")) {
            throw new UserError("--out must end in .zip, got " + out + ".");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new UserError("There is no folder " + target.getParent() + ": make it, or name another file.");
        }
        return target;
    }

    /** The questions with a method that is still the stub; a look at the text, nothing is run. */
    private static List<String> blank(ExerciseTests exercise, Notebook notebook) {
        var code = notebook.codeCells().stream().map(Cell::source).collect(Collectors.joining("\n"));
        return exercise.methods().stream()
                .filter(method -> code.contains("new NotSolvedYet(\"" + method.getName() + "\")"))
                .map(method -> "(" + method.getAnnotation(Question.class).value() + ")")
                .distinct()
                .toList();
    }

    private void advise(ExerciseTests exercise, List<String> blank, Path target) {
        var err = spec.commandLine().getErr();
        if (!blank.isEmpty()) {
            err.println("Warning: " + blank.size() + " of "
                    + exercise.questions().size() + " questions are not solved yet: " + String.join(", ", blank) + ".");
        }
        if (student.isEmpty()) {
            err.println(
                    "The file does not say whose it is: hand it in under your name, or pack it again with --student.");
        }
        err.println("Packed " + file + " as it was saved. Hand in " + target.getFileName() + " from "
                + target.getParent()
                + " where your teacher collects the exercise; to change something, save the notebook"
                + " and pack it again.");
    }
}
