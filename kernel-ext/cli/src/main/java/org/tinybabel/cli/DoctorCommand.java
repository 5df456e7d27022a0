package org.tinybabel.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks over the machine and says what is missing and how to get it. */
@Command(
        name = "doctor",
        description = {
            "Look over this machine: what TinyBabel needs, what is there, how to get what is missing.",
            "The exit code is 0 when nothing essential is missing."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tinybabel doctor"})
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var kit = Kit.current();
        var essentialMissing = false;
        for (var check : checks(kit)) {
            var finding = check.call();
            show(out, finding);
            essentialMissing |= finding.state() == Finding.State.MISSING;
        }
        return essentialMissing ? 1 : 0;
    }

    /** One look at one thing. */
    private interface Check {
        Finding call();
    }

    private static List<Check> checks(Kit kit) {
        return List.of(
                MachineChecks::java,
                MachineChecks::maven,
                MachineChecks::python,
                MachineChecks::cores,
                MachineChecks::memory,
                KitChecks::diskForNativeLibrary,
                () -> KitChecks.nativeLibrary(kit),
                MachineChecks::letters,
                MachineChecks::fonts,
                () -> KitChecks.kernelspecs(kit),
                () -> KitChecks.knobs(kit),
                () -> MachineChecks.sandbox(kit));
    }

    private static void show(PrintWriter out, Finding finding) {
        out.printf("%-8s %-15s %s%n", finding.state().label(), finding.subject(), finding.found());
        if (finding.state() != Finding.State.OK) {
            out.printf("%-8s %-15s   → %s%n", "", "", finding.fix());
        }
        out.flush();
    }
}
