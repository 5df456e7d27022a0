package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Cuts a list of work into weeks without changing its order.
 *
 * <p>First the lightest possible heaviest week is found: the smallest cap with which filling one week after the other needs no
 * more weeks than there are. Then, of all cuts that keep to that cap and use as many weeks as there are items for, dynamic
 * programming takes the one with the smallest sum of squared minutes, which is the most even one. With {@code best(k, i)} the
 * smallest sum for the first {@code i} items in {@code k} weeks,
 *
 * <pre>best(k, i) = min over j &lt; i of best(k − 1, j) + (minutes of items j … i − 1)²</pre>
 *
 * <p>It takes {@code O(weeks · items²)} steps. Of equal cuts the one whose last weeks are longest wins, so that the result is
 * always the same.
 */
final class BalancedWeeks {

    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    private BalancedWeeks() {}

    /**
     * Cuts a list.
     *
     * @param items the work in order
     * @param minutes how long each takes, 0 or more
     * @param weeks how many weeks there are at most, 1 or more
     * @return the weeks, none of them empty; fewer than there could be only if there are fewer items
     */
    static <T> List<List<T>> of(List<T> items, ToIntFunction<T> minutes, int weeks) {
        if (items.isEmpty()) {
            return List.of();
        }
        var durations = items.stream().mapToInt(minutes).toArray();
        var cap = lightestHeaviest(durations, weeks);
        var cuts = cuts(durations, Math.min(weeks, durations.length), cap);
        var result = new ArrayList<List<T>>();
        for (var i = 0; i + 1 < cuts.size(); i++) {
            result.add(items.subList(cuts.get(i), cuts.get(i + 1)));
        }
        return result;
    }

    private static int lightestHeaviest(int[] durations, int weeks) {
        var cap = Arrays.stream(durations).max().orElse(0);
        while (weeksNeeded(durations, cap) > weeks) {
            cap++;
        }
        return cap;
    }

    /**
     * How many weeks work takes if each is filled before the next begins.
     *
     * @param durations minutes of each piece of work
     * @param cap minutes of a week
     * @return the number of weeks; more than there can be if one piece is longer than a week
     */
    static int weeksNeeded(int[] durations, int cap) {
        var needed = 0;
        var left = 0;
        for (var duration : durations) {
            if (duration > cap) {
                return Integer.MAX_VALUE;
            }
            if (needed == 0 || duration > left) {
                needed++;
                left = cap;
            }
            left -= duration;
        }
        return needed;
    }

    /** The places to cut at, from 0 to the number of items. */
    private static List<Integer> cuts(int[] durations, int weeks, int cap) {
        var n = durations.length;
        var best = new long[weeks + 1][n + 1];
        var cut = new int[weeks + 1][n + 1];
        for (var row : best) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        best[0][0] = 0;
        for (var k = 1; k <= weeks; k++) {
            for (var i = k; i <= n; i++) {
                long week = 0;
                for (var j = i - 1; j >= k - 1 && (week += durations[j]) <= cap; j--) {
                    if (best[k - 1][j] != IMPOSSIBLE && best[k - 1][j] + week * week <= best[k][i]) {
                        best[k][i] = best[k - 1][j] + week * week;
                        cut[k][i] = j;
                    }
                }
            }
        }
        var places = new ArrayList<>(List.of(n));
        for (int k = weeks, i = n; k > 0; k--) {
            i = cut[k][i];
            places.add(i);
        }
        Collections.reverse(places);
        return places;
    }
}
