package org.tinybabel.lab.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.lab.metrics.JensenShannon;
import org.tinybabel.lab.stats.OddsRatio;
import tech.tablesaw.api.Table;

/** The shipped tables agree with each other and with the numbers of the reference prototype. */
class HubCatalogueTest {

    private final Table counts = Table.read().csv(Datasets.open("cjk-hub-counts"));
    private final Table joint = Table.read().csv(Datasets.open("cjk-hub-joint"));

    private double count(String dimension, String category, String language) {
        return counts.where(counts.stringColumn("scope")
                        .isEqualTo("mono")
                        .and(counts.stringColumn("dimension").isEqualTo(dimension))
                        .and(counts.stringColumn("category").isEqualTo(category)))
                .doubleColumn(language)
                .getDouble(0);
    }

    private long[] tasks(String language) {
        return counts
                .where(counts.stringColumn("dimension").isEqualTo("task tag"))
                .doubleColumn(language)
                .asList()
                .stream()
                .mapToLong(Number::longValue)
                .toArray();
    }

    private long[][][] unknownByYear(String one, String other) {
        var all = HubCatalogue.expand(joint);
        return List.of("to 2023", "2024", "2025").stream()
                .map(year -> new long[][] {unknown(all, one, year), unknown(all, other, year)})
                .toArray(long[][][]::new);
    }

    private static long[] unknown(Table all, String language, String year) {
        var rows = all.where(all.stringColumn("language")
                .isEqualTo(language)
                .and(all.stringColumn("year").isEqualTo(year)));
        var unknown = rows.stringColumn("licence").isEqualTo("unknown").size();
        return new long[] {unknown, rows.rowCount() - unknown};
    }

    @Test
    void expandingGivesEveryDatasetARowAndAName() {
        var all = HubCatalogue.expand(joint);

        assertThat(all.columnNames()).containsExactly("id", "language", "year", "licence", "arxiv");
        assertThat(all.rowCount()).isEqualTo(3073);
        assertThat(all.stringColumn("id").countUnique()).isEqualTo(3073);
        assertThat(all.stringColumn("id").get(0)).isEqualTo("zh-0001");
    }

    @Test
    void theTwoTablesAgree() {
        var all = HubCatalogue.expand(joint);
        for (var language : HubCatalogue.LANGUAGES) {
            var rows = all.where(all.stringColumn("language").isEqualTo(language));
            assertThat(count("datasets", "all", language)).isEqualTo(rows.rowCount());
            assertThat(count("arxiv", "linked", language))
                    .isEqualTo(rows.stringColumn("arxiv").isEqualTo("linked").size());
            for (var group : LicenceGroup.values()) {
                assertThat(count("licence", group.word(), language))
                        .isEqualTo(rows.stringColumn("licence")
                                .isEqualTo(group.word())
                                .size());
            }
        }
    }

    @Test
    void oddsRatiosAndDivergencesAreThoseOfThePrototype() {
        assertThat(OddsRatio.mantelHaenszel(unknownByYear("ko", "zh")).mean()).isCloseTo(2.38, within(0.01));
        assertThat(OddsRatio.mantelHaenszel(unknownByYear("ko", "ja")).mean()).isCloseTo(2.87, within(0.01));
        assertThat(JensenShannon.bits(tasks("zh"), tasks("ja"))).isCloseTo(0.0157, within(5e-5));
        assertThat(JensenShannon.bits(tasks("zh"), tasks("ko"))).isCloseTo(0.0084, within(5e-5));
        assertThat(JensenShannon.bits(tasks("ja"), tasks("ko"))).isCloseTo(0.0328, within(5e-5));
    }

    @Test
    void aLiveCatalogueHasTheColumnsOfTheShippedTables() {
        var empty = HubCatalogue.of(Map.of("zh", List.of(), "ja", List.of(), "ko", List.of()));

        assertThat(empty.counts("2026-03-01").columnNames()).isEqualTo(counts.columnNames());
        assertThat(empty.joint().columnNames()).isEqualTo(joint.columnNames());
        assertThatIllegalArgumentException().isThrownBy(() -> HubCatalogue.of(Map.of("ko", List.of())));
    }
}
