package org.tinybabel.grader.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tinybabel.grader.agent.SandboxProbe;

/**
 * How student code is kept apart from this machine. What is available is found by trying it, not by looking for a program:
 * containers and some distributions forbid the name spaces that a sandbox is made of.
 *
 * <p>The sandbox is bubblewrap: no network, a read-only root with nothing in it but Java and the system's libraries, a home
 * in memory of 64 MiB, its own processes only, no further name spaces. A control group limits memory and the number of
 * processes where this user may make one; resource limits of the process do so in any case.
 */
public final class Isolation {

    private static final String SCRATCH = "/tmp";
    private static final String SCRATCH_BYTES = String.valueOf(64 << 20);
    private static final String MEETING_PLACE = "/run/tinybabel";
    private static final String NOBODY = "65534";
    private static final int LONGEST_PROBE_SECONDS = 60;

    /** What Java's own native libraries need; nothing here is anybody's data. */
    private static final List<String> SYSTEM = List.of(
            "/usr/lib",
            "/usr/lib64",
            "/lib",
            "/lib64",
            "/usr/share/fonts",
            "/etc/fonts",
            "/etc/ld.so.cache",
            "/etc/alternatives",
            "/gnu/store",
            "/nix/store");

    private static final List<String> LOCKED = List.of(
            // Devices live in a file system in memory whose size nothing limits; the devices themselves stay usable.
            "--remount-ro",
            "/dev",
            "--disable-userns",
            "--remount-ro",
            "/",
            "--setenv",
            "LANG",
            "C.UTF-8",
            "--setenv",
            "MALLOC_ARENA_MAX",
            "2",
            "--chdir",
            SCRATCH,
            "--");

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

    /** What bubblewrap is told for each program, but for the private folder, which takes a walk through the JDK to find. */
    private final Map<AgentProgram, List<String>> rooms = new ConcurrentHashMap<>();

    private Isolation(Level level, String reason, Grouping grouping, Optional<ControlGroups> groups) {
        this.level = level;
        this.reason = reason;
        this.grouping = grouping;
        this.groups = groups;
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
        return new Isolation(Level.PROCESS, "not asked for", Grouping.NONE, Optional.empty());
    }

    /**
     * What another process of the grader needs to know to do the same without looking again.
     *
     * @return a word for {@link #as}
     */
    public String key() {
        return grouping.name() + "/" + level.name();
    }

    /**
     * The isolation that another process of the grader has found.
     *
     * @param key its {@link #key}
     * @return the same isolation
     */
    public static Isolation as(String key) {
        var words = key.split("/");
        return new Isolation(Level.valueOf(words[1]), "", Grouping.valueOf(words[0]), ControlGroups.available());
    }

    /**
     * The best that this system offers, found by starting a student process in it that looks around.
     *
     * @param program the program that will run in it
     * @return the isolation; {@link #reason()} says what stands in the way of a better one
     */
    public static Isolation best(AgentProgram program) {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return new Isolation(Level.PROCESS, "bubblewrap exists on Linux only", Grouping.NONE, Optional.empty());
        }
        if (find("bwrap").isEmpty() || find("prlimit").isEmpty()) {
            var missing = find("bwrap").isEmpty() ? "bubblewrap (bwrap)" : "prlimit";
            return new Isolation(Level.PROCESS, missing + " is not installed", Grouping.NONE, Optional.empty());
        }
        var refusal = "";
        var groups = ControlGroups.available();
        for (var grouping : List.of(Grouping.OWN, Grouping.SYSTEMD_USER, Grouping.SYSTEMD, Grouping.NONE)) {
            if (grouping == Grouping.OWN && groups.isEmpty()
                    || grouping.name().startsWith("SYSTEMD") && !systemdRuns(grouping)) {
                continue;
            }
            var candidate = new Isolation(
                    grouping == Grouping.NONE ? Level.NAMESPACES : Level.FULL,
                    grouping == Grouping.NONE ? "this user may make no control group" : "",
                    grouping,
                    groups);
            refusal = candidate.refusal(program);
            if (refusal.isEmpty()) {
                return candidate;
            }
        }
        var why = refusal.contains("Unknown option")
                ? "bubblewrap is too old: 0.8 or newer is needed"
                : "the sandbox does not work here: " + refusal;
        return new Isolation(Level.PROCESS, why, Grouping.NONE, Optional.empty());
    }

    private static boolean systemdRuns(Grouping grouping) {
        if (!Files.isDirectory(Path.of("/run/systemd/system"))
                || find("systemd-run").isEmpty()) {
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
                var said = new String(process.getInputStream().readAllBytes());
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
     * What stands in the way of a better level.
     *
     * @return a few words; blank for the best level
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
        command.addAll(rooms.computeIfAbsent(program, Isolation::room));
        command.addAll(List.of("--ro-bind", folder.toString(), MEETING_PLACE));
        command.addAll(LOCKED);
        command.addAll(limits(program));
        command.addAll(program.command(MEETING_PLACE + "/s", SCRATCH, more));
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

    private static List<String> room(AgentProgram program) {
        var command = new ArrayList<>(List.of(find("bwrap").orElseThrow().toString()));
        command.addAll(List.of("--unshare-user", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
        command.addAll(List.of("--uid", NOBODY, "--gid", NOBODY, "--hostname", "sandbox"));
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        command.addAll(List.of("--size", SCRATCH_BYTES, "--tmpfs", SCRATCH));
        Stream.of(SYSTEM.stream().map(Path::of), program.readable().stream(), linksOutOf(AgentProgram.javaHome()))
                .flatMap(paths -> paths)
                .forEach(path -> command.addAll(bindings(path)));
        var prlimit = find("prlimit").orElseThrow();
        command.addAll(List.of("--ro-bind", prlimit.toString(), prlimit.toString()));
        return command;
    }

    private static List<String> bindings(Path path) {
        try {
            if (Files.isSymbolicLink(path) && path.getNameCount() <= 2) {
                return List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString());
            }
        } catch (IOException e) {
            return List.of();
        }
        return Files.exists(path) ? List.of("--ro-bind", path.toString(), path.toString()) : List.of();
    }

    /** Distributions keep parts of the JDK, such as its configuration, elsewhere and link to them. */
    private static Stream<Path> linksOutOf(Path java) {
        try (var files = Files.walk(java, 4)) {
            return files
                    .filter(Files::isSymbolicLink)
                    .flatMap(link -> target(link).stream())
                    .filter(target -> !target.startsWith(java))
                    .filter(target -> SYSTEM.stream().noneMatch(target::startsWith))
                    .distinct()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Path> target(Path link) {
        try {
            return Optional.of(link.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> limits(AgentProgram program) {
        return List.of(
                find("prlimit").orElseThrow().toString(),
                "--nproc=400",
                "--fsize=" + SCRATCH_BYTES,
                "--nofile=512",
                "--core=0",
                // Counts what can be written to, unlike the size of the address space, most of which Java only
                // reserves.
                "--data=" + program.memoryBytes(),
                "--");
    }

    private static Optional<Path> find(String program) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
