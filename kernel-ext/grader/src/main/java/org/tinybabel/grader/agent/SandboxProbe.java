package org.tinybabel.grader.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks around in a sandbox as student code could, and complains about whatever is not shut. */
public final class SandboxProbe {

    /** The system property that makes the agent look around instead of serving a submission. */
    public static final String PROPERTY = "tinybabel.probe";

    private static final int MOST_PROCESSES = 4;

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
        complaints.forEach(System.err::println);
        return complaints.isEmpty() && contract.isInterface();
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
