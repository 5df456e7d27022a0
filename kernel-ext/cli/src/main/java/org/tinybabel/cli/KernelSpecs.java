package org.tinybabel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinybabel.kernel.client.KernelSpec;

/** The kernelspec: the small folder by which Jupyter, VS Code and JupyterHub find a kernel. */
final class KernelSpecs {

    /** The kernel's name in {@code jupyter kernelspec list}. */
    static final String NAME = "tinybabel";

    private KernelSpecs() {}

    /** How the kernel of this kit is started. */
    static KernelSpec of(Kit kit) {
        return new KernelSpec(
                Kit.java(),
                kit.classPath(),
                KernelSpec.DEFAULT_OPTIONS,
                // An archive fits one Java only.
                kit.state().resolve("kernel-" + Runtime.version() + ".jsa"));
    }

    /**
     * Writes the kernelspec of this kit.
     *
     * @param kernels a folder that Jupyter looks for kernelspecs in
     * @return the folder written
     */
    static Path write(Kit kit, Path kernels) throws IOException {
        var folder = kernels.resolve(NAME);
        of(kit).write(folder);
        return folder;
    }

    /** Makes later starts of the kernel faster; when that does not work, they are only slower. */
    static void rehearse(Kit kit, PrintWriter messages) throws InterruptedException {
        var spec = of(kit);
        try {
            if (spec.needsRehearsal()) {
                messages.println("Preparing a faster start of the kernel, once.");
                messages.flush();
                spec.rehearse();
            }
        } catch (IOException e) {
            messages.println("It did not work (" + e.getMessage() + "); the kernel just starts more slowly.");
        }
    }

    /** The folder for kernelspecs below an installation prefix. */
    static Path below(Path prefix) {
        return prefix.resolve("share").resolve("jupyter").resolve("kernels");
    }

    /** The folder for this user's kernelspecs, where Jupyter and VS Code look. */
    static Path ofUser() {
        var chosen = System.getenv("JUPYTER_DATA_DIR");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen, "kernels");
        }
        var home = Path.of(System.getProperty("user.home"));
        if (Program.isMac()) {
            return home.resolve("Library/Jupyter/kernels");
        }
        if (Program.isWindows()) {
            return Path.of(Optional.ofNullable(System.getenv("APPDATA")).orElse(home.toString()), "jupyter", "kernels");
        }
        var data = Optional.ofNullable(System.getenv("XDG_DATA_HOME")).filter(value -> !value.isBlank());
        return data.map(Path::of).orElse(home.resolve(".local/share")).resolve("jupyter/kernels");
    }

    /** The kernelspecs of this name that Jupyter could find on this machine. */
    static List<Path> installed(Kit kit) {
        var places = new ArrayList<Path>();
        places.add(ofUser());
        places.add(below(kit.state().resolve("venv")));
        environmentPrefix().ifPresent(prefix -> places.add(below(prefix)));
        List.of("/usr/local", "/usr", "/opt/homebrew").forEach(prefix -> places.add(below(Path.of(prefix))));
        return places.stream()
                .map(place -> place.resolve(NAME))
                .filter(folder -> Files.exists(folder.resolve("kernel.json")))
                .distinct()
                .toList();
    }

    /** The Python or Conda environment that is active in this terminal. */
    static Optional<Path> environmentPrefix() {
        return Optional.ofNullable(System.getenv("VIRTUAL_ENV"))
                .or(() -> Optional.ofNullable(System.getenv("CONDA_PREFIX")))
                .filter(prefix -> !prefix.isBlank())
                .map(Path::of);
    }
}
