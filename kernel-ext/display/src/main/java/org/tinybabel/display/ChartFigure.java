package org.tinybabel.display;

import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A chart as a figure: the picture with its alternative text, and its data folded away below.
 *
 * <p>The picture is an SVG inside an {@code img} element. Notebook front ends remove SVG elements from notebooks that
 * they do not trust, but keep images, and an {@code alt} attribute is what screen readers know best. A PNG of the same
 * chart goes along for places that show no HTML.
 */
final class ChartFigure {

    private static final String PNG = "image/png";

    private final Chart<?, ?> chart;
    private final ChartReading reading;

    private ChartFigure(Chart<?, ?> chart) {
        this.chart = chart;
        this.reading = ChartReading.of(chart);
    }

    static ChartFigure of(Chart<?, ?> chart) {
        ChartStyle.applyIfPlain(chart);
        return new ChartFigure(chart);
    }

    /** The whole figure. */
    MimeBundle render() {
        var text = reading.text();
        var size = new LinkedHashMap<String, Object>();
        size.put("width", chart.getWidth());
        size.put("height", chart.getHeight());
        size.put("alt", text);
        var data = new LinkedHashMap<String, Object>();
        data.put(MimeBundle.HTML, "<figure style=\"margin:0\">" + picture() + missingLetters() + data() + "</figure>");
        data.put(PNG, Base64.getEncoder().encodeToString(png()));
        data.put(MimeBundle.TEXT, text);
        return new MimeBundle(data, Map.of(PNG, size));
    }

    /** The picture alone: for a chart that will be redrawn in a moment. */
    MimeBundle renderLight() {
        return MimeBundle.html("<figure style=\"margin:0\">" + picture() + "</figure>", reading.text());
    }

    private String picture() {
        var svg = Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.UTF_8));
        return "<img alt=\"" + Html.escape(reading.text()) + "\" width=\"" + chart.getWidth() + "\" height=\""
                + chart.getHeight() + "\" style=\"max-width:100%;height:auto\" src=\"data:image/svg+xml;base64," + svg
                + "\">";
    }

    String svg() {
        try {
            var bytes = new ByteArrayOutputStream();
            VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
            return SvgDocument.tidy(bytes.toString(StandardCharsets.UTF_8), chart.getWidth(), chart.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException("the chart cannot be written as SVG", e);
        }
    }

    private byte[] png() {
        try {
            return BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart cannot be written as PNG", e);
        }
    }

    /** Says so when no installed font has the letters of a script, since the picture then shows boxes instead. */
    private String missingLetters() {
        var font = ChartStyle.font(Font.PLAIN, 12);
        var missing = reading.text()
                .codePoints()
                .filter(c -> !font.canDisplay(c))
                .mapToObj(c -> Character.UnicodeScript.of(c).name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? ""
                : "<figcaption>The picture shows boxes instead of some letters (script: " + Html.escape(missing)
                        + "), because no font with them is installed.</figcaption>";
    }

    private String data() {
        return reading.tables().stream()
                .map(table -> TableFigure.of(table, 60).html())
                .collect(Collectors.joining(
                        "", "<details><summary>The data of this figure as a table</summary>", "</details>"));
    }
}
