package org.tinybabel.kernel.magic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelDiedException;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.KernelSpec;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Message;

/** {@code %%isolated}: runs a cell in a kernel of its own, which starts without the notebook's variables. */
final class IsolatedMagic {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Notebook notebook;
    private final ClassPath classPath;

    IsolatedMagic(Notebook notebook, ClassPath classPath) {
        this.notebook = notebook;
        this.classPath = classPath;
    }

    Object run(Arguments arguments, String body) throws Exception {
        if (!arguments.words().isEmpty()) {
            throw new MagicException("%%isolated stands alone on its line; the code stands below it.");
        }
        var environment = new HashMap<>(notebook.environment());
        environment.put("TINYBABEL_CLASSPATH", classPath.text());
        try (var kernel = KernelProcess.start(spec(), environment, Path.of("").toAbsolutePath(), START)) {
            var client = kernel.client();
            client.onInput(notebook::ask);
            var sent = client.send(Channel.SHELL, "execute_request", client.executeContent(body), this::forward);
            try {
                return check(sent.await(FOREVER));
            } catch (InterruptedException e) {
                // At once: this thread may soon be stopped by force.
                kernel.process().destroyForcibly();
                throw e;
            }
        } catch (KernelDiedException e) {
            throw new MagicException("The isolated kernel ended before its cell did. " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MagicException("No second kernel can be started: " + e.getMessage(), e);
        }
    }

    /** The kernel as this one was started. */
    private static KernelSpec spec() {
        var options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.contains("ArchiveClassesAtExit")
                        && !option.contains("SharedArchiveFile")
                        && !option.contains("AutoCreateSharedArchive")
                        && !option.startsWith("-agentlib"))
                .toList();
        var archive = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                .map(option -> Path.of(option.substring(option.indexOf('=') + 1)))
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "tinybabel-isolated.jsa"));
        var bin = Path.of(System.getProperty("java.home"), "bin");
        var windows = bin.resolve("java.exe");
        return new KernelSpec(
                Files.exists(windows) ? windows : bin.resolve("java"),
                System.getProperty("java.class.path"),
                options,
                archive);
    }

    private void forward(Message output) {
        var content = output.content();
        switch (output.type()) {
            case "stream" -> {
                var stream = output.text("name", "").equals("stderr") ? System.err : System.out;
                stream.print(output.text("text", ""));
            }
            case "display_data", "execute_result" -> Hosts.current().display(bundle(content), displayId(content));
            case "update_display_data" -> Hosts.current().update(displayId(content), bundle(content));
            case "clear_output" -> Hosts.current().clear(output.flag("wait", false));
            default -> {
                // Status, the echo of the input; the error comes with the reply.
            }
        }
    }

    private static MimeBundle bundle(JsonObject content) {
        return new MimeBundle(entries(content.get("data")), entries(content.get("metadata")));
    }

    private static Map<String, Object> entries(JsonElement json) {
        var entries = new LinkedHashMap<String, Object>();
        if (json instanceof JsonObject object) {
            object.entrySet()
                    .forEach(entry -> entries.put(
                            entry.getKey(),
                            entry.getValue().isJsonPrimitive()
                                    ? entry.getValue().getAsString()
                                    : entry.getValue()));
        }
        return entries;
    }

    private static String displayId(JsonObject content) {
        return content.get("transient") instanceof JsonObject data && data.has("display_id")
                ? data.get("display_id").getAsString()
                : "";
    }

    private static Object check(Execution execution) {
        if (!execution.status().equals("ok")) {
            var reply = execution.reply();
            throw new IsolatedCellException(
                    reply.text("ename", "Error"), reply.text("evalue", ""), lines(reply.content()));
        }
        return null;
    }

    private static List<String> lines(JsonObject content) {
        return content.has("traceback")
                ? StreamSupport.stream(content.getAsJsonArray("traceback").spliterator(), false)
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }
}
