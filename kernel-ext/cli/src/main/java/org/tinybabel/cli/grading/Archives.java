package org.tinybabel.cli.grading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tinybabel.cli.Kit;
import org.tinybabel.grader.CompilerWatch;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.SubmissionGrader;
import org.tinybabel.grader.remote.AgentProgram;
import org.tinybabel.grader.remote.Isolation;

/**
 * Class-data archives of the two kinds of processes that grading starts: they make each start several times faster, fit one
 * Java and one set of jars only, and are made on this machine when they are first missed. Without them grading is slower and
 * otherwise the same.
 */
final class Archives {

    private final Kit kit;
    private final String fits;

    Archives(Kit kit) {
        this.kit = kit;
        this.fits = fingerprint(kit);
    }

    private static String fingerprint(Kit kit) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (var jar : kit.jars()) {
                var line = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            return "unknown";
        }
    }

    /** The archive of student processes, which need not exist. */
    Path agent() {
        return kit.state().resolve("agent-" + fits + ".jsa");
    }

    private Path worker() {
        return kit.state().resolve("worker-" + fits + ".jsa");
    }

    /** What makes a worker use its archive, or write one when it ends. */
    List<String> workerOptions() {
        return Files.isRegularFile(worker()) ? List.of("-XX:SharedArchiveFile=" + worker()) : List.of();
    }

    boolean areThere() {
        return Files.isRegularFile(agent()) && Files.isRegularFile(worker());
    }

    /**
     * Makes what is missing by grading the exercise's own solution once. The solution is the teacher's, so it needs no
     * sandbox, in which nothing could be written.
     */
    void make(GradingSetup setup, byte[] solution) {
        if (areThere() || !Files.isWritable(kit.state())) {
            return;
        }
        try {
            var agent = Files.createTempFile(kit.state(), "agent", ".tmp");
            var worker = Files.createTempFile(kit.state(), "worker", ".tmp");
            try {
                Files.delete(agent);
                Files.delete(worker);
                record(setup, solution, agent);
                keep(agent, agent());
                var training = new GradingSetup(
                        setup.exercise(),
                        setup.libraries(),
                        setup.seconds(),
                        setup.compilationSeconds(),
                        setup.heapMegabytes(),
                        Isolation.processOnly().key(),
                        agent().toString());
                try (var process = Worker.start(kit, training, List.of("-XX:ArchiveClassesAtExit=" + worker))) {
                    process.grade(GradingJob.of(Submission.of("solution", "solution.ipynb"), solution, 1));
                }
                keep(worker, worker());
            } finally {
                Files.deleteIfExists(agent);
                Files.deleteIfExists(worker);
            }
        } catch (IOException e) {
            // Grading works without archives.
        }
    }

    private static void record(GradingSetup setup, byte[] solution, Path file) {
        AgentProgram program = setup.program().recording(file);
        new SubmissionGrader(setup.tests(), program, Isolation.processOnly(), setup.limits(), CompilerWatch.NONE)
                .grade(Submission.of("solution", "solution.ipynb"), solution, 1);
    }

    private static void keep(Path made, Path as) throws IOException {
        if (Files.isRegularFile(made)) {
            Files.move(made, as, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
