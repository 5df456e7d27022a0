package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.BubbleChartBuilder;
import org.knowm.xchart.DialChartBuilder;
import org.knowm.xchart.OHLCChartBuilder;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.RadarChartBuilder;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.xml.sax.InputSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ChartFigureTest {

    private static final Table SCORES = Table.create(
            "scores",
            DoubleColumn.create("layer", 0, 1, 2, 0, 1, 2),
            DoubleColumn.create("r", 0.1, 0.5, 0.9, 0.3, 0.2, 0.1),
            StringColumn.create("model", "full", "full", "full", "random", "random", "random"));

    static Stream<Named<Chart<?, ?>>> everyKindOfChart() {
        var pie = new PieChartBuilder().title("parts").build();
        pie.addSeries("attention", 3);
        var bubbles = new BubbleChartBuilder().xAxisTitle("x").yAxisTitle("y").build();
        bubbles.addSeries("words", List.of(1, 2, 3), List.of(2, 4, 5), List.of(3, 3, 9));
        var radar = new RadarChartBuilder().build();
        radar.setRadiiLabels(new String[] {"syntax", "facts", "sense"});
        radar.addSeries("model", new double[] {0.1, 0.5, 0.9});
        var dial = new DialChartBuilder().build();
        dial.addSeries("memory", 0.7, "70 %");
        var prices = new OHLCChartBuilder().build();
        prices.addSeries(
                "price",
                new double[] {1, 2},
                new double[] {1, 2},
                new double[] {3, 3},
                new double[] {0, 1},
                new double[] {2, 2.5});
        return Stream.of(
                Named.of("line", Plots.line(SCORES, "layer", "r", "model")),
                Named.of("scatter", Plots.scatter(SCORES, "layer", "r", "model")),
                Named.of("bars", Plots.bars(SCORES, "layer", "r", "model")),
                Named.of("histogram", Plots.histogram(SCORES, "r", 3)),
                Named.of("heat map", Plots.heatmap(SCORES, "layer", "model", "r")),
                Named.of("box", Plots.box(SCORES, "r", "model")),
                Named.of("pie", pie),
                Named.of("bubble", bubbles),
                Named.of("radar", radar),
                Named.of("dial", dial),
                Named.of("prices", prices));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfChart")
    void theFigureHasAnImageWithWordsAndATable(Chart<?, ?> chart) {
        var data = Renderers.render(chart).data();

        var html = (String) data.get(MimeBundle.HTML);
        var alt = html.replaceAll("(?s).*<img alt=\"([^\"]*)\".*", "$1");
        assertThat(alt).hasSizeGreaterThan(15).containsPattern("\\d").doesNotContainIgnoringCase("image");
        assertThat(alt.toLowerCase(Locale.ROOT)).containsAnyOf("chart", "plot", "map", "histogram");
        assertThat(html)
                .containsSubsequence("<details><summary>", "<caption", "<th scope=\"col\"", "</details></figure>");
        assertThat(html).doesNotContain("<script", "<svg");
        assertThat((String) data.get(MimeBundle.TEXT)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("everyKindOfChart")
    void theVectorPictureStandsOnItsOwn(Chart<?, ?> chart) throws Exception {
        var svg = svg(chart);

        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 " + chart.getWidth() + " " + chart.getHeight());
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:", "<script");
    }

    @ParameterizedTest
    @MethodSource("everyKindOfChart")
    void theBitmapIsAPngOfTheSameSize(Chart<?, ?> chart) throws Exception {
        var bundle = Renderers.render(chart);

        var png = Base64.getDecoder().decode((String) bundle.data().get("image/png"));
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(chart.getWidth());
        assertThat(((Map<?, ?>) bundle.metadata().get("image/png")).keySet()).hasToString("[width, height, alt]");
    }

    private static String svg(Chart<?, ?> chart) {
        var html = (String) Renderers.render(chart).data().get(MimeBundle.HTML);
        var base64 = Pattern.compile("data:image/svg\\+xml;base64,([^\"]*)\"").matcher(html);
        assertThat(base64.find()).isTrue();
        return new String(Base64.getDecoder().decode(base64.group(1)), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void thePictureIsTheSameEveryTime() {
        assertThat(svg(Plots.line(SCORES, "layer", "r", "model")))
                .isEqualTo(svg(Plots.line(SCORES, "layer", "r", "model")));
    }

    @Test
    void aDenseCurveIsOneLineThatKeepsItsDashes() {
        var xs = IntStream.range(0, 400).asDoubleStream().toArray();
        var table = Table.create(
                "t",
                DoubleColumn.create("x", xs),
                DoubleColumn.create(
                        "y",
                        IntStream.range(0, 400)
                                .mapToDouble(x -> Math.exp(-x / 50.0))
                                .toArray()));

        var svg = svg(Plots.line(table, "x", "y", ""));

        assertThat(svg).containsPattern("<polyline points=\"([-0-9.]+,[-0-9.]+ ?){400}\"");
        assertThat(svg).hasSizeLessThan(60_000);
    }

    @Test
    void wordsAreOutlinesSoThatThePictureNeedsNoFont() {
        assertThat(svg(Plots.bars(SCORES.where(SCORES.stringColumn("model").isEqualTo("full")), "layer", "r", "")))
                .doesNotContain("<text", "font-family");
    }

    @Test
    void aChartWithTheirLookLeftAloneGetsOurs() {
        var chart = new XYChartBuilder().build();
        chart.addSeries("a", new double[] {1, 2}, new double[] {1, 2});

        Renderers.render(chart);

        assertThat(chart.getStyler().getChartBackgroundColor()).isEqualTo(java.awt.Color.WHITE);
    }

    @Test
    void aChartWithALookOfItsOwnKeepsIt() {
        var chart = new XYChartBuilder().build();
        chart.getStyler().setChartBackgroundColor(java.awt.Color.PINK);
        chart.addSeries("a", new double[] {1, 2}, new double[] {1, 2});

        Renderers.render(chart);

        assertThat(chart.getStyler().getChartBackgroundColor()).isEqualTo(java.awt.Color.PINK);
    }

    @Test
    void lettersThatOccurAgainAreWrittenOnce() {
        var svg = svg(Plots.line(SCORES, "layer", "r", "model"));

        assertThat(svg).contains("<use href=\"#o0\"").hasSizeLessThan(20_000);
    }

    @Test
    void thePictureKnowsADarkPage() {
        assertThat(svg(Plots.line(SCORES, "layer", "r", "model")))
                .contains("@media(prefers-color-scheme:dark)", "{fill:#ffffff;", "{fill:#111111}");
    }

    @Test
    void aLookOfOnesOwnIsTheSameOnDarkPages() {
        var chart = new XYChartBuilder().build();
        chart.getStyler().setChartBackgroundColor(java.awt.Color.PINK);
        chart.addSeries("a", new double[] {1, 2}, new double[] {1, 2});

        assertThat(svg(chart)).doesNotContain("prefers-color-scheme");
    }

    @Test
    void thePngHasFewColoursAndIsTheSameEveryTime() throws Exception {
        var one = (String)
                Renderers.render(Plots.box(SCORES, "r", "model")).data().get("image/png");
        var other = (String)
                Renderers.render(Plots.box(SCORES, "r", "model")).data().get("image/png");

        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(one)));
        assertThat(image.getColorModel()).isInstanceOf(java.awt.image.IndexColorModel.class);
        assertThat(one).isEqualTo(other);
    }
}
