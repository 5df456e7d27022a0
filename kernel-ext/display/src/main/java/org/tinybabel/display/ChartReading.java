package org.tinybabel.display;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BubbleChart;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A chart in words and as tables, for readers who do not see the picture.
 *
 * <p>The words name the kind of chart and its axes, then say what a glance at the picture would: where each series begins
 * and ends, its least and its greatest value, where curves cross.
 */
sealed interface ChartReading permits CurveReading, CloudReading, BarReading, GridReading, BoxReading, OtherReading {

    /** More series than this are counted instead of described. */
    int MOST_DESCRIBED = 8;

    /** More rows than this are thinned out evenly. */
    int MOST_ROWS = 40;

    /** The chart that is read. */
    Chart<?, ?> chart();

    /** Such as {@code Line chart}. */
    String kind();

    /** The sentences after the one that names the chart. */
    Stream<String> sentences();

    /** The numbers that the chart shows. */
    List<Table> tables();

    static ChartReading of(Chart<?, ?> chart) {
        if (chart instanceof XYChart xy) {
            return xy.getStyler().getDefaultSeriesRenderStyle() == XYSeriesRenderStyle.Scatter
                    ? CloudReading.of(xy)
                    : new CurveReading(xy);
        } else if (chart instanceof BubbleChart bubbles) {
            return CloudReading.of(bubbles);
        } else if (chart instanceof CategoryChart bars) {
            return new BarReading(bars);
        } else if (chart instanceof HeatMapChart grid) {
            return new GridReading(grid);
        } else if (chart instanceof BoxChart boxes) {
            return new BoxReading(boxes);
        }
        return new OtherReading(chart);
    }

    default String text() {
        var known = ChartNotes.of(chart()).kind();
        var head = Stream.of(known.isBlank() ? kind() : known, title()).filter(s -> !s.isBlank());
        return Stream.concat(Stream.of(head.collect(Collectors.joining(": "))), sentences())
                .filter(s -> !s.isBlank())
                .map(s -> s.matches(".*[.?!…]") ? s : s + ".")
                .collect(Collectors.joining(" "));
    }

    default String title() {
        return words(chart().getTitle());
    }

    /** What an axis shows and from where to where. */
    static String axis(String name, String title, DoubleStream values) {
        var range = values.filter(Double::isFinite).toArray();
        if (range.length == 0) {
            return axis(name, title);
        }
        var format = Numbers.formatter(DoubleStream.of(range));
        return axis(name, title) + ", from "
                + format.apply(Arrays.stream(range).min().orElseThrow()) + " to "
                + format.apply(Arrays.stream(range).max().orElseThrow());
    }

    static String axis(String name, String title) {
        return words(title).isBlank() ? name + " axis without a title" : name + " axis: " + words(title);
    }

    static String words(String text) {
        return text == null ? "" : text.strip();
    }

    static String quoted(String name) {
        return "“" + name + "”";
    }

    static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The sentence for the series that are too many to describe. */
    static Stream<String> others(int count) {
        return count > MOST_DESCRIBED
                ? Stream.of("And " + (count - MOST_DESCRIBED) + " more series" + ", see the table")
                : Stream.empty();
    }

    /** "A 1, B 2 and C 3" for few values. */
    static String listed(List<String> labels, double[] values, DoubleFunction<String> format) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> labels.get(i) + " " + (Double.isNaN(values[i]) ? "none" : format.apply(values[i])))
                .collect(Collectors.joining(", "));
    }

    /** Says that a value occurs elsewhere, too: "and 2 others have it". Blank if none does. */
    static String shared(double[] values, int index) {
        var others =
                (int) DoubleStream.of(values).filter(v -> v == values[index]).count() - 1;
        return others <= 0 ? "" : " (and " + counted(others, "other") + ")";
    }

    static int least(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .reduce((a, b) -> values[b] < values[a] ? b : a)
                .orElse(0);
    }

    static int greatest(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElse(0);
    }

    /** Adds a column; a name that is taken gets a number. */
    static void add(Table table, Column<?> column) {
        var taken = table.columnNames().stream()
                .map(n -> n.toLowerCase(Locale.ROOT))
                .toList();
        var wanted = column.name().isBlank() ? "value" : column.name();
        var name = wanted;
        for (var n = 2; taken.contains(name.toLowerCase(Locale.ROOT)); n++) {
            name = wanted + " (" + n + ")";
        }
        table.addColumns(column.setName(name));
    }

    static DoubleColumn column(String name, double[] values) {
        return DoubleColumn.create(name, values);
    }

    static StringColumn column(String name, List<String> values) {
        return StringColumn.create(name, values);
    }

    /** Every so-manieth row, the first and the last among them, if there are too many to read. */
    static Table thinned(Table table) {
        var count = table.rowCount();
        if (count <= MOST_ROWS) {
            return table;
        }
        var rows = IntStream.range(0, MOST_ROWS)
                .map(i -> (int) ((long) i * (count - 1) / (MOST_ROWS - 1)))
                .toArray();
        var some = table.rows(rows);
        some.setName(table.name() + ", " + MOST_ROWS + " of " + counted(count, "point"));
        return some;
    }
}
