package org.tinybabel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.KernelSpec;

/**
 * The class-data archive that lets kernels start faster. From Java 19 on the virtual machine keeps it by itself; before,
 * one rehearsal of a kernel writes it.
 */
final class KernelArchive {

    /** What nearly every notebook does first. */
    private static final List<String> REHEARSAL = List.of(
            "var table = Table.create(\"t\", DoubleColumn.create(\"x\", 1, 2), DoubleColumn.create(\"y\", 1, 2));",
            "show(table); plot(line(table, \"x\", \"y\"));");

    private static final int ARCHIVES_ITSELF = 19;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private KernelArchive() {}

    /** Writes the archive unless it is there; without one, kernels only start more slowly. */
    static void prepare(Kit kit, PrintWriter messages) throws InterruptedException {
        var archive = KernelSpecs.of(kit).archive();
        if (Runtime.version().feature() >= ARCHIVES_ITSELF || Files.exists(archive)) {
            return;
        }
        messages.println("Preparing a faster start of the kernel, once.");
        messages.flush();
        try {
            var draft = archive.resolveSibling(
                    archive.getFileName() + "." + ProcessHandle.current().pid());
            rehearse(kit, draft);
            Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | TimeoutException e) {
            messages.println("It did not work (" + e.getMessage() + "); the kernel just starts more slowly.");
        }
    }

    private static void rehearse(Kit kit, Path archive) throws IOException, InterruptedException, TimeoutException {
        var options = new ArrayList<>(KernelSpec.DEFAULT_OPTIONS);
        options.add("-XX:ArchiveClassesAtExit=" + archive);
        // The archive that Java itself ships is the base for ours.
        var base = Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa");
        var spec = new KernelSpec(Kit.java(), kit.classPath(), options, base);
        try (var kernel = KernelProcess.start(spec, Map.of(), kit.home(), PATIENCE)) {
            for (var cell : REHEARSAL) {
                kernel.client().execute(cell, PATIENCE, output -> {});
            }
            kernel.client().shutdown();
            if (!kernel.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new TimeoutException("the kernel did not end");
            }
        }
    }
}
