package org.tinybabel.display;

import java.awt.font.FontRenderContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Lets an axis of names say all of them: level where they fit beside each other, aslant where they do not, upright where there are many.
 * Names are left out only where their lines of text would touch. Numbers, which a reader can continue, are left out rather than turned.
 *
 * <p>XChart keeps 74 pixels for every name on either axis, whatever its length, and leaves out the names in between.
 */
final class AxisNames {

    private static final double LEVEL_GAP = 8;
    private static final int LINE = 15;
    private static final double ASLANT = 30;
    private static final double UPRIGHT = 90;
    private static final double WIDTH_BESIDE_PLOT = 90;
    private static final double LEGEND_MARK = 60;
    private static final FontRenderContext FRAME = new FontRenderContext(null, true, true);

    private AxisNames() {}

    /** Gives the names of a chart their places, unless somebody has already chosen how many there are or how they lie. */
    static void arrange(AxesChart<?, ?> chart) {
        var styler = chart.getStyler();
        var columns = columns(chart);
        if (columns.isEmpty() || !isUntouched(styler)) {
            return;
        }
        var rows = rows(chart);
        var widest = width(styler, columns);
        var place = (chart.getWidth() - WIDTH_BESIDE_PLOT - width(styler, rows) - legend(chart))
                * styler.getPlotContentSize()
                / columns.size();
        if (widest + LEVEL_GAP <= place) {
            styler.setXAxisTickMarkSpacingHint(LINE);
        } else if (areNumbers(columns) && areNumbers(rows)) {
            styler.setXAxisTickMarkSpacingHint((int) Math.ceil(widest + LEVEL_GAP));
        } else {
            styler.setXAxisTickMarkSpacingHint(LINE);
            styler.setXAxisLabelRotation((int) (place * Math.sin(Math.toRadians(ASLANT)) >= LINE ? ASLANT : UPRIGHT));
        }
    }

    private static boolean isUntouched(AxesChartStyler styler) {
        return styler.getXAxisMaxLabelCount() == 0
                && styler.getXAxisLabelRotation() == 0
                && styler.getXAxisTickMarkSpacingHint() == styler.getTheme().getXAxisTickMarkSpacingHint();
    }

    private static List<String> columns(AxesChart<?, ?> chart) {
        if (chart instanceof CategoryChart bars && !bars.getSeriesCollection().isEmpty()) {
            return texts(bars.getSeriesCollection().iterator().next().getXData());
        }
        if (chart instanceof HeatMapChart grid && grid.getHeatMapSeries() != null) {
            return texts(grid.getHeatMapSeries().getXData());
        }
        if (chart instanceof BoxChart boxes && !boxes.getSeriesCollection().isEmpty()) {
            return texts(boxes.getSeriesCollection().iterator().next().getXData());
        }
        return List.of();
    }

    private static List<String> rows(AxesChart<?, ?> chart) {
        return chart instanceof HeatMapChart grid
                ? texts(grid.getHeatMapSeries().getYData())
                : List.of();
    }

    private static List<String> texts(Collection<?> names) {
        return names.stream().map(Objects::toString).toList();
    }

    private static double legend(AxesChart<?, ?> chart) {
        var styler = chart.getStyler();
        var position = styler.getLegendPosition();
        if (!styler.isLegendVisible() || position != LegendPosition.OutsideE) {
            return 0;
        }
        if (chart instanceof HeatMapChart grid) {
            var ends = List.of(
                    grid.getHeatMapSeries().getMin(), grid.getHeatMapSeries().getMax());
            return LEGEND_MARK + width(styler, texts(ends));
        }
        var labels = chart.getSeriesCollection().stream().map(series -> series.getLabel());
        return LEGEND_MARK + width(styler, labels.toList());
    }

    private static double width(AxesChartStyler styler, List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> styler.getAxisTickLabelsFont()
                        .getStringBounds(text, FRAME)
                        .getWidth())
                .max()
                .orElse(0);
    }

    private static boolean areNumbers(List<String> names) {
        return names.stream().allMatch(name -> name.matches("[-+\u2212]?[0-9]*[.,]?[0-9]+(E[-+]?[0-9]+)?"));
    }
}
