package org.tinybabel.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.AxesChart;
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

    /**
     * An image is light or dark as the element that shows it says. Pages and JupyterLab say so since its version 4.6; this is for older ones
     * and for VS Code. Where it is removed, because a notebook is not trusted, the figure stays a light card.
     */
    private static final String FIGURE = "<figure style=\"margin:0\"><style>:is([data-jp-theme-light=false],"
            + "[data-vscode-theme-kind=vscode-dark]) figure>img{color-scheme:dark}</style>";

    private final Chart<?, ?> chart;
    private final Lettering lettering;
    private final ChartReading reading;

    private ChartFigure(Chart<?, ?> chart, Lettering lettering) {
        this.chart = chart;
        this.lettering = lettering;
        this.reading = ChartReading.of(chart);
    }

    static ChartFigure of(Chart<?, ?> chart) {
        return of(chart, Lettering.here());
    }

    static ChartFigure of(Chart<?, ?> chart, Lettering lettering) {
        ChartStyle.applyIfPlain(chart);
        return new ChartFigure(chart, lettering);
    }

    /** The whole figure. Where a knob redraws it there are widgets, so there is HTML, and it goes without the PNG. */
    MimeBundle render() {
        var text = reading.text();
        var size = new LinkedHashMap<String, Object>();
        size.put("width", chart.getWidth());
        size.put("height", chart.getHeight());
        size.put("alt", text);
        var data = new LinkedHashMap<String, Object>();
        var table = data();
        try (var names = DrawnNames.of(chart, lettering)) {
            arrange();
            data.put(MimeBundle.HTML, FIGURE + picture(text) + names.caption() + table + "</figure>");
            if (!Live.isDrawing()) {
                data.put(PNG, Base64.getEncoder().encodeToString(png()));
            }
        }
        data.put(MimeBundle.TEXT, text);
        return new MimeBundle(data, data.containsKey(PNG) ? Map.of(PNG, size) : Map.of());
    }

    /** The picture alone: for a chart that will be redrawn in a moment. */
    MimeBundle renderLight() {
        var text = reading.text();
        try (var names = DrawnNames.of(chart, lettering)) {
            arrange();
            return MimeBundle.html(FIGURE + picture(text) + names.caption() + "</figure>", text);
        }
    }

    private void arrange() {
        if (chart instanceof AxesChart<?, ?> axes) {
            AxisNames.arrange(axes);
            ReferenceLabels.arrange(axes);
        }
    }

    private String picture(String text) {
        var svg = Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.UTF_8));
        return "<img alt=\"" + Html.escape(text) + "\" width=\"" + chart.getWidth() + "\" height=\""
                + chart.getHeight() + "\" style=\"max-width:100%;height:auto\" src=\"data:image/svg+xml;base64," + svg
                + "\">";
    }

    String svg() {
        try {
            var svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
            return SvgDocument.tidy(svg, chart.getWidth(), chart.getHeight(), ChartStyle.theme(chart));
        } catch (IOException e) {
            throw new UncheckedIOException("the chart cannot be written as SVG", e);
        }
    }

    private byte[] png() {
        try {
            return PngPicture.of(BitmapEncoder.getBufferedImage(chart));
        } catch (IOException e) {
            throw new UncheckedIOException("the chart cannot be written as PNG", e);
        }
    }

    private String data() {
        return reading.tables().stream()
                .map(table -> TableFigure.of(table, 60).plainHtml())
                .collect(Collectors.joining(
                        "", "<details><summary>The data of this figure as a table</summary>", "</details>"));
    }
}
