package org.tinybabel.cli.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.KernelSpec;

/**
 * A kernel to measure.
 *
 * @param name what the results call it
 * @param argv its command line, as in a kernelspec
 * @param environment additions to the environment
 * @param snippets the cells in its language
 */
public record MeasuredKernel(String name, List<String> argv, Map<String, String> environment, Snippets snippets) {

    private static final Duration START = Duration.ofSeconds(60);

    /**
     * The kit's own kernel.
     *
     * @param spec how it is started
     * @return the kernel as {@code tinybabel}
     */
    public static MeasuredKernel own(KernelSpec spec) {
        return new MeasuredKernel(
                "tinybabel", spec.command(KernelSpec.CONNECTION_FILE), KernelSpec.ENVIRONMENT, Snippets.JAVA);
    }

    /**
     * Any installed kernel for Java or Python.
     *
     * @param folder the folder that holds its {@code kernel.json}
     * @return the kernel, named by its folder
     * @throws IOException if there is no kernelspec, or it is for another language
     */
    public static MeasuredKernel of(Path folder) throws IOException {
        var file = folder.resolve("kernel.json");
        try {
            var spec = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            var resources = folder.toAbsolutePath().toString();
            var argv = texts(spec.getAsJsonArray("argv")).stream()
                    .map(argument -> argument.replace("{resource_dir}", resources))
                    .toList();
            var environment = (spec.has("env") ? spec.getAsJsonObject("env") : new JsonObject())
                    .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                            .getAsString()));
            return new MeasuredKernel(
                    folder.toString(),
                    argv,
                    environment,
                    Snippets.of(spec.get("language").getAsString()));
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | NoSuchFileException e) {
            throw new IOException(file + " is not a kernelspec.", e);
        }
    }

    private static List<String> texts(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    /** Starts the kernel and waits until it has answered a kernel_info request. */
    KernelProcess start() throws IOException, InterruptedException {
        return KernelProcess.start(
                connectionFile -> argv.stream()
                        .map(argument -> argument.replace(KernelSpec.CONNECTION_FILE, connectionFile))
                        .toList(),
                environment,
                Path.of("."),
                START);
    }
}
