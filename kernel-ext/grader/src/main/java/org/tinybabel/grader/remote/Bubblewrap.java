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
import java.util.stream.Stream;

/**
 * The command of the sandbox: bubblewrap with no network, a read-only root with nothing in it but Java and the system's
 * libraries, a home in memory, its own processes only, no further name spaces, and limits for each process.
 *
 * <p>An ordinary user's sandbox is one user name space. Files of the kernel such as {@code /proc/sys} look at the user outside
 * of it, and that is still root where root starts it. So root builds the room with its own rights, enters it as nobody, and
 * only then makes the user name space, in which no further ones can be made.
 */
final class Bubblewrap {

    private static final String SCRATCH = "/tmp";
    private static final String SCRATCH_BYTES = String.valueOf(64 << 20);
    private static final String MEETING_PLACE = "/run/tinybabel";
    private static final int NOBODY = 65534;

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

    private static final List<String> SURROUNDINGS =
            List.of("--setenv", "LANG", "C.UTF-8", "--setenv", "MALLOC_ARENA_MAX", "2", "--chdir", SCRATCH, "--");

    private final boolean rootStepsDown;

    /** What bubblewrap is told for each program, but for the private folder, which takes a walk through the JDK to find. */
    private final Map<AgentProgram, List<String>> rooms = new ConcurrentHashMap<>();

    /** A sandbox of the user who calls, or one that root enters as nobody. */
    Bubblewrap(boolean rootStepsDown) {
        this.rootStepsDown = rootStepsDown;
    }

    /** What must be installed, and is not. */
    static Optional<String> missing() {
        return find("bwrap").isEmpty()
                ? Optional.of("bubblewrap (bwrap)")
                : Optional.of("prlimit").filter(program -> find(program).isEmpty());
    }

    /** Whether this process is root's, and there is what makes it another user's. */
    static boolean rootCanStepDown() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                    && find("setpriv").isPresent();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static Optional<Path> find(String program) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The command that starts a program in the sandbox.
     *
     * @param program the student's virtual machine
     * @param folder a private folder; the program meets the grader at the socket {@code s} in it
     * @param more further options of the virtual machine
     */
    List<String> command(AgentProgram program, Path folder, List<String> more) throws IOException {
        var command = new ArrayList<>(rooms.computeIfAbsent(program, this::room));
        command.addAll(List.of("--ro-bind", folder.toString(), MEETING_PLACE));
        // Devices live in a file system in memory whose size nothing limits; the devices themselves stay usable.
        command.addAll(List.of("--remount-ro", "/dev"));
        if (rootStepsDown) {
            handOver(folder);
            command.addAll(List.of("--remount-ro", "/"));
            command.addAll(SURROUNDINGS);
            command.addAll(stepDown());
            command.addAll(List.of("--unshare-user", "--die-with-parent", "--dev-bind", "/", "/"));
        }
        // Of the kernel's settings some are writable for whoever is root outside.
        command.addAll(List.of("--remount-ro", "/proc", "--disable-userns"));
        if (!rootStepsDown) {
            command.addAll(List.of("--remount-ro", "/"));
        }
        command.addAll(SURROUNDINGS);
        command.addAll(limits(program));
        command.addAll(program.command(MEETING_PLACE + "/s", SCRATCH, more));
        return command;
    }

    private List<String> room(AgentProgram program) {
        var command = new ArrayList<>(List.of(required("bwrap")));
        command.addAll(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"));
        command.addAll(List.of("--unshare-cgroup-try", "--die-with-parent", "--new-session", "--clearenv"));
        if (!rootStepsDown) {
            var nobody = String.valueOf(NOBODY);
            command.addAll(List.of("--unshare-user", "--uid", nobody, "--gid", nobody));
        }
        command.addAll(List.of("--hostname", "sandbox", "--proc", "/proc", "--dev", "/dev"));
        command.addAll(List.of("--size", SCRATCH_BYTES, "--perms", "1777", "--tmpfs", SCRATCH));
        Stream.of(
                        SYSTEM.stream().map(Path::of),
                        program.readable().stream(),
                        linksOutOf(AgentProgram.javaHome()),
                        programs().map(Path::of))
                .flatMap(paths -> paths)
                .forEach(path -> command.addAll(bindings(path)));
        command.addAll(List.of("--dir", Path.of(MEETING_PLACE).getParent().toString()));
        return command;
    }

    private Stream<String> programs() {
        return Stream.concat(
                Stream.of(required("prlimit")),
                rootStepsDown ? Stream.of(required("setpriv"), required("bwrap")) : Stream.of());
    }

    private static String required(String program) {
        return find(program).orElseThrow().toString();
    }

    private static List<String> bindings(Path path) {
        try {
            if (Files.isSymbolicLink(path) && path.getNameCount() <= 2) {
                return List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString());
            }
        } catch (IOException e) {
            return List.of();
        }
        if (!Files.exists(path)) {
            return List.of();
        }
        // Folders on the way that bubblewrap makes by itself are closed to everybody but its user.
        var bindings = new ArrayList<String>();
        for (var depth = 1; depth < path.getNameCount(); depth++) {
            bindings.add("--dir");
            bindings.add(path.getRoot().resolve(path.subpath(0, depth)).toString());
        }
        bindings.addAll(List.of("--ro-bind", path.toString(), path.toString()));
        return bindings;
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

    /** Gives nobody the private folder and the socket in it. */
    private static void handOver(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY);
            }
        }
    }

    private static List<String> stepDown() {
        return List.of(
                required("setpriv"),
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--",
                required("bwrap"));
    }

    private static List<String> limits(AgentProgram program) {
        return List.of(
                required("prlimit"),
                "--nproc=400",
                "--fsize=" + SCRATCH_BYTES,
                "--nofile=512",
                "--core=0",
                // Counts what can be written to, unlike the size of the address space, most of which Java only
                // reserves.
                "--data=" + program.memoryBytes(),
                "--");
    }
}
