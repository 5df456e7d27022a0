package org.tinybabel.display;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Draws repeated measurements: the mean over seeds, with its interval where there are at least five of them, and with the values
 * themselves as dots where there are at most four. An interval of four numbers promises more than they know.
 */
final class Repeats {

    static final int MOST_DOTS = 4;

    private Repeats() {}

    /** The measurements of one group, by x. */
    private record Measured(String name, Map<Double, List<Double>> values) {}

    static XYChart of(
            Table table, String x, String y, String group, String seed, Function<double[], Interval> interval) {
        var measured = measured(table, x, y, group, seed);
        var chart = Plots.line(means(measured, x, y, group, interval), x, y, group);
        for (var one : measured) {
            addDots(chart, one);
        }
        return chart;
    }

    private static List<Measured> measured(Table table, String x, String y, String group, String seed) {
        var xs = Plots.numbers(table, x);
        var ys = Plots.numbers(table, y);
        var names = Plots.texts(Plots.column(table, group));
        var seeds = Plots.texts(Plots.column(table, seed));
        var seen = new HashSet<List<Object>>();
        var groups = new LinkedHashMap<String, Map<Double, List<Double>>>();
        for (var row = 0; row < xs.length; row++) {
            if (!Double.isFinite(xs[row]) || !Double.isFinite(ys[row])) {
                continue;
            }
            if (!seen.add(List.of(names.get(row), xs[row], seeds.get(row)))) {
                throw new IllegalArgumentException("repeats needs one row per seed, but seed '" + seeds.get(row)
                        + "' of '" + names.get(row) + "' has several at " + x + " = " + Numbers.format(xs[row]));
            }
            groups.computeIfAbsent(names.get(row), n -> new TreeMap<>())
                    .computeIfAbsent(xs[row], at -> new ArrayList<>())
                    .add(ys[row]);
        }
        return groups.entrySet().stream()
                .map(e -> new Measured(e.getKey(), e.getValue()))
                .toList();
    }

    private static Table means(
            List<Measured> measured, String x, String y, String group, Function<double[], Interval> interval) {
        var names = StringColumn.create(group);
        var xs = DoubleColumn.create(x);
        var columns = TinyBabel.intervals(y, List.of());
        for (var one : measured) {
            one.values().forEach((at, values) -> {
                names.append(one.name());
                xs.append(at);
                var sample = values.stream().mapToDouble(Double::doubleValue).toArray();
                var found = sample.length > MOST_DOTS ? interval.apply(sample) : unknown(values);
                columns[0].append(found.mean());
                columns[1].append(found.low());
                columns[2].append(found.high());
            });
        }
        var means = Table.create(y + " by " + x, names, xs);
        return means.addColumns(columns);
    }

    private static Interval unknown(List<Double> values) {
        var mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Interval(mean, Double.NaN, Double.NaN);
    }

    private static void addDots(XYChart chart, Measured measured) {
        var xs = new ArrayList<Double>();
        var ys = new ArrayList<Double>();
        measured.values().forEach((at, values) -> {
            if (values.size() <= MOST_DOTS) {
                values.forEach(value -> {
                    xs.add(at);
                    ys.add(value);
                });
            }
        });
        if (xs.isEmpty()) {
            return;
        }
        var mean = chart.getSeries(measured.name());
        var dots = chart.addSeries(ChartNotes.dotsOf(measured.name()), xs, ys);
        dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        dots.setShowInLegend(false);
        dots.setMarker(mean.getMarker());
        dots.setMarkerColor(faint(mean.getMarkerColor()));
        ChartNotes.of(chart).dots().add(measured.name());
    }

    /** Dots of one value lie on each other; the depth of colour shows it. */
    private static Color faint(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 140);
    }
}
