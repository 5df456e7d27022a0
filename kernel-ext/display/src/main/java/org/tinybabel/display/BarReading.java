package org.tinybabel.display;

import static org.tinybabel.display.ChartReading.axis;
import static org.tinybabel.display.ChartReading.counted;
import static org.tinybabel.display.ChartReading.quoted;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import tech.tablesaw.api.Table;

/** Reads bar charts and histograms. */
record BarReading(CategoryChart chart) implements ChartReading {

    private static final int MOST_BARS_NAMED = 12;

    @Override
    public String kind() {
        return "Bar chart";
    }

    private List<CategorySeries> series() {
        return chart.getSeriesCollection().stream()
                .filter(CategorySeries::isEnabled)
                .toList();
    }

    private static List<String> labels(CategorySeries series) {
        return series.getXData().stream().map(String::valueOf).toList();
    }

    @Override
    public Stream<String> sentences() {
        var series = series();
        var categories = series.isEmpty() ? 0 : series.get(0).getXData().size();
        return Stream.of(
                        Stream.of(
                                axis("x", chart.getXAxisTitle()) + ", "
                                        + (categories == 1 ? "1 category" : categories + " categories"),
                                axis(
                                        "y",
                                        chart.getYAxisTitle(),
                                        series.stream().flatMapToDouble(s -> DoubleStream.of(s.getYData())))),
                        series.stream().limit(MOST_DESCRIBED).map(this::describe),
                        ChartReading.others(series.size()),
                        ChartNotes.of(chart).references().stream().map(line -> {
                            var above = series.stream()
                                    .flatMapToDouble(s -> DoubleStream.of(s.getYData()))
                                    .filter(v -> v > line.value())
                                    .count();
                            return "Horizontal line " + quoted(line.label()) + " at " + Numbers.format(line.value())
                                    + ", with " + counted((int) above, "bar") + " above it";
                        }))
                .flatMap(s -> s);
    }

    private String describe(CategorySeries series) {
        var values = series.getYData();
        var labels = labels(series);
        var name = quoted(series.getName());
        if (values.length == 0) {
            return name + " has no bars";
        }
        var format = Numbers.formatter(DoubleStream.of(values));
        var least = ChartReading.least(values);
        var greatest = ChartReading.greatest(values);
        var words = values.length <= MOST_BARS_NAMED
                ? name + ": " + ChartReading.listed(labels, values, format)
                : name + ": first "
                        + ChartReading.listed(labels.subList(0, 1), new double[] {values[0]}, format) + ", last "
                        + ChartReading.listed(
                                labels.subList(values.length - 1, values.length),
                                new double[] {values[values.length - 1]},
                                format);
        if (DoubleStream.of(values).filter(v -> !Double.isNaN(v)).distinct().count() > 1) {
            words += "; least " + labels.get(least) + " " + format.apply(values[least])
                    + ChartReading.shared(values, least) + ", greatest "
                    + labels.get(greatest) + " " + format.apply(values[greatest])
                    + ChartReading.shared(values, greatest);
        }
        return ChartNotes.of(chart).intervals().containsKey(series.getName())
                ? words + "; error bars show the intervals in the table"
                : words;
    }

    @Override
    public List<Table> tables() {
        var series = series();
        var table = Table.create(title());
        if (!series.isEmpty()) {
            var x = ChartReading.words(chart.getXAxisTitle());
            ChartReading.add(table, ChartReading.column(x, labels(series.get(0))));
        }
        for (var bars : series) {
            ChartReading.add(table, ChartReading.column(bars.getName(), bars.getYData()));
            var ends = ChartNotes.of(chart).intervals().get(bars.getName());
            if (ends != null) {
                ChartReading.add(table, ChartReading.column(bars.getName() + Plots.LOW, ends.low()));
                ChartReading.add(table, ChartReading.column(bars.getName() + Plots.HIGH, ends.high()));
            }
        }
        return List.of(table);
    }
}
