package org.tinybabel.display;

import static org.tinybabel.display.ChartReading.quoted;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.DialSeries;
import org.knowm.xchart.OHLCSeries;
import org.knowm.xchart.PieSeries;
import org.knowm.xchart.RadarChart;
import org.knowm.xchart.RadarSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import tech.tablesaw.api.Table;

/** Reads the kinds of charts that this kit does not make itself: pies, dials, radar charts, prices. */
record OtherReading(Chart<?, ?> chart) implements ChartReading {

    @Override
    public String kind() {
        // PieChart becomes "Pie chart".
        return chart.getClass().getSimpleName().replaceFirst("Chart$", " chart");
    }

    private List<? extends Series> series() {
        return chart.getSeriesCollection().stream().filter(Series::isEnabled).toList();
    }

    @Override
    public Stream<String> sentences() {
        var series = series();
        return Stream.concat(series.stream().limit(MOST_DESCRIBED).map(this::describe), others());
    }

    private Stream<String> others() {
        return ChartReading.others(series().size());
    }

    private String describe(Series series) {
        var values = values(series);
        var format = Numbers.formatter(DoubleStream.of(values));
        if (values.length == 1) {
            return quoted(series.getName()) + ": " + format.apply(values[0]);
        }
        return quoted(series.getName()) + ": " + ChartReading.listed(labels(values.length), values, format);
    }

    private static double[] values(Series series) {
        if (series instanceof PieSeries slice) {
            return new double[] {slice.getValue().doubleValue()};
        } else if (series instanceof DialSeries dial) {
            return new double[] {dial.getValue()};
        } else if (series instanceof RadarSeries radar) {
            return radar.getValues();
        } else if (series instanceof OHLCSeries prices) {
            return prices.getCloseData();
        }
        return new double[0];
    }

    private List<String> labels(int count) {
        return chart instanceof RadarChart radar && radar.getRadiiLabels().length == count
                ? List.of(radar.getRadiiLabels())
                : IntStream.rangeClosed(1, count).mapToObj(i -> "value " + i).toList();
    }

    @Override
    public List<Table> tables() {
        return series().stream()
                .map(s -> {
                    var values = values(s);
                    var table = Table.create((title() + " " + quoted(s.getName())).strip());
                    ChartReading.add(table, ChartReading.column("of", labels(values.length)));
                    ChartReading.add(table, ChartReading.column(s.getName(), values));
                    return ChartReading.thinned(table);
                })
                .toList();
    }
}
