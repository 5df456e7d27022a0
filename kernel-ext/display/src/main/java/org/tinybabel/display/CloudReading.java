package org.tinybabel.display;

import static org.tinybabel.display.ChartReading.axis;
import static org.tinybabel.display.ChartReading.counted;
import static org.tinybabel.display.ChartReading.quoted;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.BubbleChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import tech.tablesaw.api.Table;

/** Reads charts of points: scatter plots and bubble charts. */
record CloudReading(AxesChart<?, ?> chart, String kind, List<Cloud> clouds) implements ChartReading {

    /** The points of one series; {@code sizes} is empty where all are alike. */
    record Cloud(String name, double[] xs, double[] ys, double[] sizes) {}

    static CloudReading of(XYChart chart) {
        return new CloudReading(chart, "Scatter plot", clouds(chart, false));
    }

    static CloudReading of(BubbleChart chart) {
        return new CloudReading(chart, "Bubble chart", clouds(chart, true));
    }

    private static List<Cloud> clouds(AxesChart<?, ? extends AxesChartSeriesNumerical> chart, boolean sized) {
        return chart.getSeriesCollection().stream()
                .filter(s -> s.isEnabled())
                .map(s ->
                        new Cloud(s.getName(), s.getXData(), s.getYData(), sized ? s.getExtraValues() : new double[0]))
                .toList();
    }

    @Override
    public Stream<String> sentences() {
        return Stream.of(
                        Stream.of(
                                axis("x", chart.getXAxisTitle(), all(true)),
                                axis("y", chart.getYAxisTitle(), all(false))),
                        clouds.stream().limit(MOST_DESCRIBED).map(CloudReading::describe),
                        ChartReading.others(clouds.size()),
                        ChartNotes.of(chart).references().stream()
                                .map(r -> "Horizontal line " + quoted(r.label()) + " at " + Numbers.format(r.value())))
                .flatMap(s -> s);
    }

    private DoubleStream all(boolean x) {
        return clouds.stream().flatMapToDouble(c -> DoubleStream.of(x ? c.xs() : c.ys()));
    }

    private static String describe(Cloud all) {
        var cloud = drawn(all);
        var ys = Numbers.formatter(DoubleStream.of(cloud.ys()));
        var words = quoted(cloud.name()) + ": " + counted(cloud.xs().length, "point");
        if (cloud.xs().length == 0) {
            return words;
        }
        words += ", y from " + ys.apply(cloud.ys()[ChartReading.least(cloud.ys())]) + " to "
                + ys.apply(cloud.ys()[ChartReading.greatest(cloud.ys())]);
        var r = correlation(cloud.xs(), cloud.ys());
        return Double.isNaN(r)
                ? words
                : words + ", correlation of x and y "
                        + String.format(Locale.ROOT, "%.2f", r).replace("-0.00", "0.00");
    }

    /** The points that have both numbers; the others are not drawn. */
    private static Cloud drawn(Cloud cloud) {
        var places = IntStream.range(0, cloud.xs().length)
                .filter(i -> Double.isFinite(cloud.xs()[i]) && Double.isFinite(cloud.ys()[i]))
                .toArray();
        return new Cloud(
                cloud.name(),
                IntStream.of(places).mapToDouble(i -> cloud.xs()[i]).toArray(),
                IntStream.of(places).mapToDouble(i -> cloud.ys()[i]).toArray(),
                cloud.sizes());
    }

    /** Pearson's r; {@code NaN} for fewer than three points and where one side does not vary. */
    private static double correlation(double[] xs, double[] ys) {
        if (xs.length < 3) {
            return Double.NaN;
        }
        var meanX = DoubleStream.of(xs).average().orElseThrow();
        var meanY = DoubleStream.of(ys).average().orElseThrow();
        var both = IntStream.range(0, xs.length)
                .mapToDouble(i -> (xs[i] - meanX) * (ys[i] - meanY))
                .sum();
        var x = DoubleStream.of(xs).map(v -> (v - meanX) * (v - meanX)).sum();
        var y = DoubleStream.of(ys).map(v -> (v - meanY) * (v - meanY)).sum();
        return x == 0 || y == 0 ? Double.NaN : both / Math.sqrt(x * y);
    }

    @Override
    public List<Table> tables() {
        return clouds.stream().map(this::table).map(ChartReading::thinned).collect(Collectors.toList());
    }

    private Table table(Cloud cloud) {
        var table = Table.create((title() + " " + quoted(cloud.name())).strip());
        ChartReading.add(table, ChartReading.column(ChartReading.words(chart.getXAxisTitle()), cloud.xs()));
        ChartReading.add(table, ChartReading.column(ChartReading.words(chart.getYAxisTitle()), cloud.ys()));
        if (cloud.sizes().length > 0) {
            ChartReading.add(table, ChartReading.column("size", cloud.sizes()));
        }
        var ends = ChartNotes.of(chart).intervals().get(cloud.name());
        if (ends != null) {
            ChartReading.add(table, ChartReading.column("low", ends.low()));
            ChartReading.add(table, ChartReading.column("high", ends.high()));
        }
        return table;
    }
}
