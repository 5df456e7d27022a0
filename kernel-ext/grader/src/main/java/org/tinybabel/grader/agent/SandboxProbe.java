package org.tinybabel.grader.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks around in a sandbox as student code could, and complains about whatever is not shut. */
public final class SandboxProbe {

    /** The system property that makes the agent look around instead of serving a submission. */
    public static final String PROPERTY = "tinybabel.probe";

    private static final int MOST_PROCESSES = 4;

    /** What can be neither read nor written to any harm. */
    private static final Set<String> DEVICES = Set.of(
            "null", "zero", "full", "random", "urandom", "tty", "console", "ptmx", "pts", "shm", "fd", "stdin",
            "stdout", "stderr", "core");

    private SandboxProbe() {}

    /**
     * Looks around; complaints go to standard error.
     *
     * @param contract a class that student code must be able to see
     * @return whether everything is shut that should be
     */
    static boolean run(Class<?> contract) {
        var complaints = new ArrayList<String>();
        for (var folder : List.of("/", "/usr/lib", "/dev/shm", "/run/tinybabel", System.getProperty("java.home"))) {
            if (canWrite(Path.of(folder))) {
                complaints.add("the folder " + folder + " can be written");
            }
        }
        if (!canWrite(Path.of(System.getProperty("java.io.tmpdir")))) {
            complaints.add("the private folder cannot be written");
        }
        if (networkInterfaces() > 1) {
            complaints.add("there is a network");
        }
        if (connects()) {
            complaints.add("this machine can be reached over the network");
        }
        if (processes() > MOST_PROCESSES) {
            complaints.add("other processes can be seen");
        }
        if (System.getenv().keySet().stream().anyMatch(name -> name.startsWith("TINYBABEL") || name.equals("USER"))) {
            complaints.add("the environment of the grader can be seen");
        }
        if (Files.isReadable(Path.of("/etc/passwd"))) {
            complaints.add("the users of this machine can be seen");
        }
        writableKernelFile().ifPresent(file -> complaints.add("the kernel's file " + file + " can be written"));
        if (Files.exists(Path.of("/sys"))) {
            complaints.add("the hardware of this machine can be seen in /sys");
        }
        strangeDevice().ifPresent(device -> complaints.add("the device " + device + " can be seen"));
        if (!statusSays("CapEff:\t0+") || !statusSays("CapPrm:\t0+")) {
            complaints.add("there are rights of root");
        }
        if (!statusSays("NoNewPrivs:\t1")) {
            complaints.add("further rights can be got");
        }
        complaints.forEach(System.err::println);
        return complaints.isEmpty() && contract.isInterface();
    }

    /**
     * A setting of the kernel that student code could change. A user name space is no protection: these files look at the
     * user outside of it. Opening them for writing changes nothing yet.
     */
    private static Optional<Path> writableKernelFile() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(Path.of("/proc"), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    var writable = attributes.isRegularFile() && Files.isWritable(file) && opensForWriting(file);
                    if (writable) {
                        found.add(file);
                    }
                    return writable ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // What belongs to another process stays shut, or has just ended.
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return Optional.of(Path.of("/proc, which cannot be looked through,"));
        }
        return found.stream().findFirst();
    }

    private static boolean opensForWriting(Path file) {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            return channel.isOpen();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> strangeDevice() {
        try (var devices = Files.list(Path.of("/dev"))) {
            return devices.filter(
                            device -> !DEVICES.contains(device.getFileName().toString()))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean statusSays(String line) {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.anyMatch(one -> one.matches(line));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canWrite(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "probe", ""));
            return true;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static int networkInterfaces() {
        try {
            return (int) NetworkInterface.networkInterfaces().count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean connects() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", 22), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static long processes() {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }
}
