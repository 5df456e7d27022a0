package org.tinybabel.lab.baselines;

import java.util.Comparator;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a trivial rule scores.
 *
 * @param name the rule, such as {@code "length of the name"}
 * @param score in the unit of the metric
 */
public record Baseline(String name, double score) {

    /**
     * The strongest baseline where larger is better, such as for accuracies.
     *
     * @param baselines at least one
     * @return the first with the highest score
     * @throws IllegalArgumentException if there are none
     */
    public static Baseline highest(List<Baseline> baselines) {
        return strongest(baselines, Comparator.comparingDouble(Baseline::score).reversed());
    }

    /**
     * The strongest baseline where smaller is better, such as for losses.
     *
     * @param baselines at least one
     * @return the first with the lowest score
     * @throws IllegalArgumentException if there are none
     */
    public static Baseline lowest(List<Baseline> baselines) {
        return strongest(baselines, Comparator.comparingDouble(Baseline::score));
    }

    private static Baseline strongest(List<Baseline> baselines, Comparator<Baseline> order) {
        return baselines.stream()
                .min(order)
                .orElseThrow(() -> new IllegalArgumentException("there is no baseline to choose from"));
    }

    /**
     * The baselines as a table to show.
     *
     * @param baselines in the order of the rows
     * @param metric the name of the column of scores, with its unit
     * @return columns {@code baseline} and the metric
     */
    public static Table table(List<Baseline> baselines, String metric) {
        return Table.create(
                "trivial baselines",
                StringColumn.create("baseline", baselines.stream().map(Baseline::name)),
                DoubleColumn.create(
                        metric, baselines.stream().mapToDouble(Baseline::score).toArray()));
    }
}
