package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinybabel.display.TinyBabel.bars;
import static org.tinybabel.display.TinyBabel.heatmap;
import static org.tinybabel.display.TinyBabel.histogram;
import static org.tinybabel.display.TinyBabel.intervals;
import static org.tinybabel.display.TinyBabel.line;
import static org.tinybabel.display.TinyBabel.reference;
import static org.tinybabel.display.TinyBabel.scatter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PlotsTest {

    private final Table runs = Table.create(
            "runs",
            IntColumn.create("step", 2, 0, 1, 0, 1),
            DoubleColumn.create("loss", 1, 3, 2, 5, 4),
            StringColumn.create("run", "b", "b", "b", "a", "a"));

    @Test
    void aLineHasOneCurveForEachGroupInTheOrderOfTheTable() {
        assertThat(line(runs, "step", "loss", "run").getSeriesCollection())
                .extracting(XYSeries::getName)
                .containsExactly("b", "a");
    }

    @Test
    void theAxesAreNamedAfterTheColumns() {
        var chart = line(runs, "step", "loss");

        assertThat(chart.getXAxisTitle()).isEqualTo("step");
        assertThat(chart.getYAxisTitle()).isEqualTo("loss");
    }

    @Test
    void theLegendAppearsWithTheSecondCurve() {
        assertThat(line(runs, "step", "loss", "run").getStyler().isLegendVisible())
                .isTrue();
        assertThat(line(runs, "step", "loss").getStyler().isLegendVisible()).isFalse();
    }

    @Test
    void longNamesStandBelowThePlotIfTheyFitInARow() {
        var shortNames = line(runs, "step", "loss", "run");
        runs.stringColumn("run")
                .set(runs.stringColumn("run").isEqualTo("a"), "cross-entropy with the bigram model (nats)");

        assertThat(shortNames.getStyler().getLegendPosition()).isEqualTo(LegendPosition.OutsideE);
        assertThat(line(runs, "step", "loss", "run").getStyler().getLegendPosition())
                .isEqualTo(LegendPosition.OutsideS);
    }

    @Test
    void curvesRunFromLeftToRight() {
        var curve = line(runs, "step", "loss", "run").getSeries("b");

        assertThat(curve.getXData()).containsExactly(0, 1, 2);
        assertThat(curve.getYData()).containsExactly(3, 2, 1);
    }

    @Test
    void rowsWithoutAValueAreLeftOut() {
        var table = Table.create("t", DoubleColumn.create("x", 0, 1, 2), DoubleColumn.create("y", 1, Double.NaN, 3));

        assertThat(line(table, "x", "y").getSeries("y").getXData()).containsExactly(0, 2);
    }

    @Test
    void curvesDifferInColourMarkerAndDash() {
        var chart = line(runs, "step", "loss", "run");
        var b = chart.getSeries("b");
        var a = chart.getSeries("a");

        assertThat(a.getLineColor()).isNotEqualTo(b.getLineColor());
        assertThat(a.getMarker()).isNotEqualTo(b.getMarker());
        assertThat(a.getLineStyle().getDashArray())
                .isNotEqualTo(b.getLineStyle().getDashArray());
    }

    @Test
    void intervalColumnsBecomeABandBehindTheLine() {
        var table = Table.create("t", DoubleColumn.create("x", 0, 1));
        table.addColumns(intervals("y", List.of(new Interval(1, 0, 2), new Interval(2, 1, 4))));

        var band = line(table, "x", "y").getSeries("y interval");

        assertThat(band.getXData()).containsExactly(0, 1, 1, 0);
        assertThat(band.getYData()).containsExactly(2, 4, 1, 0);
        assertThat(band.isShowInLegend()).isFalse();
    }

    @Test
    void barsStandSideBySideAndMayBeMissing() {
        var table = Table.create(
                "t",
                StringColumn.create("block", "att", "mlp", "att"),
                DoubleColumn.create("share", 1, 2, 3),
                StringColumn.create("mask", "sub", "sub", "random"));

        var chart = bars(table, "block", "share", "mask");

        assertThat(chart.getSeries("sub").getXData()).hasToString("[att, mlp]");
        assertThat(chart.getSeries("random").getYData()).containsExactly(3, Double.NaN);
    }

    @Test
    void wholeNumbersAreWrittenAsSuchUnderBars() {
        var table = Table.create("t", DoubleColumn.create("layer", 0, 1), DoubleColumn.create("r", 0.5, 0.25));

        assertThat(bars(table, "layer", "r").getSeries("r").getXData()).hasToString("[0, 1]");
    }

    @Test
    void twoRowsForOneBarAreAnError() {
        var table = Table.create("t", StringColumn.create("block", "att", "att"), DoubleColumn.create("share", 1, 2));

        assertThatThrownBy(() -> bars(table, "block", "share"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one row per bar")
                .hasMessageContaining("'att' has several")
                .hasMessageContaining("table.summarize(\"share\", mean)");
    }

    @Test
    void aReferenceLineOutsideTheDataWidensTheAxis() {
        var chart = reference(line(runs, "step", "loss"), "unigram model", 7);

        assertThat(chart.getStyler().getYAxisMax()).isGreaterThan(7);
        assertThat(chart.getStyler().getYAxisMin()).isNull();
    }

    @Test
    void aReferenceLineWithinTheDataLeavesTheAxisAlone() {
        var chart = reference(line(runs, "step", "loss"), "bigram model", 2);

        assertThat(chart.getStyler().getYAxisMax()).isNull();
        assertThatThrownBy(() -> reference(chart, "nothing", Double.NaN))
                .hasMessageContaining("'nothing'")
                .hasMessageContaining("NaN");
    }

    @Test
    void aReferenceLineNeedsSeriesAndAnAxisOfNumbers() {
        assertThatThrownBy(() -> reference(new org.knowm.xchart.XYChart(300, 200), "zero", 0))
                .hasMessageContaining("add the series before");
        assertThatThrownBy(() -> reference(new org.knowm.xchart.PieChart(300, 200), "zero", 0))
                .hasMessageContaining("got a PieChart");
    }

    @Test
    void errorBarsOfBarsFitOnTheAxis() {
        var table = Table.create("t", StringColumn.create("block", "att", "mlp"));
        table.addColumns(intervals("loss", List.of(new Interval(1, 0.5, 3), new Interval(2, 1, 5))));

        assertThat(bars(table, "block", "loss").getStyler().getYAxisMax()).isGreaterThan(5);
    }

    @Test
    void positiveIntervalsLeaveRoomForALogarithmicAxis() {
        var table = Table.create("t", DoubleColumn.create("n", 1, 1000));
        table.addColumns(intervals("error", List.of(new Interval(1, 0.5, 2), new Interval(0.001, 0.0009, 0.002))));

        assertThat(scatter(table, "n", "error").getStyler().getYAxisMin()).isBetween(0.0005, 0.0009);
    }

    @Test
    void aHistogramCountsEveryValueOnce() {
        var table = Table.create("t", DoubleColumn.create("r", 0, 0.1, 0.2, 1, 1, Double.NaN));

        var counts = histogram(table, "r", 2).getSeries("r").getYData();

        assertThat(counts).containsExactly(3, 2);
    }

    @Test
    void aHistogramChoosesBinsBetweenRoundNumbers() {
        var table = Table.create("t", DoubleColumn.create("r", 0.13, 0.21, 0.55, 0.9, 1.07));

        var bins = histogram(table, "r").getSeries("r");

        assertThat(bins.getXData()).hasToString("[0.1, 0.3, 0.5, 0.7, 0.9, 1.1]");
        assertThat(bins.getYData()).containsExactly(1, 1, 1, 0, 1, 1);
    }

    @Test
    void aHistogramOfOneValueHasOneBar() {
        var table = Table.create("t", DoubleColumn.create("r", 3, 3, 3));

        assertThat(histogram(table, "r").getSeries("r").getYData()).containsExactly(3);
    }

    @Test
    void aMissingColumnIsNamedTogetherWithThoseThatExist() {
        assertThatThrownBy(() -> line(runs, "step", "los"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the table 'runs' has no column 'los'; it has: step, loss, run");
    }

    @Test
    void wordsWhereNumbersAreNeededAreAnError() {
        assertThatThrownBy(() -> scatter(runs, "run", "loss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column 'run' must hold numbers here, it holds string");
    }

    @Test
    void aTableWithoutNumbersHasNothingToPlot() {
        var table = Table.create("t", DoubleColumn.create("x"), DoubleColumn.create("y"));

        assertThatThrownBy(() -> line(table, "x", "y")).hasMessageContaining("nothing to plot");
    }

    @Test
    void manyEvenStepsGetRoundNumbersOnTheAxis() {
        var table = Table.create("t", DoubleColumn.create("x"), DoubleColumn.create("y"));
        for (var x = 0; x < 400; x++) {
            table.doubleColumn("x").append(x);
            table.doubleColumn("y").append(x);
        }

        var curve = line(table, "x", "y").getSeries("y");

        assertThat(curve.getXMax()).isEqualTo(399);
        assertThat(curve.getXData()).endsWith(398, 399, 0.5);
        assertThat(curve.getYData()).endsWith(398, 399, Double.NaN);
    }

    private static Table named(String... names) {
        var table = Table.create("t", DoubleColumn.create("x"), DoubleColumn.create("y"), StringColumn.create("g"));
        for (var name : names) {
            table.doubleColumn("x").append(0).append(1);
            table.doubleColumn("y").append(1).append(2);
            table.stringColumn("g").append(name).append(name);
        }
        return table;
    }

    @Test
    void aNameHasOneLookInEveryChart() {
        NamedStyles.forget();
        var first = line(named("oracle", "random"), "x", "y", "g").getSeries("oracle");
        var second = line(named("full", "random", "oracle"), "x", "y", "g").getSeries("oracle");
        var points = scatter(named("random", "oracle"), "x", "y", "g").getSeries("oracle");

        assertThat(second.getLineColor()).isEqualTo(first.getLineColor());
        assertThat(second.getMarker()).isEqualTo(first.getMarker());
        assertThat(second.getLineStyle()).isEqualTo(first.getLineStyle());
        assertThat(points.getMarker()).isEqualTo(first.getMarker());
    }

    @Test
    void aCellThatRunsAgainChangesNoColour() {
        NamedStyles.forget();
        var before = line(named("a", "b"), "x", "y", "g").getSeries("b").getLineColor();
        line(named("c", "b"), "x", "y", "g");

        assertThat(line(named("b", "a"), "x", "y", "g").getSeries("b").getLineColor())
                .isEqualTo(before);
    }

    @Test
    void manyNamesDifferAtLeastInMarkerAndDash() {
        NamedStyles.forget();
        var names = IntStream.range(0, 24).mapToObj(i -> "model " + i).toArray(String[]::new);

        var looks = line(named(names), "x", "y", "g").getSeriesCollection().stream()
                .map(s -> s.getLineColor() + " " + s.getMarker().getClass() + " "
                        + Arrays.toString(s.getLineStyle().getDashArray()))
                .toList();

        assertThat(looks).doesNotHaveDuplicates();
    }

    @Test
    void barsOfOneChartHaveColoursOfTheirOwn() {
        NamedStyles.forget();
        line(named("1", "2", "3", "4", "5", "6", "7", "8", "9"), "x", "y", "g");
        var table = named("1", "9", "2");
        var chart = bars(table.where(table.doubleColumn("x").isEqualTo(0)), "x", "y", "g");

        assertThat(chart.getSeriesCollection())
                .extracting(CategorySeries::getFillColor)
                .doesNotHaveDuplicates();
        assertThat(chart.getSeries("1").getFillColor()).isEqualTo(ChartStyle.color(0));
    }

    private static Table grid(int columns, int rows) {
        var table = Table.create("t", StringColumn.create("x"), StringColumn.create("y"), DoubleColumn.create("v"));
        for (var cell = 0; cell < columns * rows; cell++) {
            table.stringColumn("x").append("c" + cell % columns);
            table.stringColumn("y").append("r" + cell / columns);
            table.doubleColumn("v").append(cell / (double) (columns * rows));
        }
        return table;
    }

    @Test
    void aSmallHeatMapCarriesItsNumbersInPlaceOfAScale() {
        var chart = heatmap(grid(3, 2), "x", "y", "v");

        assertThat(GridNumbers.texts(chart.getHeatMapSeries()))
                .containsExactly("0.00", "0.17", "0.33", "0.50", "0.67", "0.83");
        assertThat(chart.getStyler().isLegendVisible()).isFalse();
    }

    @Test
    void aLargeHeatMapKeepsItsScale() {
        var chart = heatmap(grid(40, 30), "x", "y", "v");

        assertThat(chart.getStyler().isLegendVisible()).isTrue();
        assertThat(chart.getHeatMapSeries().getMax()).isEqualTo(1);
    }

    @Test
    void theNumberOfEveryCellIsReadable() {
        var chart = heatmap(grid(10, 10), "x", "y", "v");
        for (var value = 0.0; value < 1; value += 0.01) {
            var cell = GridNumbers.colour(chart.getStyler(), chart.getHeatMapSeries(), value);
            assertThat(Theme.contrast(cell, GridNumbers.ink(cell))).isGreaterThanOrEqualTo(4.5);
        }
    }
}
