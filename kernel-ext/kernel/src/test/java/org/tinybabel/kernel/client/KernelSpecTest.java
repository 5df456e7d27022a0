package org.tinybabel.kernel.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {

    @TempDir
    private Path folder;

    private JsonObject spec;

    @BeforeEach
    void writeSpec() throws Exception {
        new KernelSpec(Path.of("/jdk/bin/java"), "/kit/lib/*", KernelSpec.DEFAULT_OPTIONS, Path.of("/kit/kernel.jsa"))
                .write(folder.resolve("tinybabel"));
        spec = JsonParser.parseString(Files.readString(folder.resolve("tinybabel/kernel.json")))
                .getAsJsonObject();
    }

    @Test
    void kernelspecNamesTheKernelAndItsSettings() {
        assertThat(spec.get("display_name").getAsString()).isEqualTo("Java (TinyBabel)");
        assertThat(spec.get("language").getAsString()).isEqualTo("java");
        assertThat(spec.get("interrupt_mode").getAsString()).isEqualTo("message");
        assertThat(spec.getAsJsonArray("argv")).contains(new JsonPrimitive(KernelSpec.CONNECTION_FILE));
        assertThat(spec.getAsJsonObject("env").get("MALLOC_TOP_PAD_").getAsString())
                .isEqualTo("67108864");
        assertThat(folder.resolve("tinybabel/logo-svg.svg")).content().startsWith("<svg");
    }

    /** The rules of kernelspec-v1.0.schema.json, proposed by JEP 105 and published on schema.jupyter.org. */
    @Test
    void kernelspecFollowsThePublishedSchema() {
        assertThat(spec.keySet())
                .contains("argv", "display_name", "language")
                .isSubsetOf(
                        "argv",
                        "display_name",
                        "language",
                        "kernel_protocol_version",
                        "interrupt_mode",
                        "env",
                        "metadata");
        assertThat(spec.getAsJsonArray("argv")).isNotEmpty().allMatch(KernelSpecTest::isText);
        assertThat(List.of("display_name", "language")).allMatch(key -> isText(spec.get(key)));
        assertThat(spec.get("interrupt_mode").getAsString()).isIn("signal", "message");
        assertThat(spec.getAsJsonObject("env").asMap().values()).allMatch(KernelSpecTest::isText);
        if (spec.has("kernel_protocol_version")) {
            assertThat(spec.get("kernel_protocol_version").getAsString()).matches("\\d+\\.\\d+\\.\\d+");
        }
        if (spec.has("metadata")) {
            assertThat(spec.getAsJsonObject("metadata").asMap().values()).allMatch(JsonObject.class::isInstance);
        }
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }
}
