package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AxisNamesTest {

    /** A chart with given names on an axis. */
    private interface Drawing {
        Chart<?, ?> of(List<String> names);
    }

    static Stream<Named<Drawing>> charts() {
        return Stream.of(
                Named.of("bars", names -> Plots.bars(cells(List.of("only"), names), "column", "value", "")),
                Named.of(
                        "bars in groups",
                        names -> Plots.bars(
                                cells(List.of("first group", "second group"), names), "column", "value", "row")),
                Named.of(
                        "columns",
                        names -> Plots.heatmap(cells(List.of("one", "two"), names), "column", "row", "value")),
                Named.of("rows", names -> Plots.heatmap(cells(names, List.of("one", "two")), "column", "row", "value")),
                Named.of("boxes", names -> Plots.box(cells(List.of("one", "two"), names), "value", "column")),
                Named.of("XChart's own bars", names -> {
                    var chart =
                            new CategoryChartBuilder().width(680).height(400).build();
                    chart.addSeries(
                            "a", names, names.stream().map(String::length).toList());
                    return chart;
                }));
    }

    private static Table cells(List<String> rows, List<String> columns) {
        var table = Table.create(
                "t", StringColumn.create("column"), StringColumn.create("row"), DoubleColumn.create("value"));
        for (var row : rows) {
            for (var column : columns) {
                table.stringColumn("column").append(column);
                table.stringColumn("row").append(row);
                table.doubleColumn("value").append(columns.indexOf(column) + rows.indexOf(row) / 10.0);
            }
        }
        return table;
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyNameIsDrawn(Drawing drawing) {
        for (var count : List.of(2, 4, 8, 12, 20)) {
            for (var ending : List.of("", " of a long name")) {
                var names = IntStream.range(0, count)
                        .mapToObj(i -> (char) ('a' + i) + "x" + ending)
                        .toList();
                assertThat(drawn(drawing, names)).as("of %s", names).isEqualTo(names);
            }
        }
    }

    /** The names whose letters, in another order, make another picture. */
    private static List<String> drawn(Drawing drawing, List<String> names) {
        var picture = picture(drawing.of(names));
        return names.stream()
                .filter(name -> {
                    var others = new ArrayList<>(names);
                    others.set(names.indexOf(name), "x" + name.charAt(0) + name.substring(2));
                    return !picture(drawing.of(others)).equals(picture);
                })
                .toList();
    }

    private static String picture(Chart<?, ?> chart) {
        return ChartFigure.of(chart).render().data().get("image/png").toString();
    }

    @Test
    void namesLieLevelWhereTheyFit() {
        assertThat(rotation(8, name -> name)).isZero();
        assertThat(rotation(8, name -> "a longer name " + name)).isEqualTo(30);
        assertThat(rotation(40, name -> "a longer name " + name)).isEqualTo(90);
    }

    @Test
    void numbersAreLeftOutRatherThanTurned() {
        assertThat(rotation(40, name -> "0." + (100 + Integer.parseInt(name)))).isZero();
    }

    @Test
    void whoHasChosenKeepsTheChoice() {
        var chart = (CategoryChart) bars(20, name -> "a longer name " + name);
        chart.getStyler().setXAxisLabelRotation(45);

        Renderers.render(chart);

        assertThat(chart.getStyler().getXAxisLabelRotation()).isEqualTo(45);
    }

    private static int rotation(int count, UnaryOperator<String> name) {
        var chart = (CategoryChart) bars(count, name);
        Renderers.render(chart);
        return chart.getStyler().getXAxisLabelRotation();
    }

    private static Chart<?, ?> bars(int count, UnaryOperator<String> name) {
        var names = IntStream.range(0, count).mapToObj(i -> name.apply("" + i)).toList();
        return Plots.bars(cells(List.of("only"), names), "column", "value", "");
    }
}
