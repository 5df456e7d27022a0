package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.PieChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ChartReadingTest {

    @Test
    void aLineChartIsReadFromBeginningToEnd() {
        var table = Table.create(
                "t", DoubleColumn.create("step", 0, 10, 20), DoubleColumn.create("loss (nats)", 4, 1.5, 2));
        var chart = TinyBabel.titled(Plots.line(table, "step", "loss (nats)", ""), "Training");

        assertThat(ChartReading.of(chart).text())
                .isEqualTo(
                        "Line chart: Training. x axis: step, from 0 to 20. y axis: loss (nats), from 1.5 to 4.0. "
                                + "“loss (nats)” (3 points) begins at 4.0 and ends at 2.0; least 1.5 at 10, greatest 4.0 at 0.");
    }

    @Test
    void crossingsOfCurvesAndReferenceLinesAreNamed() {
        var table = Table.create(
                "t",
                DoubleColumn.create("x", 0, 1, 2, 0, 1, 2),
                DoubleColumn.create("y", 0, 1, 2, 2, 1.5, 0),
                StringColumn.create("g", "up", "up", "up", "down", "down", "down"));
        var chart = Plots.line(table, "x", "y", "g");
        Plots.reference(chart, "half", 0.5);
        Plots.reference(chart, "ceiling", 3);

        assertThat(ChartReading.of(chart).text())
                .contains("“up” and “down” cross near 2.")
                .contains("Horizontal line “half” at 0.5. “up” crosses it near 1. “down” crosses it near 2.")
                .contains("“ceiling” at 3. “up” stays below it.");
    }

    @Test
    void intervalsAreReadAndTabulatedButTheirBandIsNoCurve() {
        var table = Table.create("t", DoubleColumn.create("x", 0, 1));
        table.addColumns(TinyBabel.intervals("y", List.of(new Interval(1, 0.5, 2), new Interval(3, 2.5, 3.5))));
        var chart = Plots.line(table, "x", "y", "");

        assertThat(ChartReading.of(chart).text())
                .contains("its interval is 1.0 to 1.5 wide")
                .doesNotContain("y interval");
        assertThat(ChartReading.of(chart).tables().get(0).columnNames()).containsExactly("x", "y", "y low", "y high");
    }

    @Test
    void aBarChartNamesItsBars() {
        var table =
                Table.create("t", StringColumn.create("block", "att", "mlp"), DoubleColumn.create("share", 0.1, 0.5));
        var chart = Plots.reference(Plots.bars(table, "block", "share", ""), "uniform", 0.3);

        assertThat(ChartReading.of(chart).text())
                .isEqualTo("Bar chart. x axis: block, 2 categories. y axis: share, from 0.1 to 0.5. "
                        + "“share”: att 0.1, mlp 0.5; least att 0.1, greatest mlp 0.5. "
                        + "Horizontal line “uniform” at 0.3, with 1 bar above it.");
    }

    @Test
    void aScatterPlotSaysHowItsPointsGoTogether() {
        var table = Table.create("t", DoubleColumn.create("a", 1, 2, 3), DoubleColumn.create("b", 2, 4, 6));

        assertThat(ChartReading.of(Plots.scatter(table, "a", "b", "")).text())
                .contains("Scatter plot", "“b”: 3 points, y from 2 to 6, correlation of x and y 1.00");
    }

    @Test
    void aHeatMapNamesItsExtremesAndIsAGridOfNumbers() {
        var table = Table.create(
                "t",
                StringColumn.create("from", "de", "de", "zh"),
                StringColumn.create("to", "de", "zh", "zh"),
                DoubleColumn.create("similarity", 1, 0.25, 0.5));
        var reading = ChartReading.of(Plots.heatmap(table, "from", "to", "similarity"));

        assertThat(reading.text()).contains("2 columns × 2 rows", "least 0.25 at de / zh", "greatest 1.00 at de / de");
        assertThat(reading.tables().get(0).columnNames()).containsExactly("to", "de", "zh");
    }

    @Test
    void aBoxPlotGivesItsFiveNumbers() {
        var table = Table.create("t", DoubleColumn.create("r", 1, 2, 3, 4, 5));

        assertThat(ChartReading.of(Plots.box(table, "r", "")).text())
                .contains("“r” (5 values): median 3, quartiles 2 and 4, from 1 to 5.");
    }

    @Test
    void aPieNamesItsSlices() {
        var chart = new PieChartBuilder().title("Parts").build();
        chart.addSeries("attention", 3);
        chart.addSeries("MLP", 5);

        assertThat(ChartReading.of(chart).text()).isEqualTo("Pie chart: Parts. “attention”: 3. “MLP”: 5.");
    }

    @Test
    void manyPointsAreThinnedOutEvenlyInTheTable() {
        var xs = IntStream.range(0, 1000).asDoubleStream().toArray();
        var chart =
                Plots.line(Table.create("t", DoubleColumn.create("x", xs), DoubleColumn.create("y", xs)), "x", "y", "");

        var table = ChartReading.of(chart).tables().get(0);

        assertThat(table.rowCount()).isEqualTo(40);
        assertThat(table.name()).contains("40 of 1000 points");
        assertThat(table.doubleColumn("x").get(39)).isEqualTo(999);
    }

    @Test
    void manyCurvesAreCounted() {
        var table = Table.create("t", DoubleColumn.create("x"), DoubleColumn.create("y"), StringColumn.create("g"));
        for (var g = 0; g < 20; g++) {
            table.doubleColumn("x").append(0).append(1);
            table.doubleColumn("y").append(g).append(g);
            table.stringColumn("g").append("g" + g).append("g" + g);
        }

        assertThat(ChartReading.of(Plots.line(table, "x", "y", "g")).text())
                .contains("And 12 more series, see the table.");
    }

    @Test
    void aCurveThatTouchesALineIsNotSaidToStayOnOneSide() {
        var table = Table.create("t", DoubleColumn.create("x", 0, 1, 2), DoubleColumn.create("y", 1, 2, 3));
        var chart = Plots.line(table, "x", "y", "");
        Plots.reference(chart, "floor", 1);
        Plots.reference(chart, "ceiling", 3);

        assertThat(ChartReading.of(chart).text())
                .contains("“floor” at 1. “y” touches it and is nowhere below it.")
                .contains("“ceiling” at 3. “y” touches it and is nowhere above it.");
    }

    @Test
    void whatIsSaidOfALineHoldsForAllPoints() {
        var random = new Random(1);
        for (var trial = 0; trial < 500; trial++) {
            var ys = random.ints(1 + random.nextInt(4), 0, 4).asDoubleStream().toArray();
            var xs = IntStream.range(0, ys.length).asDoubleStream().toArray();
            var line = random.nextInt(4);
            var chart = Plots.line(
                    Table.create("t", DoubleColumn.create("x", xs), DoubleColumn.create("y", ys)), "x", "y", "");
            Plots.reference(chart, "line", line);

            var text = ChartReading.of(chart).text();

            assertThat(text.contains("stays above"))
                    .as(text)
                    .isEqualTo(DoubleStream.of(ys).allMatch(y -> y > line));
            assertThat(text.contains("stays below"))
                    .as(text)
                    .isEqualTo(DoubleStream.of(ys).allMatch(y -> y < line));
            assertThat(text.contains("lies on it"))
                    .as(text)
                    .isEqualTo(DoubleStream.of(ys).allMatch(y -> y == line));
            assertThat(text.contains("crosses it"))
                    .as(text)
                    .isEqualTo(DoubleStream.of(ys).anyMatch(y -> y > line)
                            && DoubleStream.of(ys).anyMatch(y -> y < line));
        }
    }

    @Test
    void valuesThatOccurTwiceAreNotTheOnlyLeastOrGreatest() {
        var table =
                Table.create("t", StringColumn.create("block", "a", "b", "c"), DoubleColumn.create("share", 1, 1, 5));

        assertThat(ChartReading.of(Plots.bars(table, "block", "share", "")).text())
                .contains("least a 1 (and 1 other), greatest c 5.");
    }

    @Test
    void barsThatAreMissingHaveNoNumber() {
        var table = Table.create(
                "t",
                StringColumn.create("block", "att", "mlp", "att"),
                DoubleColumn.create("share", 1, 2, 3),
                StringColumn.create("mask", "sub", "sub", "random"));

        assertThat(ChartReading.of(Plots.bars(table, "block", "share", "mask")).text())
                .contains("“random”: att 3, mlp none.")
                .doesNotContain("NaN");
    }

    @Test
    void emptyCellsOfAHeatMapAreCounted() {
        var table = Table.create(
                "t",
                StringColumn.create("from", "de", "de", "zh"),
                StringColumn.create("to", "de", "zh", "zh"),
                DoubleColumn.create("similarity", 1, 1, 0.5));

        assertThat(ChartReading.of(Plots.heatmap(table, "from", "to", "similarity"))
                        .text())
                .contains("1 of 4 cells empty")
                .contains("greatest 1.0 at de / de (and 1 other)");
    }

    @Test
    void aLineAcrossBoxesIsRead() {
        var table = Table.create("t", DoubleColumn.create("r", 1, 2, 3));

        assertThat(ChartReading.of(Plots.reference(Plots.box(table, "r", ""), "chance", 1))
                        .text())
                .contains("Horizontal line “chance” at 1, with 1 median above it.");
    }
}
