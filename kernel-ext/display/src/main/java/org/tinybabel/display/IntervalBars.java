package org.tinybabel.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.tinybabel.display.ChartNotes.Ends;

/**
 * The intervals of one series as error bars with both ends where they are: XChart's own error bars are symmetric, and a
 * bootstrap interval is not.
 */
final class IntervalBars extends Annotation {

    private static final BasicStroke STROKE = new BasicStroke(1.3f);
    private static final double HALF_CAP = 4;

    private final String series;
    private final Ends ends;

    IntervalBars(String series, Ends ends) {
        super(false);
        this.series = series;
        this.ends = ends;
    }

    @Override
    public void paint(Graphics2D g) {
        var left = getXAxisScreenValueForMin();
        bounds = new Rectangle2D.Double(left, getYAxisScreenValueForMin(), getXAxisScreenValueForMax() - left, 0);
        if (chart.getSeries(series) == null) {
            return;
        }
        g.setStroke(STROKE);
        g.setColor(new Color(0x222222));
        var centres = centres();
        for (var i = 0; i < centres.length; i++) {
            if (Double.isNaN(ends.low()[i]) || Double.isNaN(ends.high()[i])) {
                continue;
            }
            double low = chart.getScreenYFromChart(ends.low()[i]);
            double high = chart.getScreenYFromChart(ends.high()[i]);
            g.draw(new Line2D.Double(centres[i], low, centres[i], high));
            g.draw(new Line2D.Double(centres[i] - HALF_CAP, low, centres[i] + HALF_CAP, low));
            g.draw(new Line2D.Double(centres[i] - HALF_CAP, high, centres[i] + HALF_CAP, high));
        }
    }

    private double[] centres() {
        if (chart instanceof XYChart xy) {
            var xs = xy.getSeries(series).getXData();
            var centres = new double[xs.length];
            for (var i = 0; i < xs.length; i++) {
                centres[i] = getXAxisScreenValue(xs[i]);
            }
            return centres;
        }
        return barCentres((CategoryChart) chart);
    }

    /** Where XChart puts the middle of each bar: side by side within its category, unless bars overlap. */
    private double[] barCentres(CategoryChart bars) {
        var style = bars.getStyler();
        double left = getXAxisScreenValueForMin();
        double width = getXAxisScreenValueForMax() - left;
        var content = style.getPlotContentSize() * width;
        var names =
                bars.getSeriesCollection().stream().map(CategorySeries::getName).toList();
        var count = ends.low().length;
        var step = content / count;
        var fill = style.getAvailableSpaceFill();
        var together = style.isOverlapped() || style.isStacked();
        var barWidth = together ? step * fill : step / names.size() * fill;
        var place = together ? 0 : names.indexOf(series);
        var centres = new double[count];
        for (var i = 0; i < count; i++) {
            centres[i] = left + (width - content) / 2 + step * i + step * (1 - fill) / 2 + barWidth * (place + 0.5);
        }
        return centres;
    }
}
