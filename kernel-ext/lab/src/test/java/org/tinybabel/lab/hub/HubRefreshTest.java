package org.tinybabel.lab.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Refreshes from a hub on this machine that replays recorded pages, and from one that does not do as it should. */
class HubRefreshTest {

    @TempDir
    private Path place;

    private RecordedHub hub;
    private final List<String> messages = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        hub = new RecordedHub();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Path folder() {
        return place.resolve("live");
    }

    private List<Path> refresh() throws IOException, InterruptedException {
        return refresh(hub.address());
    }

    private List<Path> refresh(URI address) throws IOException, InterruptedException {
        return new HubRefresh(new HubClient(address, messages::add, waits::add)).into(folder(), "2026-03-01");
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.list(place)) {
            assertThat(files).isEmpty();
        }
    }

    private static String value(Table counts, String scope, String dimension, String category, String language) {
        var found = counts.where(counts.stringColumn("scope")
                .isEqualTo(scope)
                .and(counts.stringColumn("dimension").isEqualTo(dimension))
                .and(counts.stringColumn("category").isEqualTo(category)));
        assertThat(found.rowCount())
                .as(scope + " " + dimension + " " + category)
                .isEqualTo(1);
        return found.column(language).getString(0);
    }

    @Test
    void allPagesOfAllLanguagesAreReadAtMostOneASecond() throws IOException, InterruptedException {
        var written = refresh();

        assertThat(written)
                .containsExactly(folder().resolve("cjk-hub-counts.csv"), folder().resolve("cjk-hub-joint.csv"));
        assertThat(hub.requests)
                .containsExactly(
                        "filter=language:zh&full=true&limit=1000",
                        "filter=language:ja&full=true&limit=1000",
                        "filter=language:ko&full=true&limit=1000",
                        "filter=language:ko&full=true&limit=1000&cursor=2");
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(hub.agents).allMatch(agent -> agent.startsWith("TinyBabel/"));
        assertThat(messages)
                .containsExactly(
                        "zh: 2 datasets on 1 page",
                        "ja: 3 datasets on 1 page",
                        "ko: 2 datasets on 1 page",
                        "ko: 5 datasets on 2 pages");
    }

    @Test
    void theCountsAreThoseOfTheRecordedDatasets() throws IOException, InterruptedException {
        refresh();
        var counts = Table.read().csv(folder().resolve("cjk-hub-counts.csv").toFile());
        var text = Files.readString(folder().resolve("cjk-hub-counts.csv"));

        assertThat(text).startsWith("snapshot,scope,dimension,category,zh,ja,ko\n");
        // The same dataset on two pages counts once, and one of a hundred and one languages not at all.
        assertThat(text)
                .contains(
                        "2026-03-01,mono,datasets,all,1,2,2\n",
                        "2026-03-01,English-paired,datasets,all,0,0,1\n",
                        "2026-03-01,multilingual,datasets,all,1,1,1\n",
                        "2026-03-01,mono,licence,permissive,1,0,0\n",
                        "2026-03-01,mono,licence,restricted,0,1,1\n",
                        "2026-03-01,mono,licence,unknown,0,0,1\n",
                        "2026-03-01,mono,licence,other,0,1,0\n",
                        "2026-03-01,mono,arxiv,linked,1,0,1\n",
                        "2026-03-01,mono,datasets,without description,1,0,0\n",
                        "2026-03-01,mono,size,<1K,0,1,0\n",
                        "2026-03-01,mono,size,>1M,0,1,0\n",
                        "2026-03-01,mono,size,missing,1,0,0\n",
                        "2026-03-01,mono,created,2022,0,1,0\n",
                        "2026-03-01,mono,created,2023,0,0,2\n",
                        "2026-03-01,mono,instruction keyword,to 2023,0,0,1\n",
                        "2026-03-01,mono,marked,subculture keyword,0,1,0\n",
                        "2026-03-01,mono,marked,placebo keyword,0,1,0\n",
                        "2026-03-01,mono,marked,adult-content tag,0,1,0\n",
                        "2026-03-01,mono,task tag,question answering,1,0,1\n",
                        "2026-03-01,mono,authors,distinct,1,2,1\n",
                        "2026-03-01,mono,concentration,Gini of datasets per author,0.000,0.000,0.000\n",
                        "2026-03-01,all,overlap,also zh,,1,1\n",
                        "2026-03-01,all,overlap,all three,1,1,1\n");
        assertThat(value(counts, "mono", "downloads at rank", "10", "ko")).isEmpty();
    }

    @Test
    void theJointCountsAddUpAndHaveTheColumnsOfTheShippedTable() throws IOException, InterruptedException {
        refresh();
        var joint = Table.read().csv(folder().resolve("cjk-hub-joint.csv").toFile());

        assertThat(joint.columnNames()).containsExactly("language", "year", "licence", "arxiv", "count");
        assertThat(joint.rowCount()).isEqualTo(72);
        assertThat(joint.intColumn("count").sum()).isEqualTo(5);
        assertThat(HubCatalogue.expand(joint).rowCount()).isEqualTo(5);
    }

    @Test
    void tablesOfAnEarlierRefreshAreReplaced() throws IOException, InterruptedException {
        Files.createDirectory(folder());
        Files.writeString(folder().resolve("cjk-hub-joint.csv"), "old");

        refresh();

        assertThat(folder().resolve("cjk-hub-joint.csv")).content().startsWith("language,");
        try (var files = Files.list(place)) {
            assertThat(files).containsExactly(folder());
        }
    }

    @Test
    void otherFilesAreNeverTouched() throws IOException {
        Files.createDirectory(folder());
        Files.writeString(folder().resolve("thesis.txt"), "mine");

        assertThatThrownBy(this::refresh)
                .isInstanceOf(IOException.class)
                .hasMessage(folder() + " holds other files (such as thesis.txt); name a folder of its own.");
        assertThat(folder().resolve("thesis.txt")).hasContent("mine");
        assertThat(hub.requests).isEmpty();
    }

    @Test
    void itWaitsAsLongAsTheHubAsksAndGoesOn() throws IOException, InterruptedException {
        hub.first(429, Map.of("Retry-After", "7"), "").first(429, Map.of("RateLimit", "\"api\";r=0;t=55"), "");

        refresh();

        assertThat(waits).startsWith(Duration.ofSeconds(7), Duration.ofSeconds(1), Duration.ofSeconds(55));
        assertThat(messages).startsWith("The hub asks to wait 7 s.", "The hub asks to wait 55 s.");
        assertThat(folder().resolve("cjk-hub-joint.csv")).exists();
    }

    @Test
    void aDateToRetryAfterIsUnderstood() throws IOException, InterruptedException {
        var soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90);
        hub.first(503, Map.of("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(soon)), "");

        refresh();

        assertThat(waits.get(0)).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(91));
    }

    @Test
    void itDoesNotWaitForAnHour() throws IOException {
        hub.first(429, Map.of("Retry-After", "3600"), "");

        assertThatThrownBy(this::refresh)
                .isInstanceOf(HubException.class)
                .hasMessage("The hub limits how much one may ask, and wants 3600 s of patience: try again later.");
        assertThat(waits).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void itDoesNotWaitForEver() throws IOException {
        for (var i = 0; i < 6; i++) {
            hub.first(429, Map.of("Retry-After", "5"), "");
        }

        assertThatThrownBy(this::refresh)
                .hasMessage(
                        "The hub limits how much one may ask, and wants 5 s of patience once more: try again later.");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410, 500, 502})
    void anHttpErrorIsNamed(int status) throws IOException {
        hub.first(status, Map.of(), "{\"error\": \"no\"}");

        assertThatThrownBy(this::refresh)
                .isInstanceOf(HubException.class)
                .hasMessageStartingWith("The hub answered " + hub.address() + "/api/datasets?filter=language:zh")
                .hasMessageContaining("with the HTTP status " + status + ": ");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"datasets\": []}",
                "<html>Down for maintenance</html>",
                "[\"example-lab/zh-qa\"]",
                "[{\"createdAt\": \"2024-01-08T10:00:00.000Z\", \"downloads\": 1, \"tags\": []}]",
                "[{\"id\": \"a/b\", \"downloads\": 1, \"tags\": []}]",
                "[{\"id\": \"a/b\", \"createdAt\": \"yesterday\", \"downloads\": 1, \"tags\": []}]",
                "[{\"id\": \"a/b\", \"createdAt\": \"2024-01-08T10:00:00.000Z\", \"downloads\": \"many\", \"tags\": []}]",
                "[{\"id\": \"a/b\", \"createdAt\": \"2024-01-08T10:00:00.000Z\", \"downloads\": 1}]",
                "[{\"id\": \"a/b\", \"createdAt\": \"2024-01-08T10:00:00.000Z\", \"downloads\": 1, \"tags\": [{}]}]"
            })
    void anotherSchemaIsNotGuessedAt(String body) throws IOException {
        hub.first(200, Map.of(), body);

        assertThatThrownBy(this::refresh)
                .isInstanceOf(HubException.class)
                .hasMessageEndingWith(
                        "The hub's interface has changed since this kit was made: look for a newer kit, or report this.");
        assertNothingIsLeft();
    }

    @Test
    void aMissingFieldIsNamed() {
        hub.first(200, Map.of(), "[{\"id\": \"a/b\", \"createdAt\": \"2024-01-08T10:00:00.000Z\", \"downloads\": 1}]");

        assertThatThrownBy(this::refresh).hasMessageStartingWith("Dataset 1 of a page has no field \"tags\".");
    }

    @Test
    void anErrorOnALaterPageLeavesTheOldTablesAsTheyWere() throws IOException, InterruptedException {
        refresh();
        var before = Files.readString(folder().resolve("cjk-hub-counts.csv"));
        hub.first(200, Map.of(), RecordedHub.page("zh-1"))
                .first(200, Map.of(), RecordedHub.page("ja-1"))
                .first(500, Map.of(), "");

        assertThatThrownBy(this::refresh).isInstanceOf(HubException.class);

        assertThat(folder().resolve("cjk-hub-counts.csv")).hasContent(before);
        try (var files = Files.list(place)) {
            assertThat(files).containsExactly(folder());
        }
    }

    @Test
    void withoutANetworkItSaysSo() throws IOException {
        var address = hub.address();
        hub.close();

        assertThatThrownBy(() -> refresh(address))
                .isInstanceOf(HubException.class)
                .hasMessageStartingWith("Cannot reach " + address)
                .hasMessageEndingWith("is this machine online?");
        assertNothingIsLeft();
    }

    @Test
    void aLanguageThatNobodyUsesIsAnError() throws IOException {
        hub.first(200, Map.of(), "[]");

        assertThatThrownBy(this::refresh).hasMessage("The hub knows no dataset with the tag language:zh.");
        assertNothingIsLeft();
    }

    @Test
    void pagesThatLeadInACircleOrElsewhereAreNotFollowed() throws IOException {
        var first = "</api/datasets?filter=language:zh&full=true&limit=1000>; rel=\"next\"";
        hub.first(200, Map.of("Link", first), RecordedHub.page("zh-1"));
        assertThatThrownBy(this::refresh).hasMessageContaining("round in a circle");

        hub.first(200, Map.of("Link", "<https://elsewhere.example/>; rel=\"next\""), RecordedHub.page("zh-1"));
        assertThatThrownBy(this::refresh).hasMessageContaining("on another server");
        assertNothingIsLeft();
    }
}
