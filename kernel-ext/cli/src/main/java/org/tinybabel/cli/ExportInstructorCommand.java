package org.tinybabel.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinybabel.cli.course.Course;
import org.tinybabel.cli.export.CourseContents;
import org.tinybabel.cli.export.InstructorEdition;
import org.tinybabel.solutions.Solutions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what instructors want to know. */
@Command(
        name = "instructor",
        description = {
            "For teachers: write what to know about each notebook.",
            "A page has timings, discussion, fidelity to the paper, the quiz with its answers, tests",
            "with points and hints, and typical wrong answers with their code. With them come syllabi",
            "for 6, 10 and 14 weeks, a plan of 90 minutes for each notebook, the points, and how the",
            "gradebook fits the columns of learning platforms.",
            "The files written are listed on standard output."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tinybabel export instructor --out instructor    then open instructor/index.html"})
final class ExportInstructorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write to (without it: results/instructor).")
    private Path out = Path.of("results", "instructor");

    @Override
    public Integer call() {
        var kit = Kit.current();
        var files = InstructorEdition.of(
                CourseContents.read(kit),
                Solutions.exercises(),
                kit.home().resolve("solutions"),
                Course.documents(kit));
        return ExportFolder.write(files, out, spec);
    }
}
