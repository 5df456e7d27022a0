package org.tinybabel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One colour per name for as long as the kernel runs: a series called {@code oracle} looks the same in every chart of a notebook, in
 * whatever order its cells run again.
 *
 * <p>Names take the colours of the palette first come, first served. The ninth name has the first colour again, with another marker and
 * another dash.
 */
final class NamedStyles {

    private static final Map<String, Integer> PLACES = new LinkedHashMap<>();

    private NamedStyles() {}

    /** The places of the names of one chart, to be used with {@link ChartStyle}. */
    static synchronized List<Integer> of(List<String> names) {
        return names.stream()
                .map(name -> PLACES.computeIfAbsent(name, n -> PLACES.size()))
                .toList();
    }

    /** The same for bars, which have neither marker nor dash: where two would have one colour, the later one takes a free one. */
    static List<Integer> ofBars(List<String> names) {
        var taken = new ArrayList<Integer>();
        for (var place : of(names)) {
            var free = place;
            for (var step = 0; step < ChartStyle.COUNT && taken.contains(free % ChartStyle.COUNT); step++) {
                free++;
            }
            taken.add(free % ChartStyle.COUNT);
        }
        return taken;
    }

    /** As in a new kernel. */
    static synchronized void forget() {
        PLACES.clear();
    }
}
