package org.tinybabel.lab.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of the variance of vectors is explained by the groups they belong to, such as scripts or languages. */
public final class GroupVariance {

    private GroupVariance() {}

    /**
     * The share of variance between groups, Σ n(g) ‖μ(g) − μ‖² / Σ ‖z − μ‖² (also called η² or R²), with μ the mean of all rows and
     * μ(g) the mean of a group's n(g) rows. For directions rather than vectors, pass {@link UnitLength#of} of the rows.
     *
     * @param rows n rows, {@code [n][d]}
     * @param groups each row's group
     * @return 0 (all groups have one mean) to 1 (each group is one point); 0 if the rows do not vary
     * @throws IllegalArgumentException if the numbers of rows and groups differ, or there are none
     */
    public static double betweenShare(double[][] rows, int[] groups) {
        if (rows.length != groups.length) {
            throw new IllegalArgumentException(
                    "expected a group for each row, got " + groups.length + " for " + rows.length + " rows");
        }
        var mean = Centring.mean(rows);
        var members = new LinkedHashMap<Integer, List<double[]>>();
        var total = 0.0;
        for (var i = 0; i < rows.length; i++) {
            members.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(rows[i]);
            total += squaredDistance(rows[i], mean);
        }
        return total == 0 ? 0 : Math.min(1, between(members, mean) / total);
    }

    private static double between(Map<Integer, List<double[]>> members, double[] mean) {
        return members.values().stream()
                .mapToDouble(
                        group -> group.size() * squaredDistance(Centring.mean(group.toArray(double[][]::new)), mean))
                .sum();
    }

    private static double squaredDistance(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
