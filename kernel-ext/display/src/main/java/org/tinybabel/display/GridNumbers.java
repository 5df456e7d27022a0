package org.tinybabel.display;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.knowm.xchart.style.HeatMapStyler;

/** The numbers of a heat map in its cells, dark on light cells and light on dark ones; none where one of them would not fit. */
final class GridNumbers extends Annotation {

    /** Black and white, for the contrast on middling cells, but not the black and white of the frame, which change on a dark page. */
    static final Color DARK = new Color(0x000001);

    static final Color LIGHT = new Color(0xFFFFFE);

    private static final int FONT_SIZE = 12;
    private static final double MARGIN = 3;

    GridNumbers() {
        super(false);
    }

    @Override
    public void paint(Graphics2D g) {
        var grid = (HeatMapChart) chart;
        var left = getXAxisScreenValueForMin();
        var top = getYAxisScreenValueForMin();
        bounds = new Rectangle2D.Double(
                left, top, getXAxisScreenValueForMax() - left, getYAxisScreenValueForMax() - top);
        var series = grid.getHeatMapSeries();
        if (series == null || series.getHeatData().isEmpty()) {
            return;
        }
        var layout = Cells.of(bounds, grid.getStyler(), series);
        var texts = texts(series);
        var frame = g.getFontRenderContext();
        var layouts = texts.stream()
                .map(text -> new TextLayout(text, ChartStyle.font(Font.PLAIN, FONT_SIZE), frame))
                .toList();
        if (!layouts.stream().allMatch(layout::fits)) {
            return;
        }
        var cells = List.<Number[]>copyOf(series.getHeatData());
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var size = layouts.get(i).getBounds();
            var centre = layout.centre(cell[0].intValue(), cell[1].intValue());
            g.setColor(ink(colour(grid.getStyler(), series, cell[2].doubleValue())));
            g.fill(layouts.get(i)
                    .getOutline(AffineTransform.getTranslateInstance(
                            centre[0] - size.getCenterX(), centre[1] - size.getCenterY())));
        }
    }

    /** Whether all numbers will fit into the cells, as far as can be said before the chart is drawn. */
    static boolean mayFit(HeatMapSeries series) {
        var longest = longest(texts(series));
        var width = ChartStyle.WIDTH - 90 - FONT_SIZE * 0.62 * longest(series.getYData());
        return series.getXData().size() * (longest * 0.62 * FONT_SIZE + 2 * MARGIN) < width * 0.9
                && series.getYData().size() * (FONT_SIZE + 2 * MARGIN) < ChartStyle.HEIGHT * 0.65;
    }

    private static int longest(List<?> words) {
        return words.stream()
                .mapToInt(word -> String.valueOf(word).length())
                .max()
                .orElse(0);
    }

    static List<String> texts(HeatMapSeries series) {
        var values = List.<Number[]>copyOf(series.getHeatData()).stream()
                .mapToDouble(cell -> cell[2].doubleValue())
                .toArray();
        return DoubleStream.of(values).mapToObj(format(values)).toList();
    }

    /** Three significant digits of the greatest number, and no decimals that all numbers lack. */
    private static DoubleFunction<String> format(double[] values) {
        var greatest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
        if (greatest != 0 && (greatest >= 1e6 || greatest < 1e-3)) {
            return value -> String.format(Locale.ROOT, "%.1e", value);
        }
        // Shares have two decimals, whether the greatest is 1 or 0.83.
        var magnitude = greatest == 0 || greatest >= 0.1 && greatest < 1 ? 0 : (int) Math.floor(Math.log10(greatest));
        var most = Math.max(0, 2 - magnitude);
        var whole = DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
        var pattern = "%." + (whole ? 0 : most) + "f";
        return value -> String.format(Locale.ROOT, pattern, value).replaceFirst("^-(0(\\.0*)?)$", "$1");
    }

    static Color ink(Color cell) {
        return Theme.contrast(cell, DARK) >= Theme.contrast(cell, LIGHT) ? DARK : LIGHT;
    }

    /** The colour of a cell, as XChart mixes it. */
    static Color colour(HeatMapStyler style, HeatMapSeries series, double value) {
        var colours = style.getRangeColors();
        var range = series.getMax() - series.getMin();
        var share = range == 0 ? 0 : (value - series.getMin()) / range;
        var place = share * (colours.length - 1);
        var below = Math.min((int) place, colours.length - 1);
        var above = Math.min(below + 1, colours.length - 1);
        var rest = place - below;
        return new Color(
                mix(colours[below].getRed(), colours[above].getRed(), rest),
                mix(colours[below].getGreen(), colours[above].getGreen(), rest),
                mix(colours[below].getBlue(), colours[above].getBlue(), rest));
    }

    private static int mix(int from, int to, double share) {
        return (int) (from + share * (to - from));
    }

    /** Where the cells lie: XChart leaves a margin around them, and begins with the lowest row. */
    private record Cells(double left, double bottom, double width, double height) {

        static Cells of(Rectangle2D plot, HeatMapStyler style, HeatMapSeries series) {
            var share = style.getPlotContentSize();
            return new Cells(
                    plot.getX() + plot.getWidth() * (1 - share) / 2,
                    plot.getMaxY() - plot.getHeight() * (1 - share) / 2,
                    plot.getWidth() * share / series.getXData().size(),
                    plot.getHeight() * share / series.getYData().size());
        }

        boolean fits(TextLayout text) {
            return text.getBounds().getWidth() + 2 * MARGIN <= width
                    && text.getBounds().getHeight() + 2 * MARGIN <= height;
        }

        double[] centre(int column, int row) {
            return new double[] {left + width * (column + 0.5), bottom - height * (row + 0.5)};
        }
    }
}
