package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ReferenceLabelsTest {

    private final Random random = new Random(7);

    private List<Rectangle2D> labels(Chart<?, ?> chart) {
        Renderers.render(chart);
        return ChartNotes.of(chart).lines().stream()
                .map(line -> line.place().orElseThrow(() -> new AssertionError("a label without a place")))
                .toList();
    }

    private static void assertApart(List<Rectangle2D> labels) {
        for (var a = 0; a < labels.size(); a++) {
            for (var b = a + 1; b < labels.size(); b++) {
                assertThat(labels.get(a).intersects(labels.get(b))).isFalse();
            }
        }
    }

    private Table randomCurves() {
        var table = Table.create("t", DoubleColumn.create("x"), DoubleColumn.create("y"), StringColumn.create("g"));
        var points = 2 + random.nextInt(30);
        for (var curve = 0; curve < 1 + random.nextInt(5); curve++) {
            for (var x = 0; x < points; x++) {
                table.doubleColumn("x").append(x);
                table.doubleColumn("y").append(random.nextGaussian() + curve);
                table.stringColumn("g").append("curve " + curve);
            }
        }
        return table;
    }

    @Test
    void labelsLieOnNoCurveNoMarkerAndNoOtherLabel() {
        for (var trial = 0; trial < 25; trial++) {
            var chart = Plots.line(randomCurves(), "x", "y", "g");
            for (var line = 0; line < 1 + random.nextInt(3); line++) {
                Plots.reference(chart, "reference number " + line, random.nextGaussian() * 2);
            }

            var labels = labels(chart);

            assertApart(labels);
            for (var label : labels) {
                assertThat(drawn(chart)).noneMatch(piece -> piece.intersects(label));
            }
        }
    }

    private static List<java.awt.Shape> drawn(XYChart chart) {
        var pieces = new ArrayList<java.awt.Shape>();
        for (var series : chart.getSeriesCollection()) {
            var points = IntStream.range(0, series.getXData().length)
                    .filter(i -> !Double.isNaN(series.getYData()[i]))
                    .mapToObj(i -> new double[] {
                        chart.getScreenXFromChart(series.getXData()[i]), chart.getScreenYFromChart(series.getYData()[i])
                    })
                    .toList();
            for (var i = 0; i < points.size(); i++) {
                var at = points.get(i);
                pieces.add(new Rectangle2D.Double(at[0] - 3, at[1] - 3, 6, 6));
                if (i > 0) {
                    pieces.add(new Line2D.Double(points.get(i - 1)[0], points.get(i - 1)[1], at[0], at[1]));
                }
            }
        }
        return pieces;
    }

    @Test
    void labelsLieOnNoBarAndNoInterval() {
        for (var trial = 0; trial < 25; trial++) {
            var table = Table.create("t", StringColumn.create("block"));
            var intervals = new ArrayList<Interval>();
            for (var bar = 0; bar < 1 + random.nextInt(8); bar++) {
                table.stringColumn("block").append("block " + bar);
                var mean = 1 + random.nextDouble() * 9;
                intervals.add(new Interval(mean, mean - random.nextDouble(), mean + random.nextDouble()));
            }
            table.addColumns(TinyBabel.intervals("share", intervals));
            var chart = Plots.bars(table, "block", "share", "");
            for (var line = 0; line < 1 + random.nextInt(3); line++) {
                Plots.reference(chart, "reference number " + line, random.nextDouble() * 10);
            }

            var labels = labels(chart);

            assertApart(labels);
            var plot = ChartNotes.of(chart).lines().get(0).plot();
            var step = plot.getWidth() * chart.getStyler().getPlotContentSize() / intervals.size();
            var first = plot.getX() + plot.getWidth() * (1 - chart.getStyler().getPlotContentSize()) / 2;
            for (var bar = 0; bar < intervals.size(); bar++) {
                var middle = first + step * (bar + 0.5);
                var half = step * 0.75 / 2 - 1;
                var top = chart.getScreenYFromChart(intervals.get(bar).mean());
                var body = new Rectangle2D.Double(middle - half, top, 2 * half, plot.getMaxY() - top);
                var end = chart.getScreenYFromChart(intervals.get(bar).high());
                var whisker = new Rectangle2D.Double(middle - 4, end, 8, top - end);
                assertThat(labels).noneMatch(body::intersects).noneMatch(whisker::intersects);
            }
        }
    }

    @Test
    void aLabelWithRoomStandsAtTheRightAboveItsLine() {
        var table = Table.create("t", DoubleColumn.create("x", 0, 1), DoubleColumn.create("y", 0, 0.1));
        var chart = Plots.reference(Plots.line(table, "x", "y", ""), "ceiling", 1);

        var label = labels(chart).get(0);
        var line = ChartNotes.of(chart).lines().get(0);

        assertThat(label.getMaxX()).isEqualTo(line.plot().getMaxX());
        assertThat(label.getMaxY()).isBetween(line.y() - 4, line.y());
    }
}
