package org.tinybabel.display;

import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/**
 * A chart in words and as tables, for readers who do not see the picture.
 *
 * <p>The words name the kind of chart and its axes, then say of each series where it begins and ends, its least and its
 * greatest value, and where curves cross each other or a reference line.
 */
final class ChartReading {

    private static final int MOST_ROWS = 40;
    private static final int MOST_NAMED_BARS = 12;
    private static final int MOST_CROSSINGS = 3;

    private final Chart<?, ?> chart;
    private final ChartNotes notes;

    private ChartReading(Chart<?, ?> chart) {
        this.chart = chart;
        this.notes = ChartNotes.of(chart);
    }

    static ChartReading of(Chart<?, ?> chart) {
        return new ChartReading(chart);
    }

    /** One series, point by point; {@code labels} are the x values as words. */
    private record Curve(String name, List<String> labels, double[] xs, double[] ys) {

        String name(int index) {
            return labels.get(index);
        }
    }

    String text() {
        var title = chart.getTitle() == null || chart.getTitle().isBlank() ? "" : ": " + chart.getTitle();
        return (kind() + title + ". " + axes() + body()).strip();
    }

    List<Table> tables() {
        return List.of();
    }

    private String kind() {
        return "Chart";
    }

    private String axes() {
        return "";
    }

    private String body() {
        return "";
    }
}
