package org.tinybabel.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A dashed, labelled horizontal line across a chart, to compare a curve or bars with. */
final class ReferenceLine extends Annotation {

    private static final BasicStroke STROKE =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

    private static final Color PAPER = new Color(255, 255, 255, 205);

    private final String label;
    private final double value;

    ReferenceLine(String label, double value) {
        super(false);
        this.label = Lettering.here().drawable(label);
        this.value = value;
    }

    @Override
    public void paint(Graphics2D g) {
        var left = getXAxisScreenValueForMin();
        var right = getXAxisScreenValueForMax();
        var y = getYAxisScreenValue(value);
        g.setColor(ChartStyle.REFERENCE);
        g.setStroke(STROKE);
        g.draw(new Line2D.Double(left, y, right, y));
        var font = ChartStyle.font(Font.PLAIN, 11);
        g.setFont(font);
        var size = font.getStringBounds(label, g.getFontRenderContext());
        // Above the line, unless the line runs along the upper edge.
        var baseline = y - size.getHeight() < getYAxisScreenValueForMin() ? y + size.getHeight() - 2 : y - 4;
        var x = right - size.getWidth() - 4;
        // Keeps the words readable where curves run behind them.
        g.setColor(PAPER);
        g.fill(new Rectangle2D.Double(x - 3, baseline - size.getHeight() + 3, size.getWidth() + 6, size.getHeight()));
        g.setColor(ChartStyle.REFERENCE);
        g.drawString(label, (float) x, (float) baseline);
        bounds = new Rectangle2D.Double(left, baseline - size.getHeight(), right - left, size.getHeight());
    }
}
