package org.tinybabel.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts programs as a terminal does. A build in the background of a script, or of {@code nohup}, hands its ignored signals on
 * to its children, and Java leaves a signal alone that is ignored when it starts.
 */
final class DefaultSignals {

    private static final List<String> RESET = List.of("env", "--default-signal=HUP,INT");

    private DefaultSignals() {}

    /** The same command with the signals of a terminal; skips the test where no program can set them. */
    static List<String> command(List<String> command) throws IOException, InterruptedException {
        var reset = new ArrayList<>(RESET);
        reset.add("true");
        assumeTrue(
                new ProcessBuilder(reset).start().waitFor() == 0 || !ignored(),
                "signals are ignored here, and env cannot change that");
        var whole = new ArrayList<>(ignored() ? RESET : List.<String>of());
        whole.addAll(command);
        return whole;
    }

    /** Whether a child is deaf to Ctrl-C: a shell that is told to interrupt itself says so. */
    private static boolean ignored() throws IOException, InterruptedException {
        for (var signal : List.of("INT", "HUP")) {
            if (new ProcessBuilder("sh", "-c", "kill -" + signal + " $$")
                            .start()
                            .waitFor()
                    == 0) {
                return true;
            }
        }
        return false;
    }
}
