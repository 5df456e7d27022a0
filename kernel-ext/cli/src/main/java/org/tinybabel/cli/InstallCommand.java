package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the kernel known to a Jupyter that is already there. */
@Command(
        name = "install",
        description = "Make the kernel known to the Jupyter, VS Code or JupyterHub you already have.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel install                    for your own Jupyter and VS Code",
            "  tinybabel install --sys-prefix       for the Python environment that is active",
            "  sudo tinybabel install --prefix /usr/local    for everybody, as JupyterHub needs it"
        })
final class InstallCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Place place = new Place();

    /** Where the kernelspec goes; at most one can be named. */
    static final class Place {

        @Option(names = "--user", description = "For you alone (what happens without an option).")
        private boolean user;

        @Option(names = "--prefix", paramLabel = "DIR", description = "Below DIR, as DIR/share/jupyter/kernels.")
        private Path prefix;

        @Option(names = "--sys-prefix", description = "Into the active Python environment, or else the one of python3.")
        private boolean sysPrefix;

        private Path kernels() throws IOException {
            if (prefix != null) {
                return KernelSpecs.below(prefix.toAbsolutePath().normalize());
            }
            return sysPrefix ? KernelSpecs.below(systemPrefix()) : KernelSpecs.ofUser();
        }

        private static Path systemPrefix() throws IOException {
            var active = KernelSpecs.environmentPrefix();
            if (active.isPresent()) {
                return active.get();
            }
            var python = Python.find()
                    .orElseThrow(() -> new UserError("--sys-prefix asks Python where it lies, and there is no Python: "
                            + Python.howToGet() + "."));
            var outcome = Program.run(
                    Duration.ofSeconds(20), List.of(python.command(), "-c", "import sys; print(sys.prefix)"));
            return Path.of(outcome.lastLine());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var kernels = place.kernels();
        var kit = Kit.current();
        try {
            spec.commandLine().getOut().println(KernelSpecs.write(kit, kernels));
        } catch (IOException e) {
            throw new UserError(
                    "Cannot write to " + kernels + " (" + e.getClass().getSimpleName()
                            + "): use sudo, or choose another place with --user, --prefix or --sys-prefix.");
        }
        KernelSpecs.rehearse(kit, spec.commandLine().getErr());
        spec.commandLine().getErr().println("Jupyter now offers the kernel \"Java (TinyBabel)\".");
        return 0;
    }
}
