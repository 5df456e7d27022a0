package org.tinybabel.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.tinybabel.lab.hub.HubClient;
import org.tinybabel.lab.hub.HubException;
import org.tinybabel.lab.hub.HubRefresh;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts the datasets of notebook 30 anew. */
@Command(
        name = "cjk",
        description = {
            "Count the Chinese, Japanese and Korean datasets of the Hugging Face hub as of today, for notebook 30.",
            "Needs the internet and no account. Asks for a page of datasets at most once a second, waits when the hub says so,"
                    + " and takes a minute or so. Only counts are written: the tables cjk-hub-counts.csv and cjk-hub-joint.csv,"
                    + " which are listed on standard output. To use them, put the folder into LIVE at the top of the notebook.",
            "The exit code is 0 when both tables were written, and 1 when none was: then the folder is as it was."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tinybabel refresh cjk --out cjk-live"})
final class RefreshCjkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "cjk-live",
            description = "A folder of its own for the tables; those of an earlier refresh are replaced (without it:"
                    + " ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--hub",
            paramLabel = "URL",
            description =
                    "The hub's address, for a mirror with the same interface (without it: https://huggingface.co).")
    private URI hub = HubClient.HUGGING_FACE;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (hub.getHost() == null || !String.valueOf(hub.getScheme()).matches("https?")) {
            throw new UserError("--hub must be an address such as " + HubClient.HUGGING_FACE + ", got " + hub + ".");
        }
        var messages = spec.commandLine().getErr();
        messages.println("Asking " + hub + " for its datasets, at most one page a second.");
        try {
            new HubRefresh(new HubClient(hub, messages::println))
                    .into(out, LocalDate.now(Clock.systemUTC()).toString())
                    .forEach(spec.commandLine().getOut()::println);
        } catch (HubException e) {
            throw new HubException(e.getMessage() + " Nothing was written.", e);
        } catch (FileSystemException e) {
            throw new UserError("Cannot write the tables (" + e.getMessage() + "). Choose another folder with --out.");
        }
        return 0;
    }
}
