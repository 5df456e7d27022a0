package org.tinybabel.cli.grading;

import java.nio.file.Path;
import java.util.List;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.Limits;
import org.tinybabel.grader.remote.AgentProgram;
import org.tinybabel.grader.remote.Isolation;
import org.tinybabel.solutions.Solutions;

/**
 * Everything that a worker needs to know once.
 *
 * @param exercise the exercise's name
 * @param libraries the class path of student code
 * @param seconds the processor time of one call, in seconds
 * @param compilationSeconds the processor time that the compiler may take for one cell, in seconds
 * @param heapMegabytes the heap of a student's process, in MiB
 * @param isolation the key of the {@link Isolation}
 * @param archive the class-data archive of student processes; it need not exist
 */
record GradingSetup(
        String exercise,
        List<String> libraries,
        int seconds,
        int compilationSeconds,
        int heapMegabytes,
        String isolation,
        String archive) {

    ExerciseTests tests() {
        return Solutions.exercise(exercise);
    }

    Limits limits() {
        var usual = Limits.ofSecondsPerCall(seconds);
        return new Limits(usual.cell(), usual.call(), usual.submission(), heapMegabytes);
    }

    AgentProgram program() {
        var classPath = libraries.stream().map(Path::of).toList();
        return new AgentProgram(tests().contract(), classPath, heapMegabytes).withArchive(Path.of(archive));
    }
}
