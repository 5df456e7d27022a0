package org.tinybabel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the doctor asks of the kit as it lies on this machine. */
final class KitChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long NEEDED_MEBIBYTES = 600;

    private KitChecks() {}

    static Finding diskForNativeLibrary() {
        var cache = nativeLibraryCache();
        var existing = cache;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            var free = Files.getFileStore(existing).getUsableSpace() >> 20;
            var found = free + " MiB free for " + cache;
            var fix = "the native library unpacks to about 450 MiB there: make room, or point DJL_CACHE_DIR elsewhere";
            if (!Files.isWritable(existing)) {
                return Finding.missing("disk", cache + " cannot be written", fix);
            }
            return free >= NEEDED_MEBIBYTES || Files.isDirectory(cache.resolve("pytorch"))
                    ? Finding.ok("disk", found)
                    : Finding.missing("disk", found, fix);
        } catch (IOException e) {
            return Finding.note("disk", "unknown: " + e.getMessage(), "see whether there is room for " + cache);
        }
    }

    /** Where DJL unpacks its native library. */
    static Path nativeLibraryCache() {
        return Optional.ofNullable(System.getenv("ENGINE_CACHE_DIR"))
                .or(() -> Optional.ofNullable(System.getenv("DJL_CACHE_DIR")))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".djl.ai"));
    }

    /** Loads the native library in a process of its own: a library that does not fit may end the process. */
    static Finding nativeLibrary(Kit kit) {
        try {
            var outcome = Program.run(
                    PATIENCE,
                    List.of(
                            Kit.java().toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Xshare:auto",
                            "-cp",
                            kit.fullClassPath(),
                            NativeLibraryProbe.class.getName()));
            return outcome.succeeded()
                    ? Finding.ok("native library", outcome.lastLine())
                    : Finding.missing(
                            "native library",
                            outcome.lastLine(),
                            "delete " + nativeLibraryCache().resolve("pytorch")
                                    + " and try again; on Linux it needs glibc 2.28");
        } catch (IOException e) {
            return Finding.missing("native library", "cannot be tried: " + e.getMessage(), "build again");
        }
    }

    static Finding kernelspecs(Kit kit) {
        var found = KernelSpecs.installed(kit);
        return found.isEmpty()
                ? Finding.note(
                        "kernelspec",
                        "none",
                        "not needed for tinybabel lab; for another Jupyter or VS Code: tinybabel install")
                : Finding.ok("kernelspec", found.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    static Finding knobs(Kit kit) {
        var lab = new LabEnvironment(kit, new PrintWriter(Writer.nullWriter()));
        if (!Files.isDirectory(lab.folder())) {
            return Finding.ok("knobs", "tinybabel lab gets what shows them on its first start");
        }
        return lab.hasWidgets()
                ? Finding.ok("knobs", "JupyterLab shows sliders")
                : Finding.note("knobs", "JupyterLab shows sliders as text", lab.howToGetWidgets());
    }
}
