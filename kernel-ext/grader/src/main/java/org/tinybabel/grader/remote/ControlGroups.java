package org.tinybabel.grader.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes control groups below the one that this process is in, where the system lets it: in the unified hierarchy (version 2)
 * or in the older ones with a folder for each controller (version 1).
 */
final class ControlGroups {

    private static final int MOST_PROCESSES = 300;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern NAME = Pattern.compile("tinybabel-(\\d{1,18})-\\d+");

    /** Folders below which groups can be made, by controller; one folder for all in version 2. */
    private final Map<String, Path> parents;

    private final boolean unified;

    private ControlGroups(Map<String, Path> parents, boolean unified) {
        this.parents = parents;
        this.unified = unified;
    }

    /** Looks for a way to make groups, by making one. */
    static Optional<ControlGroups> available() {
        return Stream.of(unified(), separate())
                .flatMap(Optional::stream)
                .filter(ControlGroups::work)
                .findFirst();
    }

    private boolean work() {
        parents.values().stream().distinct().forEach(ControlGroups::removeLeftOvers);
        try (var group = create(1L << 30)) {
            return group.entrances().stream().allMatch(Files::isWritable);
        } catch (IOException e) {
            return false;
        }
    }

    /** A grader that was killed could not remove its groups. */
    private static void removeLeftOvers(Path parent) {
        try (var folders = Files.list(parent)) {
            folders.filter(folder -> {
                        var name = NAME.matcher(folder.getFileName().toString());
                        return name.matches()
                                && ProcessHandle.of(Long.parseLong(name.group(1)))
                                        .isEmpty();
                    })
                    .forEach(folder -> folder.toFile().delete());
        } catch (IOException e) {
            // They are empty and only a matter of tidiness.
        }
    }

    private static Optional<ControlGroups> unified() {
        try {
            var own = lines("/proc/self/cgroup")
                    .filter(line -> line.startsWith("0::"))
                    .map(line -> line.substring(3))
                    .findFirst();
            var mount = lines("/proc/self/mounts")
                    .map(line -> line.split(" "))
                    .filter(fields -> fields[2].equals("cgroup2"))
                    .map(fields -> fields[1])
                    .findFirst();
            if (own.isEmpty() || mount.isEmpty()) {
                return Optional.empty();
            }
            var folder = Path.of(mount.get() + own.get());
            var passedOn = List.of(Files.readString(folder.resolve("cgroup.subtree_control"))
                    .strip()
                    .split(" "));
            if (!passedOn.containsAll(List.of("memory", "pids"))) {
                // Refused while other processes are in this very group; then there is no group to be had.
                Files.writeString(folder.resolve("cgroup.subtree_control"), "+memory +pids");
            }
            return Optional.of(new ControlGroups(Map.of("", folder), true));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ControlGroups> separate() {
        try {
            var own = new HashMap<String, String>();
            lines("/proc/self/cgroup").map(line -> line.split(":", 3)).forEach(fields -> {
                for (var controller : fields[1].split(",")) {
                    own.put(controller, fields[2]);
                }
            });
            var parents = new HashMap<String, Path>();
            lines("/proc/self/mounts")
                    .map(line -> line.split(" "))
                    .filter(fields -> fields[2].equals("cgroup"))
                    .forEach(fields -> {
                        for (var option : fields[3].split(",")) {
                            if (List.of("memory", "pids", "cpuacct").contains(option) && own.containsKey(option)) {
                                parents.put(option, below(fields[1], own.get(option)));
                            }
                        }
                    });
            return parents.keySet().containsAll(List.of("memory", "pids", "cpuacct"))
                    ? Optional.of(new ControlGroups(parents, false))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** In a container the path of one's own group may be that of the host, of which only the end is mounted. */
    private static Path below(String mount, String own) {
        var folder = Path.of(mount + own);
        return Files.isDirectory(folder) ? folder : Path.of(mount);
    }

    private static Stream<String> lines(String file) throws IOException {
        return Files.readString(Path.of(file)).lines();
    }

    /** Makes a group whose processes share some memory, in bytes. */
    ControlGroup create(long memoryBytes) throws IOException {
        var name = "tinybabel-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        var folders = new ArrayList<Path>();
        try {
            for (var parent : parents.values().stream().distinct().toList()) {
                folders.add(Files.createDirectory(parent.resolve(name)));
            }
            if (unified) {
                var folder = folders.get(0);
                Files.writeString(folder.resolve("memory.max"), Long.toString(memoryBytes));
                Files.writeString(folder.resolve("pids.max"), Integer.toString(MOST_PROCESSES));
                writeIfThere(folder.resolve("memory.swap.max"), "0");
                return new Folders(folders, folder.resolve("cpu.stat"));
            }
            var memory = parents.get("memory").resolve(name);
            Files.writeString(memory.resolve("memory.limit_in_bytes"), Long.toString(memoryBytes));
            writeIfThere(memory.resolve("memory.memsw.limit_in_bytes"), Long.toString(memoryBytes));
            Files.writeString(parents.get("pids").resolve(name).resolve("pids.max"), Integer.toString(MOST_PROCESSES));
            return new Folders(folders, parents.get("cpuacct").resolve(name).resolve("cpuacct.usage"));
        } catch (IOException e) {
            remove(folders);
            throw e;
        }
    }

    private static void writeIfThere(Path file, String value) {
        try {
            if (Files.exists(file)) {
                Files.writeString(file, value);
            }
        } catch (IOException e) {
            // Swap is not counted on this system; memory still is.
        }
    }

    private static void remove(List<Path> folders) {
        folders.stream().sorted(Comparator.reverseOrder()).forEach(folder -> {
            // A group can be removed when the last of its processes is gone, which takes a moment.
            for (var tries = 0; tries < 50 && !folder.toFile().delete() && Files.exists(folder); tries++) {
                try {
                    Thread.sleep(10);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    private record Folders(List<Path> folders, Path time) implements ControlGroup {

        @Override
        public List<Path> entrances() {
            return folders.stream()
                    .map(folder -> folder.resolve("cgroup.procs"))
                    .toList();
        }

        @Override
        public Optional<Duration> processorTime() {
            try {
                var text = Files.readString(time).strip();
                return Optional.of(
                        text.startsWith("usage_usec")
                                ? Duration.ofNanos(1000 * Long.parseLong(text.split("\\s+")[1]))
                                : Duration.ofNanos(Long.parseLong(text)));
            } catch (IOException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            remove(folders);
        }
    }
}
