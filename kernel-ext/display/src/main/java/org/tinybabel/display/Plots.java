package org.tinybabel.display;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.Histogram;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.tinybabel.display.ChartNotes.Ends;
import org.tinybabel.display.ChartNotes.Reference;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes charts from the columns of a table. The words of the axes are the names of the columns. */
final class Plots {

    private static final int MOST_MARKERS = 40;
    private static final int MOST_EVEN_TICKS = 10;

    // Lengths of names in a legend, in letters.
    private static final int LONG_NAME = 24;
    private static final int LEGEND_ROW = 90;

    /** What the name of a column of interval ends adds to that of the means. */
    static final String LOW = " low";

    static final String HIGH = " high";

    private Plots() {}

    /** One curve or one set of bars: its points and, where the table has them, their intervals. */
    private record Group(String name, List<Point> points) {

        double[] xs() {
            return points.stream().mapToDouble(Point::x).toArray();
        }

        double[] ys() {
            return points.stream().mapToDouble(Point::y).toArray();
        }

        boolean hasIntervals() {
            return points.stream().anyMatch(p -> !Double.isNaN(p.low()));
        }

        Ends ends() {
            return new Ends(
                    points.stream().mapToDouble(Point::low).toArray(),
                    points.stream().mapToDouble(Point::high).toArray());
        }
    }

    private record Point(double x, double y, double low, double high) {}

    static XYChart line(Table table, String x, String y, String group) {
        var chart = xy(x, y);
        var groups = groups(table, x, y, group);
        var styles = styles(groups, group).iterator();
        for (var curve : groups) {
            var sorted = curve.points().stream()
                    .sorted(Comparator.comparingDouble(Point::x))
                    .toList();
            addCurve(chart, new Group(curve.name(), sorted), styles.next());
        }
        return legend(chart, group);
    }

    /** The looks of the groups of a chart; a chart of one column alone has no names to recognize. */
    private static List<Integer> styles(List<Group> groups, String group) {
        return group.isBlank()
                ? List.of(0)
                : NamedStyles.of(groups.stream().map(Group::name).toList());
    }

    private static void addCurve(XYChart chart, Group curve, int index) {
        if (curve.hasIntervals()) {
            var ends = curve.ends();
            var forth =
                    curve.points().stream().filter(p -> !Double.isNaN(p.low())).toList();
            var back = new ArrayList<>(forth);
            Collections.reverse(back);
            var xs = DoubleStream.concat(
                    forth.stream().mapToDouble(Point::x), back.stream().mapToDouble(Point::x));
            var ys = DoubleStream.concat(
                    forth.stream().mapToDouble(Point::high), back.stream().mapToDouble(Point::low));
            var band = chart.addSeries(ChartNotes.bandOf(curve.name()), xs.toArray(), ys.toArray());
            band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
            band.setFillColor(ChartStyle.wash(index));
            band.setLineStyle(SeriesLines.NONE).setShowInLegend(false);
            band.setMarker(SeriesMarkers.NONE);
            ChartNotes.of(chart).intervals().put(curve.name(), ends);
        }
        var series = addPoints(chart, curve);
        series.setMarker(curve.points().size() > MOST_MARKERS ? SeriesMarkers.NONE : ChartStyle.marker(index));
        series.setMarkerColor(ChartStyle.color(index));
        series.setLineColor(ChartStyle.color(index)).setLineStyle(ChartStyle.stroke(index, 2.2f));
    }

    /**
     * Adds the points, and behind them one that is not drawn when there are many at even distances: XChart would then
     * write every n-th x value on the axis, however odd, instead of round numbers.
     */
    private static XYSeries addPoints(XYChart chart, Group curve) {
        var xs = curve.xs();
        var ys = curve.ys();
        if (xs.length > MOST_EVEN_TICKS) {
            xs = DoubleStream.concat(DoubleStream.of(xs), DoubleStream.of((xs[0] + xs[1]) / 2))
                    .toArray();
            ys = DoubleStream.concat(DoubleStream.of(ys), DoubleStream.of(Double.NaN))
                    .toArray();
        }
        return chart.addSeries(curve.name(), xs, ys);
    }

    static XYChart scatter(Table table, String x, String y, String group) {
        var chart = xy(x, y);
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        ChartNotes.of(chart).kind("Scatter plot");
        var groups = groups(table, x, y, group);
        var styles = styles(groups, group).iterator();
        for (var cloud : groups) {
            var series = chart.addSeries(cloud.name(), cloud.xs(), cloud.ys());
            int style = styles.next();
            var color = ChartStyle.color(style);
            series.setMarker(ChartStyle.marker(style));
            // Where many points lie on each other, the depth of colour shows it.
            series.setMarkerColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 170));
            addIntervalBars(chart, cloud.name(), cloud.ends(), cloud.hasIntervals());
        }
        return legend(chart, group);
    }

    static XYChart xy(String x, String y) {
        var chart = new XYChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(ChartStyle.HEIGHT)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        return ChartStyle.apply(chart);
    }

    static CategoryChart bars(Table table, String x, String y, String group) {
        var chart = category(x, y);
        var categories = new LinkedHashSet<>(texts(column(table, x)));
        var groups = barGroups(table, x, y, group);
        var styles = (group.isBlank() ? List.of(0) : NamedStyles.ofBars(List.copyOf(groups.keySet()))).iterator();
        for (var bars : groups.entrySet()) {
            var points = bars.getValue();
            var ys = categories.stream()
                    .map(c -> points.containsKey(c) ? points.get(c).y() : null)
                    .toList();
            chart.addSeries(bars.getKey(), List.copyOf(categories), ys).setFillColor(ChartStyle.color(styles.next()));
            var aligned = new Group(
                    bars.getKey(),
                    categories.stream()
                            .map(c -> points.getOrDefault(c, new Point(0, Double.NaN, Double.NaN, Double.NaN)))
                            .toList());
            addIntervalBars(chart, bars.getKey(), aligned.ends(), aligned.hasIntervals());
        }
        return legend(chart, group);
    }

    private static Map<String, Map<String, Point>> barGroups(Table table, String x, String y, String group) {
        var categories = texts(column(table, x));
        var names = group.isBlank() ? Collections.nCopies(table.rowCount(), y) : texts(column(table, group));
        var points = points(
                table, IntStream.range(0, table.rowCount()).asDoubleStream().toArray(), y);
        var groups = new LinkedHashMap<String, Map<String, Point>>();
        for (var row = 0; row < table.rowCount(); row++) {
            if (Double.isNaN(points.get(row).y())) {
                continue;
            }
            var bars = groups.computeIfAbsent(names.get(row), n -> new LinkedHashMap<>());
            if (bars.put(categories.get(row), points.get(row)) != null) {
                throw new IllegalArgumentException("bars needs one row per bar, but '" + categories.get(row) + "'"
                        + (group.isBlank() ? "" : " of '" + names.get(row) + "'")
                        + " has several; name a group column, or take the mean first: "
                        + "table.summarize(\"" + y + "\", mean).by(…)");
            }
        }
        return groups;
    }

    private static CategoryChart category(String x, String y) {
        var chart = new CategoryChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(ChartStyle.HEIGHT)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setAvailableSpaceFill(0.75);
        return ChartStyle.apply(chart);
    }

    /** Counts in bins between round numbers, about as many as the square root of the number of values. */
    static CategoryChart histogram(Table table, String column) {
        var values = finite(table, column);
        var range = DoubleStream.of(values).summaryStatistics();
        var wanted = Math.max(5, Math.min(40, Math.round(Math.sqrt(values.length))));
        var width = roundUp((range.getMax() - range.getMin()) / wanted);
        var low = Math.floor(range.getMin() / width) * width;
        var bins = (int) Math.max(1, Math.ceil((range.getMax() - low) / width));
        return histogram(column, new Histogram(boxed(values), bins, low, low + bins * width));
    }

    /** The next number of the form 1, 2 or 5 times a power of ten; 1 for nothing. */
    private static double roundUp(double number) {
        if (number == 0) {
            return 1;
        }
        var power = Math.pow(10, Math.floor(Math.log10(number)));
        return power
                * DoubleStream.of(1, 2, 5)
                        .filter(f -> f * power >= number)
                        .findFirst()
                        .orElse(10);
    }

    static CategoryChart histogram(Table table, String column, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("a histogram needs at least 1 bin, got " + bins);
        }
        var values = finite(table, column);
        return histogram(column, new Histogram(boxed(values), bins));
    }

    private static double[] finite(Table table, String column) {
        var values =
                DoubleStream.of(numbers(table, column)).filter(Double::isFinite).toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException("column '" + column + "' has no numbers to count");
        }
        return values;
    }

    private static List<Double> boxed(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }

    private static CategoryChart histogram(String column, Histogram histogram) {
        var middles = histogram.getxAxisData();
        var format = Numbers.formatter(middles.stream().mapToDouble(Double::doubleValue));
        var chart = category(column + " (middle of the bin)", "count");
        chart.getStyler().setAvailableSpaceFill(0.97);
        chart.getStyler().setLegendVisible(false);
        ChartNotes.of(chart).kind("Histogram");
        chart.addSeries(column, middles.stream().map(format::apply).toList(), histogram.getyAxisData());
        return chart;
    }

    static HeatMapChart heatmap(Table table, String x, String y, String value) {
        var columns = texts(column(table, x));
        var rows = texts(column(table, y));
        var values = numbers(table, value);
        var columnNames = List.copyOf(new LinkedHashSet<>(columns));
        var rowNames = List.copyOf(new LinkedHashSet<>(rows));
        var cells = new ArrayList<Number[]>();
        for (var i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                cells.add(new Number[] {columnNames.indexOf(columns.get(i)), rowNames.indexOf(rows.get(i)), values[i]});
            }
        }
        var chart = new HeatMapChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(ChartStyle.HEIGHT)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        ChartStyle.apply(chart);
        // One hue from light to dark: readable in grey, too.
        chart.getStyler().setRangeColors(new Color[] {new Color(0xF2F6FA), new Color(0x5B9BC8), new Color(0x08306B)});
        chart.getStyler().setShowValue(false);
        chart.getStyler().setHeatMapDecimalValueFormatter(Numbers.formatter(DoubleStream.of(values))::apply);
        var grid = chart.addSeries(value, columnNames, rowNames, cells);
        if (GridNumbers.mayFit(grid)) {
            chart.addAnnotation(new GridNumbers());
            // The numbers say what the scale would.
            chart.getStyler().setLegendVisible(false);
        } else {
            // XChart writes every digit of the ends of the scale.
            grid.setMin(rounded(grid.getMin(), RoundingMode.FLOOR));
            grid.setMax(rounded(grid.getMax(), RoundingMode.CEILING));
        }
        return chart;
    }

    private static double rounded(double number, RoundingMode mode) {
        return BigDecimal.valueOf(number).round(new MathContext(3, mode)).doubleValue();
    }

    static BoxChart box(Table table, String y, String group) {
        var chart = new BoxChartBuilder()
                .width(ChartStyle.WIDTH)
                .height(ChartStyle.HEIGHT)
                .xAxisTitle(group)
                .yAxisTitle(y)
                .build();
        ChartStyle.apply(chart);
        var values = numbers(table, y);
        var names = group.isBlank() ? Collections.nCopies(values.length, y) : texts(column(table, group));
        var groups = new LinkedHashMap<String, List<Double>>();
        for (var i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                groups.computeIfAbsent(names.get(i), n -> new ArrayList<>()).add(values[i]);
            }
        }
        groups.forEach(chart::addSeries);
        chart.getStyler().setLegendVisible(false);
        return chart;
    }

    static <C extends Chart<?, ?>> C reference(C chart, String label, double value) {
        if (!(chart instanceof AxesChart<?, ?> axes)
                || !(chart instanceof XYChart || chart instanceof CategoryChart || chart instanceof BoxChart)) {
            throw new IllegalArgumentException("a reference line needs a chart with a y axis of numbers, got a "
                    + chart.getClass().getSimpleName());
        }
        if (chart.getSeriesCollection().isEmpty()) {
            throw new IllegalArgumentException("add the series before the reference line '" + label + "'");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the reference line '" + label + "' needs a finite value, got " + value);
        }
        ChartNotes.of(chart).references().add(new Reference(label, value));
        var line = new ReferenceLine(label, value);
        ChartNotes.of(chart).lines().add(line);
        axes.addAnnotation(line);
        reach(chart, DoubleStream.of(value));
        return chart;
    }

    private static void addIntervalBars(AxesChart<?, ?> chart, String series, Ends ends, boolean present) {
        if (present) {
            ChartNotes.of(chart).intervals().put(series, ends);
            chart.addAnnotation(new IntervalBars(series, ends));
            reach(chart, DoubleStream.concat(DoubleStream.of(ends.low()), DoubleStream.of(ends.high())));
        }
    }

    /** Widens the y axis so that it shows the given values: XChart fits the axis to its series only. */
    private static void reach(Chart<?, ?> chart, DoubleStream values) {
        if (!(chart.getStyler() instanceof AxesChartStyler style)) {
            return;
        }
        var wanted = values.filter(Double::isFinite).summaryStatistics();
        var drawn = chart.getSeriesCollection().stream()
                .filter(AxesChartSeries.class::isInstance)
                .map(AxesChartSeries.class::cast)
                .flatMapToDouble(s -> DoubleStream.of(s.getYMin(), s.getYMax()))
                .summaryStatistics();
        var margin = 0.04 * (Math.max(wanted.getMax(), drawn.getMax()) - Math.min(wanted.getMin(), drawn.getMin()));
        if (wanted.getMax() > drawn.getMax()) {
            var set = style.getYAxisMax();
            style.setYAxisMax(Math.max(set == null ? Double.NEGATIVE_INFINITY : set, wanted.getMax() + margin));
        }
        // Bars stand on zero anyway.
        if (wanted.getMin() < drawn.getMin() && !(chart instanceof CategoryChart && wanted.getMin() >= 0)) {
            var set = style.getYAxisMin();
            // Stays above zero where the values do, so that the axis can become logarithmic.
            var low = wanted.getMin() > 0
                    ? Math.max(wanted.getMin() - margin, wanted.getMin() * 0.9)
                    : wanted.getMin() - margin;
            style.setYAxisMin(Math.min(set == null ? Double.POSITIVE_INFINITY : set, low));
        }
    }

    private static <C extends Chart<?, ?>> C legend(C chart, String group) {
        var one = group.isBlank() || chart.getSeriesCollection().size() == 1;
        chart.getStyler().setLegendVisible(!one);
        var lengths = chart.getSeriesCollection().stream()
                .map(s -> s.getName())
                .filter(name -> !ChartNotes.of(chart).isAside(name))
                .mapToInt(String::length)
                .summaryStatistics();
        // Beside the plot, long names would take half of its width; below it they stand in one row, if they fit.
        if (lengths.getMax() > LONG_NAME && lengths.getSum() + 6 * lengths.getCount() < LEGEND_ROW) {
            chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
            chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
        } else {
            chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        }
        return chart;
    }

    private static List<Group> groups(Table table, String x, String y, String group) {
        var points = points(table, numbers(table, x), y);
        var names = group.isBlank() ? Collections.nCopies(points.size(), y) : texts(column(table, group));
        var groups = new LinkedHashMap<String, List<Point>>();
        for (var row = 0; row < points.size(); row++) {
            if (!Double.isNaN(points.get(row).x())
                    && !Double.isNaN(points.get(row).y())) {
                groups.computeIfAbsent(names.get(row), n -> new ArrayList<>()).add(points.get(row));
            }
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to plot: no row has numbers in both '" + x + "' and '" + y + "'");
        }
        return groups.entrySet().stream()
                .map(e -> new Group(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Point> points(Table table, double[] xs, String y) {
        var ys = numbers(table, y);
        var withIntervals = table.containsColumn(y + LOW) && table.containsColumn(y + HIGH);
        var unknown = DoubleStream.generate(() -> Double.NaN).limit(ys.length).toArray();
        var low = withIntervals ? numbers(table, y + LOW) : unknown;
        var high = withIntervals ? numbers(table, y + HIGH) : unknown;
        return IntStream.range(0, ys.length)
                .mapToObj(i -> new Point(xs[i], ys[i], low[i], high[i]))
                .toList();
    }

    static double[] numbers(Table table, String name) {
        var column = column(table, name);
        if (column instanceof NumericColumn<?> numeric) {
            return Numbers.of(numeric).toArray();
        }
        throw new IllegalArgumentException("column '" + name + "' must hold numbers here, it holds "
                + column.type().name().toLowerCase(java.util.Locale.ROOT)
                + "; bars, heatmap and box take words as categories");
    }

    static List<String> texts(Column<?> column) {
        if (column instanceof NumericColumn<?> numeric) {
            var values = Numbers.of(numeric).toArray();
            var format = Numbers.formatter(DoubleStream.of(values));
            return DoubleStream.of(values).mapToObj(format).toList();
        }
        return IntStream.range(0, column.size()).mapToObj(column::getString).toList();
    }

    static Column<?> column(Table table, String name) {
        if (!table.containsColumn(name)) {
            throw new IllegalArgumentException("the table '" + table.name() + "' has no column '" + name + "'; it has: "
                    + String.join(", ", table.columnNames()));
        }
        return table.column(name);
    }
}
