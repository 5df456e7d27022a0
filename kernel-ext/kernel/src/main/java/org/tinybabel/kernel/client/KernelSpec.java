package org.tinybabel.kernel.client;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a kernel is started: what Jupyter finds in {@code kernel.json}.
 *
 * @param java the java command of a JDK 17 or newer
 * @param classPath the class path; an entry may end in {@code /*} for all jars of a folder
 * @param jvmOptions options for the virtual machine, such as {@link #DEFAULT_OPTIONS}
 * @param archive where the class-data archive is kept that makes later starts faster
 */
public record KernelSpec(Path java, String classPath, List<String> jvmOptions, Path archive) {

    /** Options with which a laptop with two cores and 8 GiB copes: small heap at first, one collector thread. */
    public static final List<String> DEFAULT_OPTIONS =
            List.of("-Xms64m", "-Xmx2g", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true");

    /** Settings of the C allocator that keep the memory of a training step: see CONTRIBUTING.md, "Speed". */
    public static final Map<String, String> ENVIRONMENT = Map.of(
            "MALLOC_TOP_PAD_",
            "67108864",
            "MALLOC_TRIM_THRESHOLD_",
            "1000000000",
            "MALLOC_MMAP_THRESHOLD_",
            "33554432");

    /** The placeholder that Jupyter replaces by the path of the connection file. */
    public static final String CONNECTION_FILE = "{connection_file}";

    private static final int ARCHIVES_ITSELF = 19;

    /**
     * The command line.
     *
     * @param connectionFile the connection file, or {@link #CONNECTION_FILE}
     * @return program and arguments
     */
    public List<String> command(String connectionFile) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(jvmOptions);
        if (Runtime.version().feature() >= ARCHIVES_ITSELF) {
            command.add("-XX:+AutoCreateSharedArchive");
        }
        command.add("-XX:SharedArchiveFile=" + archive);
        command.addAll(List.of("-cp", classPath, "org.tinybabel.kernel.KernelMain", connectionFile));
        return command;
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
        var metadata = new JsonObject();
        metadata.addProperty("debugger", false);
        spec.add("metadata", metadata);
        var text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(spec);
        Files.writeString(folder.resolve("kernel.json"), text + "\n");
    }
}
