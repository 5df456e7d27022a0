package org.tinybabel.display;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Makes the words of a chart drawable while it is drawn: names in scripts without an installed font stand there in Latin letters
 * until this is closed. Use it in {@code try (…)}.
 *
 * <p>The chart itself keeps its names, and with it the description and the table below the picture.
 */
final class DrawnNames implements AutoCloseable {

    private final Lettering lettering;
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    private DrawnNames(Lettering lettering) {
        this.lettering = lettering;
    }

    static DrawnNames of(Chart<?, ?> chart, Lettering lettering) {
        var names = new DrawnNames(lettering);
        names.replace(chart.getTitle(), chart::setTitle);
        if (chart instanceof AxesChart<?, ?> axes) {
            names.replace(axes.getXAxisTitle(), axes::setXAxisTitle);
            names.replace(axes.getYAxisTitle(), axes::setYAxisTitle);
        }
        chart.getSeriesCollection()
                .forEach(series -> names.replace(series.getLabel(), label -> series.setLabel(label)));
        if (chart instanceof CategoryChart bars) {
            names.categories(bars);
        } else if (chart instanceof HeatMapChart grid && grid.getHeatMapSeries() != null) {
            names.grid(grid);
        } else if (chart instanceof BoxChart boxes
                && !boxes.getSeriesCollection().isEmpty()) {
            names.boxes(boxes);
        }
        return names;
    }

    private void replace(String name, Consumer<String> setter) {
        if (name != null && !lettering.draws(name)) {
            setter.accept(drawable(name));
            undo.push(() -> setter.accept(name));
        }
    }

    private String drawable(String name) {
        return replaced.computeIfAbsent(name, lettering::drawable);
    }

    private void categories(CategoryChart bars) {
        for (var series : bars.getSeriesCollection()) {
            var names = List.copyOf(series.getXData());
            if (needed(names)) {
                var ys = series.getYData();
                var extra = series.getExtraValues();
                series.replaceData(drawable(names), ys, extra);
                undo.push(() -> series.replaceData(names, ys, extra));
            }
        }
    }

    private void grid(HeatMapChart grid) {
        var series = grid.getHeatMapSeries();
        var columns = List.copyOf(series.getXData());
        var rows = List.copyOf(series.getYData());
        if (needed(columns) || needed(rows)) {
            var cells = new ArrayList<Number[]>(series.getHeatData());
            series.replaceData(drawable(columns), drawable(rows), cells);
            undo.push(() -> series.replaceData(columns, rows, cells));
        }
    }

    /** All boxes of a chart share one list of names, in which XChart itself writes. */
    private void boxes(BoxChart boxes) {
        @SuppressWarnings("unchecked")
        var shared =
                (List<String>) boxes.getSeriesCollection().iterator().next().getXData();
        var names = List.copyOf(shared);
        if (needed(names)) {
            var drawn = drawable(names);
            shared.replaceAll(name -> String.valueOf(drawn.get(names.indexOf(name))));
            undo.push(() -> {
                shared.clear();
                shared.addAll(names);
            });
        }
    }

    private boolean needed(Collection<?> names) {
        return names.stream().anyMatch(name -> name instanceof String text && !lettering.draws(text));
    }

    /** Two names may be one in Latin letters; then the second gets a number. */
    private List<Object> drawable(List<?> names) {
        var drawn = new ArrayList<Object>();
        for (var name : names) {
            var one = name instanceof String text && !lettering.draws(text) ? drawable(text) : name;
            var unique = one;
            for (var n = 2; drawn.contains(unique); n++) {
                unique = one + " (" + n + ")";
            }
            drawn.add(unique);
        }
        return drawn;
    }

    /** Says which names are drawn in other letters, and why; blank if none are. */
    String caption() {
        if (replaced.isEmpty()) {
            return "";
        }
        var scripts = replaced.keySet().stream()
                .flatMap(name -> ScriptRun.of(name).stream())
                .filter(run -> !lettering.draws(run.text()))
                .map(ScriptRun::scriptName)
                .distinct()
                .collect(Collectors.joining(", "));
        var names = replaced.entrySet().stream()
                .map(entry -> entry.getValue() + " = " + entry.getKey())
                .collect(Collectors.joining("; "));
        return "<figcaption>"
                + Html.text("No installed font has these letters (" + scripts + "), so the picture transliterates: "
                        + names + ".")
                + "</figcaption>";
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
        undo.clear();
    }
}
