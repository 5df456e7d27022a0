package org.tinybabel.kernel.client;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tinybabel.kernel.KernelMain;

/**
 * How a kernel is started: what Jupyter finds in {@code kernel.json}.
 *
 * @param java the java command of a JDK 17 or newer
 * @param classPath the class path; an entry may end in {@code /*} for all jars of a folder
 * @param jvmOptions options for the virtual machine, such as {@link #DEFAULT_OPTIONS}
 * @param archive where the class-data archive is kept that makes later starts faster
 */
public record KernelSpec(Path java, String classPath, List<String> jvmOptions, Path archive) {

    /**
     * Options with which a laptop with two cores and 8 GiB copes: small heap at first, one collector thread. Newer Java
     * would warn, in the notebook, about the native library of the tensor engine.
     */
    public static final List<String> DEFAULT_OPTIONS = List.of(
            "-Xms64m", "-Xmx2g", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED");

    /** Settings of the C allocator that keep the memory of a training step: see CONTRIBUTING.md, "Speed". */
    public static final Map<String, String> ENVIRONMENT = Map.of(
            "MALLOC_TOP_PAD_",
            "67108864",
            "MALLOC_TRIM_THRESHOLD_",
            "1000000000",
            "MALLOC_MMAP_THRESHOLD_",
            "33554432");

    /** The name by which Jupyter looks for a kernel's picture. */
    private static final String LOGO = "logo-svg.svg";

    /** The placeholder that Jupyter replaces by the path of the connection file. */
    public static final String CONNECTION_FILE = "{connection_file}";

    private static final Startup STARTUP = Startup.of(Runtime.version().feature());
    /** How a kernel's classes are kept between its starts: each Java has a better way than the one before. */
    private enum Startup {
        /** An archive that a rehearsal writes when it ends. */
        ARCHIVE,
        /** An archive that every kernel renews when it finds it stale. */
        RENEWED_ARCHIVE,
        /** Classes loaded and linked, written by a rehearsal when it ends. */
        CACHE;

        static Startup of(int feature) {
            return feature >= 25 ? CACHE : feature >= 19 ? RENEWED_ARCHIVE : ARCHIVE;
        }

        List<String> writing(Path file) {
            return List.of((this == CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
        }

        List<String> reading(Path file) {
            return switch (this) {
                case ARCHIVE -> List.of("-XX:SharedArchiveFile=" + file);
                case RENEWED_ARCHIVE -> List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file);
                case CACHE -> List.of("-XX:AOTCache=" + file);
            };
        }

        List<String> silence() {
            // An archive that is missing or stale only costs time: nothing to be told in the terminal.
            return this == CACHE ? List.of("-Xlog:aot=off") : List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        }
    }

    private static final Duration REHEARSAL = Duration.ofSeconds(60);
    private static final List<String> REHEARSED_CELLS = List.of(
            "show(Table.create(\"t\", IntColumn.create(\"n\", new int[] {1, 2})));",
            "int twice(int n) { return 2 * n; }\nList.of(1, 2).stream().map(n -> twice(n)).toList()",
            "record Point(int x, int y) {}\nnew Point(1, 2)",
            "1 / 0");

    /**
     * The command line.
     *
     * @param connectionFile the connection file, or {@link #CONNECTION_FILE}
     * @return program and arguments
     */
    public List<String> command(String connectionFile) {
        return command(canArchive() ? STARTUP.reading(archive) : List.of(), connectionFile);
    }

    /** The virtual machine refuses to archive, and to end well, when classes come from folders. */
    private boolean canArchive() {
        return Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
                .allMatch(entry -> entry.endsWith("*") || !Files.isDirectory(Path.of(entry)));
    }

    private List<String> command(List<String> archiveOptions, String connectionFile) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(jvmOptions);
        command.addAll(STARTUP.silence());
        command.addAll(archiveOptions);
        command.addAll(List.of("-cp", classPath, "org.tinybabel.kernel.KernelMain", connectionFile));
        return command;
    }

    /**
     * Makes the class-data archive, unless it is there and newer than the class path: a kernel is started, runs a few
     * cells and ends, which takes some seconds and takes a third off every later start. Does nothing on Java 19 to 24,
     * which make their archive by themselves; on Java 25 and newer the archive is an ahead-of-time cache.
     *
     * @throws IOException if the rehearsal fails; kernels start without the archive too
     * @throws InterruptedException if this thread is interrupted
     */
    public void rehearse() throws IOException, InterruptedException {
        if (!needsRehearsal()) {
            return;
        }
        Files.createDirectories(archive.toAbsolutePath().getParent());
        var fresh = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.deleteIfExists(fresh);
            try (var kernel = KernelProcess.start(
                    file -> command(STARTUP.writing(fresh), file),
                    Map.of(KernelMain.PATIENCE, String.valueOf(REHEARSAL.toMillis())),
                    Path.of("."),
                    REHEARSAL)) {
                for (var cell : REHEARSED_CELLS) {
                    kernel.client().execute(cell, REHEARSAL, output -> {});
                }
                kernel.client().shutdown();
                kernel.process().waitFor(REHEARSAL.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw new IOException("The rehearsal of the kernel did not end: " + e.getMessage(), e);
            }
            if (Files.exists(fresh)) {
                Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Whether {@link #rehearse} has something to do.
     *
     * @return true if there is no archive yet, or the class path is newer
     * @throws IOException if the class path cannot be read
     */
    public boolean needsRehearsal() throws IOException {
        return STARTUP != Startup.RENEWED_ARCHIVE && canArchive() && !isArchiveCurrent();
    }

    private boolean isArchiveCurrent() throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        var made = Files.getLastModifiedTime(archive);
        for (var entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            var path = Path.of(entry.endsWith("*") ? entry.substring(0, entry.length() - 1) : entry);
            var newest = new ArrayList<>(List.of(path));
            if (entry.endsWith("*")) {
                try (var jars = Files.list(path)) {
                    newest.addAll(jars.toList());
                }
            }
            for (var file : newest) {
                if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(made) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Writes the kernelspec.
     *
     * @param folder the folder named after the kernel, below a {@code kernels} folder that Jupyter looks in
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var spec = new JsonObject();
        var argv = new JsonArray();
        command(CONNECTION_FILE).forEach(argv::add);
        spec.add("argv", argv);
        spec.addProperty("display_name", "Java (TinyBabel)");
        spec.addProperty("language", "java");
        spec.addProperty("interrupt_mode", "message");
        var environment = new JsonObject();
        ENVIRONMENT.forEach(environment::addProperty);
        spec.add("env", environment);
        var text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(spec);
        Files.writeString(folder.resolve("kernel.json"), text + "\n");
        try (var logo = KernelSpec.class.getResourceAsStream(LOGO)) {
            Files.copy(logo, folder.resolve(LOGO), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
