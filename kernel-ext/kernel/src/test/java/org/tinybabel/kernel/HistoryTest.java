package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.protocol.Message;

class HistoryTest {

    @TempDir
    private Path folder;

    private History history() {
        return new History(new HistoryFile(Optional.of(folder)), "a.ipynb");
    }

    private void session(String... cells) {
        try (var history = history()) {
            for (var i = 0; i < cells.length; i++) {
                history.add(i + 1, cells[i], "");
            }
        }
    }

    private static JsonObject request(String access) {
        var content = new JsonObject();
        content.addProperty("hist_access_type", access);
        return content;
    }

    private static JsonObject range(int session, int start, int stop) {
        var content = request("range");
        content.addProperty("session", session);
        content.addProperty("start", start);
        content.addProperty("stop", stop);
        return content;
    }

    private static List<JsonArray> ask(History history, JsonObject content) {
        var found = history.reply(Message.create("history_request", "test", new JsonObject(), content, List.of()))
                .getAsJsonArray("history");
        return StreamSupport.stream(found.spliterator(), false)
                .map(item -> item.getAsJsonArray())
                .toList();
    }

    private static List<String> sources(List<JsonArray> items) {
        return items.stream().map(item -> item.get(2).getAsString()).toList();
    }

    @Test
    void sessionsAreKeptAndNumbered() {
        session("first");
        session("second", "third");
        try (var history = history()) {
            history.add(1, "fourth", "4");

            var tail = ask(history, request("tail"));
            assertThat(sources(tail)).containsExactly("first", "second", "third", "fourth");
            assertThat(tail.stream().map(item -> item.get(0).getAsInt())).containsExactly(1, 2, 2, 3);
            assertThat(tail.stream().map(item -> item.get(1).getAsInt())).containsExactly(1, 1, 2, 1);
        }
    }

    @Test
    void tailIsAsLongAsAsked() {
        session("first", "second");
        try (var history = history()) {
            var tail = request("tail");
            tail.addProperty("n", 1);
            assertThat(sources(ask(history, tail))).containsExactly("second");
        }
    }

    @Test
    void rangesCountBackFromThisSessionAndFromTheEnd() {
        session("a1", "a2", "a3");
        session("b1");
        try (var history = history()) {
            history.add(1, "c1", "");
            history.add(2, "c2", "");

            assertThat(ask(history, range(0, 1, 0)).toString()).isEqualTo("[[3,1,\"c1\"], [3,2,\"c2\"]]");
            assertThat(sources(ask(history, range(0, -1, 0)))).containsExactly("c2");
            assertThat(sources(ask(history, range(-2, 2, 4)))).containsExactly("a2", "a3");
            assertThat(sources(ask(history, range(1, 1, -1)))).containsExactly("a1", "a2");
            assertThat(sources(ask(history, range(77, 1, 0)))).isEmpty();
        }
    }

    @Test
    void searchTakesAPatternAndDropsDoubles() {
        session("int x = 1;", "int y = 2;", "int x = 1;", "other");
        try (var history = history()) {
            var search = request("search");
            search.addProperty("pattern", "int*");
            assertThat(ask(history, search)).hasSize(3);
            search.addProperty("unique", true);
            assertThat(sources(ask(history, search))).containsExactly("int y = 2;", "int x = 1;");
            search.addProperty("pattern", "[");
            assertThat(ask(history, search)).isEmpty();
        }
    }

    @Test
    void outputsComeOnRequest() {
        try (var history = history()) {
            history.add(1, "1 + 1", "2");
            var tail = request("tail");
            tail.addProperty("output", true);
            assertThat(ask(history, tail).get(0).get(2).toString()).isEqualTo("[\"1 + 1\",\"2\"]");
        }
    }

    @Test
    void brokenLinesAreSkippedAndHarmNoLaterOne() throws IOException {
        session("before");
        var file = folder.resolve("history.jsonl");
        Files.write(
                file,
                "\u0000\u00ff not json\n{\"session\":\"x\"}\n{}\n[1]\n{\"session\":1,\"line\":9,\"sou"
                        .getBytes(StandardCharsets.ISO_8859_1),
                StandardOpenOption.APPEND);
        session("after");

        try (var history = history()) {
            assertThat(sources(ask(history, request("tail")))).containsExactly("before", "after");
        }
    }

    @Test
    void whereNothingCanBeWrittenTheSessionIsStillKnown() throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));
        try (var history = new History(new HistoryFile(Optional.of(file)), "a.ipynb")) {
            history.add(1, "kept", "");
            assertThat(sources(ask(history, request("tail")))).containsExactly("kept");
        }
        try (var history = new History(new HistoryFile(Optional.empty()), "a.ipynb")) {
            history.add(1, "kept", "");
            assertThat(sources(ask(history, range(0, 0, 0)))).containsExactly("kept");
        }
    }

    @Test
    void twoKernelsMayWriteAtOnce() {
        var writers = IntStream.range(0, 2)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    try (var history = history()) {
                        for (var i = 1; i <= 50; i++) {
                            history.add(i, "cell " + i, "");
                        }
                    }
                }))
                .toList();
        writers.forEach(CompletableFuture::join);

        try (var history = history()) {
            var tail = ask(history, request("tail"));
            assertThat(tail).hasSize(100);
            assertThat(tail.stream().map(item -> item.get(0).getAsInt()).distinct())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void fileStaysBounded() throws IOException {
        session("oldest");
        var file = folder.resolve("history.jsonl");
        var line = "{\"session\":1,\"line\":1,\"notebook\":\"\",\"source\":\"" + "x".repeat(90_000)
                + "\",\"output\":\"\"}\n";
        Files.writeString(file, line.repeat(60), StandardOpenOption.APPEND);
        session("newest");

        assertThat(Files.size(file)).isLessThan(4 << 20);
        try (var history = history()) {
            assertThat(sources(ask(history, request("tail"))))
                    .contains("newest")
                    .doesNotContain("oldest")
                    .hasSizeBetween(20, 40);
        }
    }

    @Test
    void earlierSessionsOfTheSameNotebookAreTold() {
        session("mine");
        try (var other = new History(new HistoryFile(Optional.of(folder)), "b.ipynb")) {
            other.add(1, "other", "");
        }
        try (var history = history()) {
            history.add(1, "now", "");
            assertThat(history.earlierSessions().stream().map(History.Entry::source))
                    .containsExactly("mine");
        }
    }

    @Test
    void folderIsWhereTheSystemKeepsSuchFiles() {
        var home = Path.of("home");
        assertThat(HistoryFile.folder(Map.of(), "Linux", home)).contains(home.resolve(".local/state/tinybabel"));
        assertThat(HistoryFile.folder(Map.of("XDG_STATE_HOME", "state"), "Linux", home))
                .contains(Path.of("state", "tinybabel"));
        assertThat(HistoryFile.folder(Map.of("LOCALAPPDATA", "local"), "Windows 11", home))
                .contains(Path.of("local", "tinybabel"));
        assertThat(HistoryFile.folder(Map.of(), "Mac OS X", home))
                .contains(home.resolve("Library/Application Support/tinybabel"));
        assertThat(HistoryFile.folder(Map.of("TINYBABEL_HISTORY", "mine"), "Linux", home))
                .contains(Path.of("mine"));
        assertThat(HistoryFile.folder(Map.of("TINYBABEL_HISTORY", ""), "Linux", home))
                .isEmpty();
    }
}
