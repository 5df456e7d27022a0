package org.tinybabel.display;

import static org.tinybabel.display.ChartReading.axis;
import static org.tinybabel.display.ChartReading.counted;
import static org.tinybabel.display.ChartReading.quoted;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxSeries;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Reads box plots. */
record BoxReading(BoxChart chart) implements ChartReading {

    /** The five numbers of a box. */
    private record Box(
            String name, int count, double least, double lower, double median, double upper, double greatest) {

        static Box of(BoxSeries series) {
            var sorted = DoubleStream.of(series.getYData()).sorted().toArray();
            return new Box(
                    series.getName(),
                    sorted.length,
                    quantile(sorted, 0),
                    quantile(sorted, 0.25),
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.75),
                    quantile(sorted, 1));
        }

        /** Interpolates between neighbours, as XChart does when it draws the box. */
        private static double quantile(double[] sorted, double share) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            var place = share * (sorted.length - 1);
            var below = (int) Math.floor(place);
            var above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
        }
    }

    @Override
    public String kind() {
        return "Box plot";
    }

    private List<Box> boxes() {
        return chart.getSeriesCollection().stream()
                .filter(BoxSeries::isEnabled)
                .map(Box::of)
                .toList();
    }

    @Override
    public Stream<String> sentences() {
        var boxes = boxes();
        return Stream.of(
                        Stream.of(axis("y", chart.getYAxisTitle())),
                        boxes.stream().limit(MOST_DESCRIBED).map(BoxReading::describe),
                        ChartReading.others(boxes.size()),
                        ChartNotes.of(chart).references().stream().map(line -> {
                            var above = boxes.stream()
                                    .filter(b -> b.median() > line.value())
                                    .count();
                            return "Horizontal line " + quoted(line.label()) + " at " + Numbers.format(line.value())
                                    + ", with " + counted((int) above, "median") + " above it";
                        }))
                .flatMap(s -> s);
    }

    private static String describe(Box box) {
        var format =
                Numbers.formatter(DoubleStream.of(box.least(), box.lower(), box.median(), box.upper(), box.greatest()));
        return quoted(box.name()) + " (" + counted(box.count(), "value") + "): median "
                + format.apply(box.median()) + ", quartiles " + format.apply(box.lower()) + " and "
                + format.apply(box.upper()) + ", from " + format.apply(box.least()) + " to "
                + format.apply(box.greatest());
    }

    @Override
    public List<Table> tables() {
        var boxes = boxes();
        var table = Table.create(title());
        ChartReading.add(
                table,
                ChartReading.column(
                        ChartReading.words(chart.getXAxisTitle()),
                        boxes.stream().map(Box::name).toList()));
        ChartReading.add(
                table,
                IntColumn.create("count", boxes.stream().mapToInt(Box::count).toArray()));
        add(table, "least", boxes, Box::least);
        add(table, "lower quartile", boxes, Box::lower);
        add(table, "median", boxes, Box::median);
        add(table, "upper quartile", boxes, Box::upper);
        add(table, "greatest", boxes, Box::greatest);
        return List.of(table);
    }

    private static void add(Table table, String name, List<Box> boxes, ToDoubleFunction<Box> value) {
        ChartReading.add(
                table,
                ChartReading.column(name, boxes.stream().mapToDouble(value).toArray()));
    }
}
