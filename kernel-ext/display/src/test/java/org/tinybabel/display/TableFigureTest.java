package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableFigureTest {

    private static String html(Table table) {
        return (String) TableFigure.of(table).render().data().get(MimeBundle.HTML);
    }

    private static String text(Table table) {
        return (String) TableFigure.of(table).render().data().get(MimeBundle.TEXT);
    }

    private static Table numbered(int rows) {
        return Table.create(
                "steps", IntColumn.create("step", IntStream.range(0, rows).toArray()));
    }

    @Test
    void theCaptionSaysNameAndSize() {
        assertThat(html(numbered(3))).contains(">steps: 3 rows × 1 column</caption>");
        assertThat(html(numbered(1))).contains("steps: 1 row × 1 column");
    }

    @Test
    void headersCarryTheTypesOfTheColumns() {
        var table = Table.create(
                "t",
                StringColumn.create("word", "a"),
                DoubleColumn.create("p", 0.5),
                BooleanColumn.create("seen", true));

        assertThat(html(table))
                .containsSubsequence(
                        "<th scope=\"col\"", "word<br>", ">text<", "p<br>", ">double<", "seen", ">boolean<");
    }

    @Test
    void numbersAreAlignedRightAndTextLeft() {
        var table = Table.create("t", StringColumn.create("word", "a"), DoubleColumn.create("p", 0.5));

        assertThat(html(table)).contains("text-align:left\">a</td>", "text-align:right\">0.5</td>");
    }

    @Test
    void aLongTableShowsItsBeginningAndItsEnd() {
        assertThat(text(numbered(100)).lines().map(String::strip))
                .startsWith("steps: 100 rows × 1 column", "step", "0", "1")
                .contains("13", "…", "94")
                .doesNotContain("14", "93")
                .endsWith("98", "99");
        assertThat(html(numbered(100))).contains("… 80 more rows …");
    }

    @Test
    void theReaderChoosesTheNumberOfRows() {
        var shown = (String) TableFigure.of(numbered(100), 3).render().data().get(MimeBundle.TEXT);

        assertThat(shown.lines().map(String::strip))
                .containsExactly("steps: 100 rows × 1 column", "step", "0", "1", "…", "99");
        assertThatThrownBy(() -> TableFigure.of(numbered(1), 0))
                .hasMessageContaining("at least 1 row")
                .hasMessageContaining("got 0");
    }

    @Test
    void missingValuesAreEmptyCells() {
        var table = Table.create(
                "t",
                DoubleColumn.create("p", 0.25, Double.NaN),
                IntColumn.create("n", 1, IntColumn.create("x").appendMissing().getInt(0)));

        assertThat(html(table))
                .contains("text-align:right\"></td><td")
                .endsWith("text-align:right\"></td></tr></tbody></table>");
    }

    @Test
    void contentIsNeverMarkup() {
        var table = Table.create("<i>", StringColumn.create("<b>", "<script>alert(1)</script>"));

        assertThat(html(table))
                .contains("&lt;i&gt;", "&lt;b&gt;", "&lt;script&gt;")
                .doesNotContain("<script", "<style");
    }

    @Test
    void scriptsOfAllKindsKeepTheirLetters() {
        assertThat(html(Table.create("t", StringColumn.create("word", "हिन्दी", "中文", "العربية", "😀"))))
                .contains(">हिन्दी<", ">中文<", ">العربية<", ">😀<");
    }

    @Test
    void aWideTableShowsItsFirstColumnsAndSaysSo() {
        var table = Table.create("wide");
        IntStream.range(0, 40).forEach(i -> table.addColumns(IntColumn.create("c" + i, new int[] {i})));

        assertThat(html(table))
                .contains("1 row × 40 columns, the first 24 shown")
                .contains("c23")
                .doesNotContain("c24");
    }

    @Test
    void anEmptyTableStillHasItsHeader() {
        assertThat(html(Table.create("none", StringColumn.create("word")))).contains("0 rows × 1 column", "word");
    }
}
