package org.tinybabel.display;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * What this kit drew on a chart and XChart does not know: needed to describe the chart in words and as a table.
 *
 * <p>Charts stay XChart's own, so the notes live beside them, for as long as the chart does.
 */
final class ChartNotes {

    private static final Map<Chart<?, ?>, ChartNotes> NOTES = Collections.synchronizedMap(new WeakHashMap<>());

    /** A labelled line across the chart. */
    record Reference(String label, double value) {}

    /** The ends of the intervals of one series, point by point; {@code NaN} where a point has none. */
    record Ends(double[] low, double[] high) {}

    private String kind = "";
    private final List<Reference> references = new ArrayList<>();
    private final List<ReferenceLine> lines = new ArrayList<>();
    private final Set<String> dots = new LinkedHashSet<>();
    private final Map<String, Ends> intervals = new LinkedHashMap<>();

    static ChartNotes of(Chart<?, ?> chart) {
        return NOTES.computeIfAbsent(chart, c -> new ChartNotes());
    }

    /** The name of the kind of chart, blank if its class says enough. */
    String kind() {
        return kind;
    }

    void kind(String name) {
        kind = name;
    }

    List<Reference> references() {
        return references;
    }

    /** What draws them. */
    List<ReferenceLine> lines() {
        return lines;
    }

    /** Interval ends by series name. */
    Map<String, Ends> intervals() {
        return intervals;
    }

    /** The name of the series that draws the band of another one. */
    static String bandOf(String series) {
        return series + " interval";
    }

    /** The name of the series that draws the single values of another one, which is their mean. */
    static String dotsOf(String series) {
        return series + " single values";
    }

    /** The series whose single values are drawn. */
    Set<String> dots() {
        return dots;
    }

    /** Whether a series only draws the band or the single values of another one. */
    boolean isAside(String series) {
        return intervals.keySet().stream().anyMatch(s -> bandOf(s).equals(series))
                || dots.stream().anyMatch(s -> dotsOf(s).equals(series));
    }
}
