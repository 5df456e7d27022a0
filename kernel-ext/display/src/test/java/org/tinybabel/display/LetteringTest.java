package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class LetteringTest {

    /** A machine that has fonts for Latin and Greek letters only. */
    private final Lettering poor = new Lettering(c -> c < 0x400);

    private static final Table WORDS =
            Table.create(StringColumn.create("язык", "Ελλάδα", "ᏣᎳᎩ", "plain"), DoubleColumn.create("знак", 3, 1, 2));

    private static List<String> texts(String text) {
        return ScriptRun.of(text).stream().map(ScriptRun::text).toList();
    }

    @Test
    void aTextIsCutIntoRunsOfOneScript() {
        assertThat(texts("Hindi (हिन्दी) and русский язык!"))
                .containsExactly("Hindi", " (", "हिन्दी", ") ", "and", " ", "русский язык", "!");
        assertThat(texts("日本語のテキスト")).hasSize(1);
        assertThat(texts("2026: עברית 12")).hasSize(1);
        assertThat(texts("")).isEmpty();
        for (var text : List.of("a1 б2", "𞤆𞤵𞤤𞤢𞤪, x", "é́ю́ ", "\uD800x")) {
            assertThat(String.join("", texts(text))).isEqualTo(text);
        }
    }

    @Test
    void runsKnowTheirLanguageTagAndDirection() {
        assertThat(Html.text("a < हिन्दी")).isEqualTo("a &lt; <span lang=\"und-Deva\" dir=\"ltr\">हिन्दी</span>");
        assertThat(Html.text("العربية")).contains("lang=\"und-Arab\" dir=\"rtl\"");
        assertThat(Html.text("日本の国")).contains("lang=\"ja\"");
        assertThat(Html.text("中国")).contains("lang=\"und-Hani\"");
        assertThat(Html.text("한국어")).contains("lang=\"ko\"");
        assertThat(Html.text("ρ ≥ 0.95, naïve – γ")).doesNotContain("<span");
        assertThat(Html.text("Ελλάδα")).contains("und-Grek");
    }

    @Test
    void everyScriptInUseHasItsOwnCode() {
        for (var script : UnicodeScript.values()) {
            var tag = new ScriptRun("x", script).language();
            if (tag.startsWith("und-")) {
                assertThat(UnicodeScript.forName(tag.substring(4))).isEqualTo(script);
            }
        }
    }

    @Test
    void lettersWithoutAFontAreFoundBeforeDrawing() {
        assertThat(poor.draws("naïve Ελλάδα ρ")).isTrue();
        assertThat(poor.draws("язык")).isFalse();
        assertThat(poor.drawable("the word ᏣᎳᎩ, Ελλάδα")).isEqualTo("the word tsa-la-gi, Ελλάδα");
        assertThat(Romanizer.spelled("ᏣᎳ ᎩᏣ")).isEqualTo("tsa-la gi-tsa");
    }

    private String html(Chart<?, ?> chart) {
        return String.valueOf(ChartFigure.of(chart, poor).render().data().get(MimeBundle.HTML));
    }

    @Test
    void aChartIsDrawnWithTransliterationsAndSaysSo() {
        var chart = Plots.bars(WORDS, "язык", "знак", "");
        chart.setTitle("Слова");
        var figure = html(chart);

        assertThat(figure)
                .containsSubsequence(
                        "<figcaption>",
                        "no installed font".substring(3),
                        "Cyrillic",
                        "Cherokee",
                        "tsa-la-gi = ",
                        "ᏣᎳᎩ",
                        "</figcaption>")
                .contains("<details>");
        assertThat(figure.substring(0, figure.indexOf("src="))).contains("ᏣᎳᎩ").doesNotContain("tsa-la-gi");
        assertThat(figure.substring(figure.indexOf("<details>")))
                .contains("ᏣᎳᎩ")
                .doesNotContain("tsa-la-gi");
        assertThat(chart.getTitle()).isEqualTo("Слова");
        assertThat(chart.getXAxisTitle()).isEqualTo("язык");
        assertThat(chart.getSeriesCollection().iterator().next().getXData().stream()
                        .map(String::valueOf))
                .containsExactly("Ελλάδα", "ᏣᎳᎩ", "plain");
    }

    @Test
    void everyKindOfChartGivesItsNamesBack() {
        var groups = Table.create(
                DoubleColumn.create("x", 0, 1, 0, 1),
                DoubleColumn.create("y", 1, 2, 3, 4),
                StringColumn.create("слово", "да", "да", "нет", "нет"));
        var grid = new HeatMapChartBuilder().build();
        grid.addSeries(
                "сетка", List.of("да", "нет"), List.of("а", "б"), List.of(new Number[] {0, 0, 1}, new Number[] {1, 1, 2
                }));
        for (var chart : List.<Chart<?, ?>>of(
                Plots.line(groups, "x", "y", "слово"),
                Plots.scatter(groups, "x", "y", "слово"),
                Plots.box(groups, "y", "слово"),
                grid)) {
            var before = ChartReading.of(chart).text();
            try (var names = DrawnNames.of(chart, poor)) {
                assertThat(names.caption()).contains("Cyrillic");
                assertThat(ChartReading.of(chart).text().equals(before))
                        .as("the chart's own names while it is drawn")
                        .isEqualTo(chart.getClass().getSimpleName().matches("XYChart|BoxChart"));
            }
            assertThat(ChartReading.of(chart).text()).isEqualTo(before);
            assertThat(html(chart)).contains("<figcaption>");
        }
    }

    @Test
    void twoNamesThatBecomeOneStayApart() {
        var chart = Plots.bars(
                Table.create(StringColumn.create("word", "Ꮳ", "tsa"), DoubleColumn.create("n", 1, 2)), "word", "n", "");
        try (var names = DrawnNames.of(chart, poor)) {
            assertThat(names.caption()).contains("tsa = ");
            assertThat(chart.getSeriesCollection().iterator().next().getXData().stream()
                            .map(String::valueOf))
                    .containsExactly("tsa", "tsa (2)");
        }
    }

    @Test
    void whereEveryLetterHasAFontNothingChanges() {
        var chart = Plots.bars(WORDS, "язык", "знак", "");
        var figure = ChartFigure.of(chart, new Lettering(c -> true)).render().data();
        assertThat((String) figure.get(MimeBundle.HTML)).doesNotContain("figcaption");
    }
}
