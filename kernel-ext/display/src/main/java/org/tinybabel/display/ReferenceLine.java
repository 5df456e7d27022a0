package org.tinybabel.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A dashed, labelled horizontal line across a chart, to compare a curve or bars with. {@link ReferenceLabels} finds places for labels. */
final class ReferenceLine extends Annotation {

    private static final BasicStroke STROKE =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

    private static final BasicStroke LEADER = new BasicStroke(0.8f);

    private static final Color PAPER = new Color(255, 255, 255, 205);

    /** How far the label stands from the line, and how much room is around its letters. */
    static final double GAP = 3;

    private final String label;
    private final double value;
    private Optional<Rectangle2D> place = Optional.empty();
    private boolean bare;

    ReferenceLine(String label, double value) {
        super(false);
        this.label = Lettering.here().drawable(label);
        this.value = value;
    }

    /** Draws the line without its label from now on, to see what is free. */
    void bare() {
        bare = true;
    }

    /** Where the label stands from now on; empty for its usual place, at the right above the line. */
    void place(Optional<Rectangle2D> box) {
        bare = false;
        place = box;
    }

    /** The box of the label, empty before it has a place. */
    Optional<Rectangle2D> place() {
        return place;
    }

    double value() {
        return value;
    }

    /** The height of the line on the screen, once the chart was painted. */
    double y() {
        return getYAxisScreenValue(value);
    }

    /** Width and height that the label needs. */
    Rectangle2D size(Graphics2D g) {
        var size = layout(g).getBounds();
        return new Rectangle2D.Double(0, 0, size.getWidth() + 2 * GAP, size.getHeight() + 2 * GAP);
    }

    private TextLayout layout(Graphics2D g) {
        return new TextLayout(label, ChartStyle.font(Font.PLAIN, 11), g.getFontRenderContext());
    }

    /** The room in which labels may stand, once the chart was painted. */
    Rectangle2D plot() {
        var left = getXAxisScreenValueForMin();
        var top = getYAxisScreenValueForMin();
        return new Rectangle2D.Double(left, top, getXAxisScreenValueForMax() - left, getYAxisScreenValueForMax() - top);
    }

    @Override
    public void paint(Graphics2D g) {
        var plot = plot();
        var y = y();
        g.setColor(ChartStyle.REFERENCE);
        g.setStroke(STROKE);
        g.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
        bounds = new Rectangle2D.Double(plot.getX(), y, plot.getWidth(), 1);
        if (label.isBlank() || bare) {
            return;
        }
        var text = layout(g);
        var box = place.orElseGet(() -> usual(size(g), plot, y));
        g.setColor(PAPER);
        g.fill(box);
        g.setColor(ChartStyle.REFERENCE);
        var letters = text.getBounds();
        g.fill(text.getOutline(AffineTransform.getTranslateInstance(
                box.getX() + GAP - letters.getX(), box.getY() + GAP - letters.getY())));
        lead(g, box, y);
    }

    /** Leads from a label that stands away from its line to it. */
    private static void lead(Graphics2D g, Rectangle2D box, double y) {
        var from = y > box.getMaxY() ? box.getMaxY() : box.getY();
        if (Math.abs(from - y) > 2 * GAP) {
            g.setStroke(LEADER);
            g.draw(new Line2D.Double(box.getCenterX(), from, box.getCenterX(), y));
        }
    }

    private static Rectangle2D usual(Rectangle2D size, Rectangle2D plot, double y) {
        var above = y - size.getHeight() - 1;
        return new Rectangle2D.Double(
                plot.getMaxX() - size.getWidth(),
                above < plot.getY() ? y + 2 : above,
                size.getWidth(),
                size.getHeight());
    }
}
