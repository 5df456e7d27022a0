package org.tinybabel.display;

import static org.tinybabel.display.ChartReading.axis;
import static org.tinybabel.display.ChartReading.counted;
import static org.tinybabel.display.ChartReading.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.Table;

/** Reads line charts. */
record CurveReading(XYChart chart) implements ChartReading {

    private static final int MOST_CROSSINGS_NAMED = 3;
    private static final int MOST_PAIRS = 10;

    @Override
    public String kind() {
        return "Line chart";
    }

    /** The points of a series that are drawn: those with a value. */
    private record Curve(String name, double[] xs, double[] ys) {

        static Curve of(XYSeries series) {
            var xs = series.getXData();
            var ys = series.getYData();
            var drawn = IntStream.range(0, xs.length)
                    .filter(i -> !Double.isNaN(ys[i]))
                    .toArray();
            return new Curve(
                    series.getName(),
                    IntStream.of(drawn).mapToDouble(i -> xs[i]).toArray(),
                    IntStream.of(drawn).mapToDouble(i -> ys[i]).toArray());
        }
    }

    private List<Curve> curves() {
        var notes = ChartNotes.of(chart);
        return chart.getSeriesCollection().stream()
                .filter(s -> s.isEnabled() && !notes.isAside(s.getName()))
                .map(Curve::of)
                .toList();
    }

    @Override
    public Stream<String> sentences() {
        var curves = curves();
        return Stream.of(
                        Stream.of(
                                axis(
                                        "x",
                                        chart.getXAxisTitle(),
                                        curves.stream().flatMapToDouble(c -> DoubleStream.of(c.xs()))),
                                axis(
                                        "y",
                                        chart.getYAxisTitle(),
                                        curves.stream().flatMapToDouble(c -> DoubleStream.of(c.ys())))),
                        curves.stream().limit(MOST_DESCRIBED).map(this::describe),
                        ChartReading.others(curves.size()),
                        crossings(curves),
                        references(curves))
                .flatMap(s -> s);
    }

    private String describe(Curve curve) {
        var xs = curve.xs();
        var ys = curve.ys();
        var name = quoted(curve.name());
        if (ys.length == 0) {
            return name + " has no points";
        }
        var format = Numbers.formatter(DoubleStream.of(ys));
        if (ys.length == 1) {
            return name + ": one point, " + format.apply(ys[0]);
        }
        var x = Numbers.formatter(DoubleStream.of(xs));
        var least = ChartReading.least(ys);
        var greatest = ChartReading.greatest(ys);
        var last = ys.length - 1;
        return name + " (" + counted(ys.length, "point") + ") begins at " + format.apply(ys[0]) + " and ends at "
                + format.apply(ys[last]) + "; least " + format.apply(ys[least]) + " at " + x.apply(xs[least])
                + ChartReading.shared(ys, least)
                + ", greatest " + format.apply(ys[greatest]) + " at " + x.apply(xs[greatest])
                + ChartReading.shared(ys, greatest) + spread(curve) + dots(curve);
    }

    private String spread(Curve curve) {
        var ends = ChartNotes.of(chart).intervals().get(curve.name());
        if (ends == null) {
            return "";
        }
        var widths = IntStream.range(0, ends.low().length)
                .mapToDouble(i -> ends.high()[i] - ends.low()[i])
                .filter(w -> !Double.isNaN(w))
                .toArray();
        if (widths.length == 0) {
            return "";
        }
        var format = Numbers.formatter(DoubleStream.of(widths));
        var where = widths.length < ends.low().length ? " at " + counted(widths.length, "point") : "";
        return "; its interval" + where + " is "
                + format.apply(Arrays.stream(widths).min().orElse(0)) + " to "
                + format.apply(Arrays.stream(widths).max().orElse(0)) + " wide";
    }

    /** Says that single values are drawn beside their mean. */
    private String dots(Curve curve) {
        return single(curve)
                .map(values -> "; dots show the " + counted(values.ys().length, "single value"))
                .orElse("");
    }

    private Optional<Curve> single(Curve mean) {
        return ChartNotes.of(chart).dots().contains(mean.name())
                ? Optional.of(Curve.of(chart.getSeries(ChartNotes.dotsOf(mean.name()))))
                : Optional.empty();
    }

    private static Stream<String> crossings(List<Curve> curves) {
        var sentences = new ArrayList<String>();
        for (var i = 0; i < curves.size(); i++) {
            for (var j = i + 1; j < curves.size() && sentences.size() < MOST_PAIRS; j++) {
                var a = curves.get(i);
                var b = curves.get(j);
                crossed(a, places(a, x -> at(b, x)))
                        .ifPresent(where ->
                                sentences.add(quoted(a.name()) + " and " + quoted(b.name()) + " cross " + where));
            }
        }
        return sentences.stream();
    }

    private Stream<String> references(List<Curve> curves) {
        return ChartNotes.of(chart).references().stream().flatMap(line -> {
            var head = "Horizontal line " + quoted(line.label()) + " at " + Numbers.format(line.value());
            return Stream.concat(
                    Stream.of(head), curves.stream().limit(MOST_DESCRIBED).map(curve -> {
                        return quoted(curve.name())
                                + crossed(curve, places(curve, x -> line.value()))
                                        .map(where -> " crosses it " + where)
                                        .orElseGet(() -> side(curve.ys(), line.value()));
                    }));
        });
    }

    /** On which side of a line all points of a curve lie that does not cross it. */
    private static String side(double[] ys, double line) {
        if (ys.length == 0) {
            return " has no points";
        }
        var touches = Arrays.stream(ys).anyMatch(y -> y == line);
        if (Arrays.stream(ys).allMatch(y -> y == line)) {
            return " lies on it";
        }
        var side = Arrays.stream(ys).allMatch(y -> y >= line) ? "above" : "below";
        return touches
                ? " touches it and is nowhere " + (side.equals("above") ? "below" : "above") + " it"
                : " stays " + side + " it";
    }

    /** The words for where two curves cross, empty if they do not. */
    private static Optional<String> crossed(Curve curve, double[] places) {
        if (places.length == 0) {
            return Optional.empty();
        }
        var format = Numbers.formatter(DoubleStream.of(curve.xs()));
        if (places.length <= MOST_CROSSINGS_NAMED) {
            return Optional.of(
                    "near " + DoubleStream.of(places).mapToObj(format).collect(Collectors.joining(" and ")));
        }
        return Optional.of(places.length + " times, first near " + format.apply(places[0]) + ", last near "
                + format.apply(places[places.length - 1]));
    }

    /** Where a curve changes sides with another one: the difference has changed its sign since it was last not zero. */
    private static double[] places(Curve curve, DoubleUnaryOperator other) {
        var xs = curve.xs();
        var ys = curve.ys();
        var places = DoubleStream.builder();
        var before = 0.0;
        for (var i = 0; i < xs.length; i++) {
            var difference = ys[i] - other.applyAsDouble(xs[i]);
            if (Double.isNaN(difference) || difference == 0) {
                continue;
            }
            if (before * difference < 0) {
                places.add(xs[i]);
            }
            before = Math.signum(difference);
        }
        return places.build().toArray();
    }

    /** The height of a curve at any place within its range, {@code NaN} outside. */
    private static double at(Curve curve, double x) {
        var xs = curve.xs();
        var ys = curve.ys();
        for (var i = 0; i < xs.length; i++) {
            if (xs[i] == x) {
                return ys[i];
            }
            if (i > 0 && xs[i - 1] < x && x < xs[i]) {
                return ys[i - 1] + (ys[i] - ys[i - 1]) * (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
            }
        }
        return Double.NaN;
    }

    @Override
    public List<Table> tables() {
        var curves = curves();
        return Stream.concat(
                        tables(curves).stream(),
                        curves.stream()
                                .flatMap(mean -> single(mean).stream())
                                .map(values ->
                                        ChartReading.thinned(table(title() + " " + quoted(values.name()), values))))
                .toList();
    }

    private List<Table> tables(List<Curve> curves) {
        var shared = curves.stream()
                .allMatch(c -> Arrays.equals(c.xs(), curves.get(0).xs()));
        if (shared && !curves.isEmpty()) {
            var table = table(title(), curves.get(0));
            curves.stream().skip(1).forEach(c -> addValues(table, c));
            return List.of(ChartReading.thinned(table));
        }
        return curves.stream()
                .map(c -> ChartReading.thinned(table(title() + " " + quoted(c.name()), c)))
                .toList();
    }

    private Table table(String name, Curve curve) {
        var table = Table.create(name.strip());
        ChartReading.add(table, ChartReading.column(ChartReading.words(chart.getXAxisTitle()), curve.xs()));
        addValues(table, curve);
        return table;
    }

    private void addValues(Table table, Curve curve) {
        ChartReading.add(table, ChartReading.column(curve.name(), curve.ys()));
        var ends = ChartNotes.of(chart).intervals().get(curve.name());
        if (ends != null) {
            ChartReading.add(table, ChartReading.column(curve.name() + Plots.LOW, ends.low()));
            ChartReading.add(table, ChartReading.column(curve.name() + Plots.HIGH, ends.high()));
        }
    }
}
