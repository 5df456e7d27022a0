package org.tinybabel.grader.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tinybabel.grader.agent.SandboxProbe;

/**
 * How student code is kept apart from this machine. What is available is found by trying it, not by looking for a program:
 * containers and some distributions forbid the name spaces that a sandbox is made of.
 *
 * <p>The sandbox is bubblewrap: no network, a read-only root with nothing in it but Java and the system's libraries, a home
 * in memory of 64 MiB, its own processes only, no further name spaces, and nobody's rights, also where root grades. A control
 * group limits memory and the number of processes where this user may make one; resource limits of the process do so in any
 * case.
 */
public final class Isolation {

    private static final int LONGEST_PROBE_SECONDS = 60;

    /** How well student code is kept apart, the best first. */
    public enum Level {
        /** Name spaces, and a control group that limits memory and processes. */
        FULL("full (bubblewrap name spaces, control group for memory and processes, resource limits)"),
        /** Name spaces, but limits for each process only. */
        NAMESPACES("name spaces only (bubblewrap and resource limits; no control group on this system)"),
        /** A process and nothing else. */
        PROCESS("process only (no sandbox on this system: student code ran with YOUR rights)");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        /**
         * The level as reports say it.
         *
         * @return a few words
         */
        public String words() {
            return words;
        }
    }

    private enum Grouping {
        NONE,
        OWN,
        SYSTEMD_USER,
        SYSTEMD
    }

    private final Level level;
    private final String reason;
    private final Grouping grouping;
    private final Optional<ControlGroups> groups;

    private final boolean rootStepsDown;
    private final Bubblewrap bubblewrap;

    private Isolation(
            Level level, String reason, Grouping grouping, Optional<ControlGroups> groups, boolean rootStepsDown) {
        this.level = level;
        this.reason = reason;
        this.grouping = grouping;
        this.groups = groups;
        this.rootStepsDown = rootStepsDown;
        this.bubblewrap = new Bubblewrap(rootStepsDown);
    }

    private static Isolation processOnly(String reason) {
        return new Isolation(Level.PROCESS, reason, Grouping.NONE, Optional.empty(), false);
    }

    /**
     * What a student process is started with.
     *
     * @param command the whole command
     * @param group the control group that it enters
     */
    record Enclosure(List<String> command, ControlGroup group) {}

    /**
     * No sandbox: enough for one's own notebook.
     *
     * @return a process with limits, and nothing else
     */
    public static Isolation processOnly() {
        return processOnly("not asked for");
    }

    /**
     * What another process of the grader needs to know to do the same without looking again.
     *
     * @return a word for {@link #as}
     */
    public String key() {
        return grouping.name() + "/" + level.name() + "/" + rootStepsDown;
    }

    /**
     * The isolation that another process of the grader has found.
     *
     * @param key its {@link #key}
     * @return the same isolation
     */
    public static Isolation as(String key) {
        var words = key.split("/");
        return new Isolation(
                Level.valueOf(words[1]),
                "",
                Grouping.valueOf(words[0]),
                ControlGroups.available(),
                Boolean.parseBoolean(words[2]));
    }

    /**
     * The best that this system offers, found by starting a student process in it that looks around.
     *
     * @param program the program that will run in it
     * @return the isolation; {@link #reason()} says what stands in the way of a better one
     */
    public static Isolation best(AgentProgram program) {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return processOnly("bubblewrap exists on Linux only");
        }
        var missing = Bubblewrap.missing();
        if (missing.isPresent()) {
            return processOnly(missing.get() + " is not installed");
        }
        var groups = ControlGroups.available();
        var refusal = "";
        var asRoot = "";
        for (var grouping : List.of(Grouping.OWN, Grouping.SYSTEMD_USER, Grouping.SYSTEMD, Grouping.NONE)) {
            if (grouping == Grouping.OWN && groups.isEmpty()
                    || grouping.name().startsWith("SYSTEMD") && !systemdRuns(grouping)) {
                continue;
            }
            for (var stepsDown : Bubblewrap.rootCanStepDown() ? List.of(true, false) : List.of(false)) {
                var candidate = candidate(grouping, groups, stepsDown, asRoot);
                refusal = candidate.refusal(program);
                if (refusal.isEmpty()) {
                    return candidate;
                }
                asRoot = stepsDown ? refusal : asRoot;
            }
        }
        return processOnly(
                refusal.contains("Unknown option")
                        ? "bubblewrap is too old: 0.8 or newer is needed"
                        : "the sandbox does not work here: " + refusal);
    }

    /** Grading as root without stepping down is still safe, as the probe shows, but one lock fewer. */
    private static Isolation candidate(
            Grouping grouping, Optional<ControlGroups> groups, boolean stepsDown, String whyRoot) {
        var reasons = new ArrayList<String>();
        if (grouping == Grouping.NONE) {
            reasons.add("this user may make no control group");
        }
        if (!whyRoot.isEmpty() && !stepsDown) {
            reasons.add(
                    "student code keeps root's user number, though none of its rights, since nobody's does not work: "
                            + whyRoot);
        }
        return new Isolation(
                grouping == Grouping.NONE ? Level.NAMESPACES : Level.FULL,
                String.join("; ", reasons),
                grouping,
                groups,
                stepsDown);
    }

    private static boolean systemdRuns(Grouping grouping) {
        if (!Files.isDirectory(Path.of("/run/systemd/system"))
                || Bubblewrap.find("systemd-run").isEmpty()) {
            return false;
        }
        try {
            var command = new ArrayList<>(scope(grouping, 1L << 30));
            command.add("true");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts a process that looks around in the sandbox; what it or bubblewrap complains about, or nothing. */
    private String refusal(AgentProgram program) {
        try {
            var folder = Files.createTempDirectory("tb");
            try {
                var enclosure = enclose(program, folder, List.of("-D" + SandboxProbe.PROPERTY + "=true"));
                var process = new ProcessBuilder(enclosure.command())
                        .redirectErrorStream(true)
                        .start();
                process.getOutputStream().close();
                var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                var ended = process.waitFor(LONGEST_PROBE_SECONDS, TimeUnit.SECONDS);
                process.destroyForcibly().waitFor();
                enclosure.group().close();
                return ended && process.exitValue() == 0
                        ? ""
                        : said.strip().lines().findFirst().orElse("no answer");
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /**
     * How well student code is kept apart.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * What stands in the way of a better isolation.
     *
     * @return a few words; blank for the best
     */
    public String reason() {
        return reason;
    }

    /**
     * The command that starts a program within this isolation.
     *
     * @param program the student's virtual machine
     * @param folder a private folder; the program meets the grader at the socket {@code s} in it
     * @param more further options of the virtual machine
     * @return the command and the group that it will be in
     * @throws IOException if a control group cannot be made
     */
    Enclosure enclose(AgentProgram program, Path folder, List<String> more) throws IOException {
        if (level == Level.PROCESS) {
            return new Enclosure(
                    program.command(folder.resolve("s").toString(), folder.toString(), more), ControlGroup.NONE);
        }
        var group = grouping == Grouping.OWN ? groups.orElseThrow().create(program.memoryBytes()) : ControlGroup.NONE;
        var command = new ArrayList<String>();
        if (grouping == Grouping.OWN) {
            command.addAll(List.of(
                    "/bin/sh",
                    "-c",
                    "while [ \"$1\" != -- ]; do echo 0 >\"$1\" || exit 4; shift; done; shift; exec \"$@\"",
                    "sh"));
            group.entrances().forEach(entrance -> command.add(entrance.toString()));
            command.add("--");
        } else if (grouping != Grouping.NONE) {
            command.addAll(scope(grouping, program.memoryBytes()));
        }
        command.addAll(bubblewrap.command(program, folder, more));
        return new Enclosure(command, group);
    }

    private static List<String> scope(Grouping grouping, long memoryBytes) {
        var command = new ArrayList<>(List.of("systemd-run", "--scope", "--quiet", "--collect"));
        if (grouping == Grouping.SYSTEMD_USER) {
            command.add("--user");
        }
        command.addAll(List.of("-p", "MemoryMax=" + memoryBytes, "-p", "MemorySwapMax=0", "-p", "TasksMax=300", "--"));
        return command;
    }
}
