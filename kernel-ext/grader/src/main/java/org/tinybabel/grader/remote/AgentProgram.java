package org.tinybabel.grader.remote;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.grader.agent.AgentMain;

/**
 * The virtual machine that student code runs in: what it can load, and how much memory it has.
 *
 * @param contract the exercise's interface
 * @param classPath jars and class folders, never those with hidden tests
 * @param heapMegabytes the Java heap, in MiB
 * @param archive a class-data archive made for exactly this class path, which makes the start faster
 * @param recording where to write such an archive when the program ends
 */
public record AgentProgram(
        Class<?> contract, List<Path> classPath, int heapMegabytes, Optional<Path> archive, Optional<Path> recording) {

    /** Metaspace, code, thread stacks, native libraries: what a virtual machine needs beside its heap, in MiB. */
    private static final int BESIDE_THE_HEAP_MEGABYTES = 1024;

    /** The default is 1 MiB, but deep recursion is a legitimate answer: the thread of calls asks for more. */
    private static final String STACK = "-Xss1m";

    /**
     * Copies the list.
     *
     * @param contract the exercise's interface
     * @param classPath jars and class folders, never those with hidden tests
     * @param heapMegabytes the Java heap, in MiB
     * @param archive a class-data archive made for exactly this class path, which makes the start faster
     * @param recording where to write such an archive when the program ends
     */
    public AgentProgram {
        classPath = List.copyOf(classPath);
    }

    /**
     * A program without an archive.
     *
     * @param contract the exercise's interface
     * @param classPath jars and class folders, never those with hidden tests
     * @param heapMegabytes the Java heap, in MiB
     */
    public AgentProgram(Class<?> contract, List<Path> classPath, int heapMegabytes) {
        this(contract, classPath, heapMegabytes, Optional.empty(), Optional.empty());
    }

    /**
     * The same program with a class-data archive.
     *
     * @param file the archive; left out if it does not exist
     * @return a copy
     */
    public AgentProgram withArchive(Path file) {
        return new AgentProgram(
                contract, classPath, heapMegabytes, Optional.of(file).filter(Files::isRegularFile), recording);
    }

    /**
     * The same program, which writes a class-data archive of all that it has loaded when it ends.
     *
     * @param file the archive to be
     * @return a copy
     */
    public AgentProgram recording(Path file) {
        return new AgentProgram(contract, classPath, heapMegabytes, Optional.empty(), Optional.of(file));
    }

    /**
     * The command that starts it.
     *
     * @param socket where it connects to, as it sees it
     * @param home a folder that it may write to, as it sees it
     * @param more further options of the virtual machine
     * @return the command, Java first
     */
    List<String> command(String socket, String home, List<String> more) {
        var command = new ArrayList<String>();
        command.add(javaHome().resolve("bin/java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                STACK,
                "-Xmx" + heapMegabytes + "m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:MaxDirectMemorySize=256m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                // What the virtual machine itself has to say must not look like anything else.
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:ErrorFile=/dev/null",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + home));
        if (System.getProperty("os.name").startsWith("Linux")) {
            // Otherwise Java opens every jar on the class path to see whether one of them brings another provider.
            command.add("-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider");
        }
        archive.ifPresent(file -> command.add("-XX:SharedArchiveFile=" + file));
        recording.ifPresent(file -> command.add("-XX:ArchiveClassesAtExit=" + file));
        // An exercise that trains a model must not unpack the native library anew in each student's home.
        nativeLibraries().ifPresent(folder -> command.add("-DDJL_CACHE_DIR=" + folder));
        command.addAll(more);
        command.addAll(List.of(
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                AgentMain.class.getName(),
                socket,
                contract.getName()));
        return command;
    }

    private static Optional<Path> nativeLibraries() {
        return Stream.of(System.getenv("DJL_CACHE_DIR"), System.getProperty("user.home") + "/.djl.ai")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    /**
     * The folder of the running Java, links resolved.
     *
     * @return the home of the JDK
     */
    static Path javaHome() {
        var home = Path.of(System.getProperty("java.home"));
        try {
            return home.toRealPath();
        } catch (IOException e) {
            return home;
        }
    }

    /**
     * Everything it reads beside the system's libraries.
     *
     * @return files and folders; a folder of jars as a whole if all of its jars are on the class path
     */
    List<Path> readable() {
        var readable = new ArrayList<Path>();
        readable.add(javaHome());
        archive.ifPresent(readable::add);
        nativeLibraries().ifPresent(readable::add);
        classPath.stream()
                .filter(Files::exists)
                .map(entry -> wholeFolder(entry.getParent()) ? entry.getParent() : entry)
                .distinct()
                .forEach(readable::add);
        return readable;
    }

    private boolean wholeFolder(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).allMatch(classPath::contains);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The memory that it may have in all.
     *
     * @return heap and everything else, in bytes
     */
    long memoryBytes() {
        return (long) (heapMegabytes + BESIDE_THE_HEAP_MEGABYTES) << 20;
    }
}
