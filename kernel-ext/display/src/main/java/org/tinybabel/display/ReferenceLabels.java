package org.tinybabel.display;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * Finds places for the labels of reference lines where nothing else is drawn.
 *
 * <p>The chart is painted without them, and each label takes the first free place along its line: from the right to the left, above the line
 * and below it. Where there is none, the axis grows: to the right of curves, and above bars, where a thin line leads to the label.
 */
final class ReferenceLabels {

    private static final int STEP = 4;
    private static final int MOST_GROWTH = 8;

    private final AxesChart<?, ?> chart;
    private final BufferedImage image;
    private final Graphics2D graphics;

    private ReferenceLabels(AxesChart<?, ?> chart) {
        this.chart = chart;
        this.image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
    }

    /** Gives the label of each reference line of a chart its place. */
    static void arrange(AxesChart<?, ?> chart) {
        if (ChartNotes.of(chart).lines().isEmpty()) {
            return;
        }
        for (var growth = 0; growth < MOST_GROWTH; growth++) {
            if (new ReferenceLabels(chart).arranged()) {
                return;
            }
            grow(chart);
        }
    }

    private boolean arranged() {
        try {
            var lines = ChartNotes.of(chart).lines();
            lines.forEach(ReferenceLine::bare);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
            var all = true;
            for (var line : lines) {
                var place = place(line);
                line.place(place);
                place.ifPresent(this::take);
                all &= place.isPresent();
            }
            return all;
        } finally {
            graphics.dispose();
        }
    }

    private Optional<Rectangle2D> place(ReferenceLine line) {
        var size = line.size(graphics);
        var plot = line.plot();
        var above = line.y() - size.getHeight() - 1;
        var below = line.y() + 2;
        var along = along(size, plot, above, below);
        if (along.isPresent() || chart instanceof XYChart) {
            return along;
        }
        for (var y = above; y >= plot.getY(); y -= STEP) {
            var higher = along(size, plot, y, y);
            if (higher.isPresent()) {
                return higher;
            }
        }
        return Optional.empty();
    }

    private Optional<Rectangle2D> along(Rectangle2D size, Rectangle2D plot, double above, double below) {
        for (var x = plot.getMaxX() - size.getWidth(); x >= plot.getX(); x -= STEP) {
            for (var y : new double[] {above, below}) {
                var box = new Rectangle2D.Double(x, y, size.getWidth(), size.getHeight());
                if (plot.contains(box) && free(box)) {
                    return Optional.of(box);
                }
            }
        }
        return Optional.empty();
    }

    private boolean free(Rectangle2D box) {
        var pixels = box.getBounds();
        for (var y = pixels.y; y < pixels.y + pixels.height; y++) {
            for (var x = pixels.x; x < pixels.x + pixels.width; x++) {
                if (!isPaper(image.getRGB(x, y))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Paper is white or a line of the grid, or between them where its edge is smoothed. */
    private static boolean isPaper(int rgb) {
        var red = rgb >> 16 & 0xFF;
        return red >= ChartStyle.GRID.getRed() && red == (rgb >> 8 & 0xFF) && red == (rgb & 0xFF);
    }

    private void take(Rectangle2D box) {
        graphics.setColor(ChartStyle.REFERENCE);
        graphics.fill(box.getBounds());
    }

    private static void grow(AxesChart<?, ?> chart) {
        AxesChartStyler style = chart.getStyler();
        var line = ChartNotes.of(chart).lines().get(0);
        var plot = line.plot();
        if (chart instanceof XYChart) {
            style.setXAxisMax(further(
                    chart.getChartXFromCoordinate((int) plot.getX() + 1),
                    chart.getChartXFromCoordinate((int) plot.getMaxX()),
                    style.isXAxisLogarithmic()));
        } else {
            style.setYAxisMax(further(
                    chart.getChartYFromCoordinate((int) plot.getMaxY() - 1),
                    chart.getChartYFromCoordinate((int) plot.getY()),
                    style.isYAxisLogarithmic()));
        }
    }

    /** An eighth more of what an axis shows. */
    private static double further(double from, double to, boolean logarithmic) {
        return logarithmic ? to * Math.pow(to / from, 0.125) : to + (to - from) / 8;
    }
}
