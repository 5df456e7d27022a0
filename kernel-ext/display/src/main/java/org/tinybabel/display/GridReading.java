package org.tinybabel.display;

import static org.tinybabel.display.ChartReading.axis;
import static org.tinybabel.display.ChartReading.quoted;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapSeries;
import tech.tablesaw.api.Table;

/** Reads heat maps. */
record GridReading(HeatMapChart chart) implements ChartReading {

    @Override
    public String kind() {
        return "Heat map";
    }

    @Override
    public Stream<String> sentences() {
        var axes = Stream.of(axis("x", chart.getXAxisTitle()), axis("y", chart.getYAxisTitle()));
        return Stream.concat(axes, Stream.ofNullable(chart.getHeatMapSeries()).map(GridReading::describe));
    }

    private static String describe(HeatMapSeries grid) {
        var size = grid.getXData().size() + " columns × " + grid.getYData().size() + " rows";
        var cells = List.<Number[]>copyOf(grid.getHeatData());
        if (cells.isEmpty()) {
            return quoted(grid.getName()) + ", " + size + ", has no values";
        }
        var values = cells.stream().mapToDouble(c -> c[2].doubleValue()).toArray();
        var all = grid.getXData().size() * grid.getYData().size();
        if (cells.size() < all) {
            size += ", " + (all - cells.size()) + " of " + all + " cells empty";
        }
        var format = Numbers.formatter(cells.stream().mapToDouble(c -> c[2].doubleValue()));
        var byValue = Comparator.<Number[]>comparingDouble(c -> c[2].doubleValue());
        var least = cells.stream().min(byValue).orElseThrow();
        var greatest = cells.stream().max(byValue).orElseThrow();
        return quoted(grid.getName()) + ", " + size + ": least "
                + format.apply(least[2].doubleValue()) + " at " + place(grid, least)
                + ChartReading.shared(values, cells.indexOf(least)) + ", greatest "
                + format.apply(greatest[2].doubleValue()) + " at " + place(grid, greatest)
                + ChartReading.shared(values, cells.indexOf(greatest));
    }

    private static String place(HeatMapSeries grid, Number[] cell) {
        return grid.getXData().get(cell[0].intValue()) + " / " + grid.getYData().get(cell[1].intValue());
    }

    @Override
    public List<Table> tables() {
        return Stream.ofNullable(chart.getHeatMapSeries()).map(this::table).toList();
    }

    private Table table(HeatMapSeries grid) {
        var values = new double[grid.getXData().size()][grid.getYData().size()];
        for (var column : values) {
            Arrays.fill(column, Double.NaN);
        }
        List.<Number[]>copyOf(grid.getHeatData())
                .forEach(c -> values[c[0].intValue()][c[1].intValue()] = c[2].doubleValue());
        var table = Table.create(title().isBlank() ? grid.getName() : title() + ": " + grid.getName());
        ChartReading.add(
                table,
                ChartReading.column(
                        ChartReading.words(chart.getYAxisTitle()),
                        grid.getYData().stream().map(String::valueOf).toList()));
        IntStream.range(0, values.length)
                .forEach(x -> ChartReading.add(
                        table,
                        ChartReading.column(String.valueOf(grid.getXData().get(x)), values[x])));
        return table;
    }
}
