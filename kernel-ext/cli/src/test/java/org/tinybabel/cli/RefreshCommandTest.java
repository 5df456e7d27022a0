package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a hub on this machine with one fictional dataset in each language. */
class RefreshCommandTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final String DATASETS =
            """
            [{"id": "example-lab/news", "createdAt": "2024-03-05T10:00:00.000Z", "downloads": 12,
              "tags": ["language:%s", "license:mit"], "description": "Invented."}]
            """;

    @TempDir
    private Path folder;

    private HttpServer server;
    private int status = 200;
    private String body = DATASETS;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/datasets", exchange -> {
            var language = exchange.getRequestURI().getQuery().replaceAll(".*language:(\\w+).*", "$1");
            var answer = body.formatted(language).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String hub() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private Invocation refresh() {
        return Invocation.of(ROOT, "refresh", "cjk", "--hub", hub(), "--out", live().toString());
    }

    private Path live() {
        return folder.resolve("live");
    }

    @Test
    void theTablesAreListedAndThePagesTold() {
        var refreshed = refresh();

        assertThat(refreshed.exitCode()).as(refreshed.err()).isZero();
        assertThat(refreshed.out().lines())
                .containsExactly(
                        live().resolve("cjk-hub-counts.csv").toString(),
                        live().resolve("cjk-hub-joint.csv").toString());
        assertThat(refreshed.err().lines())
                .containsExactly(
                        "Asking " + hub() + " for its datasets, at most one page a second.",
                        "zh: 1 datasets on 1 page",
                        "ja: 1 datasets on 1 page",
                        "ko: 1 datasets on 1 page");
        assertThat(live().resolve("cjk-hub-counts.csv"))
                .content()
                .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\d,mono,licence,permissive,1,1,1$");
    }

    @Test
    void anErrorOfTheHubIsToldInOneSentenceAndNothingIsWritten() throws IOException {
        status = 500;
        var failed = refresh();

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("tinybabel refresh cjk: The hub answered " + hub())
                .endsWith(
                        "with the HTTP status 500: it has trouble of its own, try again later. Nothing was written.\n")
                .doesNotContain("Exception", "\tat ");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aChangedInterfaceIsTold() {
        body = "{\"items\": []}";

        assertThat(refresh().err()).contains("The hub's answer is not a list of datasets", "interface has changed");
    }

    @Test
    void withoutANetworkItSaysSo() {
        server.stop(0);
        var failed = refresh();

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("Cannot reach " + hub(), "is this machine online? Nothing was written.");
    }

    @Test
    void aFolderWithOtherFilesIsRefusedBeforeTheHubIsAsked() throws IOException {
        Files.createDirectory(live());
        Files.writeString(live().resolve("thesis.txt"), "mine");

        assertThat(refresh().err()).contains("holds other files (such as thesis.txt); name a folder of its own.");
        assertThat(live().resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void aFolderThatCannotBeMadeIsAUsersError() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        var failed = Invocation.of(
                ROOT,
                "refresh",
                "cjk",
                "--hub",
                hub(),
                "--out",
                folder.resolve("file/live").toString());

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err()).contains("Cannot write the tables", "--out");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        var refused = Invocation.of(ROOT, "refresh", "cjk", "--hub", "ftp:somewhere");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--hub must be an address such as https://huggingface.co, got ftp:somewhere.");
    }

    @Test
    void helpShowsAnExample() {
        assertThat(Invocation.of(ROOT, "refresh", "cjk", "--help").out())
                .contains("tinybabel refresh cjk --out cjk-live");
    }
}
