package org.tinybabel.cli.grading;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tinybabel.cli.Kit;
import org.tinybabel.grader.GradedSubmission;

/** One worker process, as seen by the process that gives it work. */
final class Worker implements AutoCloseable {

    private static final Gson GSON = new Gson();

    private final Process process;
    private final BufferedReader in;
    private final BufferedWriter out;
    private int served;

    private Worker(Process process) {
        this.process = process;
        in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        out = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Why there is no result.
     *
     * @param cell the code cell, from 1, that was being compiled; 0 while methods were bound; empty during tests
     * @param reason what happened to the worker
     */
    record Death(Optional<Integer> cell, String reason) {}

    /** What came of a job: one of the two. */
    record Outcome(Optional<GradedSubmission> result, Optional<Death> death) {}

    static Worker start(Kit kit, GradingSetup setup, List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Kit.java().toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx320m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-D" + Kit.HOME_PROPERTY + "=" + kit.home()));
        command.addAll(options);
        command.addAll(List.of("-cp", kit.fullClassPath(), WorkerMain.class.getName()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var worker = new Worker(process);
        worker.send(GSON.toJson(setup));
        return worker;
    }

    private void send(String line) throws IOException {
        out.write(line);
        out.newLine();
        out.flush();
    }

    /** How many jobs it has been given. */
    int served() {
        return served;
    }

    /** Grades a submission, or tells what the worker died of. */
    Outcome grade(GradingJob job) {
        served++;
        var at = Optional.<Integer>empty();
        var reason = "it ended unexpectedly";
        try {
            send(GSON.toJson(job));
            for (String line; (line = in.readLine()) != null; ) {
                var words = line.split(" ", 2);
                switch (words[0]) {
                    case "compiling" -> at = Optional.of(Integer.valueOf(words[1]));
                    case "testing" -> at = Optional.empty();
                    case "busy" -> reason = "it took longer than is reasonable";
                    case "result" -> {
                        return new Outcome(Optional.of(GradedSubmission.fromJson(words[1])), Optional.empty());
                    }
                    default -> throw new IOException("Unknown line from a worker: " + line);
                }
            }
            if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 3) {
                reason = "it ran out of memory";
            }
        } catch (IOException e) {
            reason = "it ended unexpectedly (" + e.getMessage() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = "grading was interrupted";
        }
        return new Outcome(Optional.empty(), Optional.of(new Death(at, reason)));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends the process with all that it has started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Lets the process end by itself, so that it can write its class-data archive. */
    @Override
    public void close() {
        try {
            out.close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
