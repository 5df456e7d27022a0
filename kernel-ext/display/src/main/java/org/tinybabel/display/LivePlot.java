package org.tinybabel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.knowm.xchart.XYChart;
import org.tinybabel.display.ChartNotes.Reference;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A line chart that grows while a computation runs: one display, redrawn in place at most twice a second.
 *
 * <pre>{@code
 * try (var plot = live("Training", "step", "loss (nats)")) {
 *     plot.reference("bigram model", 1.95);
 *     for (var step = 0; step < 400; step++) {
 *         plot.add("loss", step, train(step));
 *     }
 * }
 * }</pre>
 *
 * <p>Closing draws the final state, which is what a stored notebook keeps.
 */
public final class LivePlot implements AutoCloseable, Displayable {

    private static final long BETWEEN_DRAWINGS = 500_000_000L;
    private static final int MOST_POINTS = 400;

    private final String title;
    private final String x;
    private final String y;
    private final Host host;
    private final LongSupplier clock;
    private final String displayId = "plot-" + UUID.randomUUID();
    private final Map<String, List<double[]>> curves = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private boolean shown;
    private long drawn;
    private boolean closed;

    LivePlot(String title, String x, String y, Host host, LongSupplier nanoClock) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.host = host;
        this.clock = nanoClock;
    }

    /**
     * Adds a point to a curve, which begins with its first point.
     *
     * @param curve the name of the curve
     * @param atX where, along the x axis
     * @param value the value; one that is not finite is left out
     * @return this plot
     * @throws IllegalStateException if the plot is closed
     */
    public synchronized LivePlot add(String curve, double atX, double value) {
        if (closed) {
            throw new IllegalStateException("the plot '" + title + "' is closed; open a new one with live(…)");
        }
        if (Double.isFinite(atX) && Double.isFinite(value)) {
            curves.computeIfAbsent(curve, c -> new ArrayList<>()).add(new double[] {atX, value});
        }
        var now = clock.getAsLong();
        if (hasLine() && (!shown || now - drawn >= BETWEEN_DRAWINGS)) {
            drawn = now;
            draw(ChartFigure.of(chart()).renderLight());
        }
        return this;
    }

    /** A single point is no curve yet, and its axes have no scale. */
    private boolean hasLine() {
        return curves.values().stream().anyMatch(points -> points.size() > 1);
    }

    /**
     * Adds a horizontal line to compare the curves with.
     *
     * @param label what the line is
     * @param value where it lies on the y axis
     * @return this plot
     */
    public synchronized LivePlot reference(String label, double value) {
        references.add(new Reference(label, value));
        return this;
    }

    /**
     * The chart as it stands.
     *
     * @return a new chart with the points so far
     * @throws IllegalStateException if there are no points yet
     */
    public synchronized XYChart chart() {
        if (curves.isEmpty()) {
            throw new IllegalStateException("the plot '" + title + "' has no points yet; add some with add(…)");
        }
        var xs = DoubleColumn.create(x);
        // The two axes may have the same name; columns may not.
        var ys = DoubleColumn.create(y.equals(x) ? y + " " : y);
        var names = StringColumn.create(x + "/" + y + " curve");
        curves.forEach((name, points) -> {
            for (var point : thinned(points)) {
                names.append(name);
                xs.append(point[0]);
                ys.append(point[1]);
            }
        });
        var chart = Plots.line(Table.create(title, names, xs, ys), xs.name(), ys.name(), names.name());
        chart.setTitle(title);
        references.forEach(r -> Plots.reference(chart, r.label(), r.value()));
        return chart;
    }

    /** Evenly chosen points, the first and the last among them: a screen shows no more. */
    private static List<double[]> thinned(List<double[]> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        var kept = new ArrayList<double[]>(MOST_POINTS);
        for (var i = 0; i < MOST_POINTS; i++) {
            kept.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
        }
        return kept;
    }

    private void draw(MimeBundle bundle) {
        if (shown) {
            host.update(displayId, bundle);
        } else {
            shown = true;
            host.display(bundle, displayId);
        }
    }

    @Override
    public synchronized MimeBundle toMimeBundle() {
        return ChartFigure.of(chart()).render();
    }

    /** Draws the final state. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (!curves.isEmpty()) {
                draw(toMimeBundle());
            }
        }
    }
}
