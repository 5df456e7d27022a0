package org.tinybabel.lab.trials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tinybabel.display.TinyBabel;
import org.tinybabel.lab.stats.Bounds;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Groups rows by their levels and gives each group its mean and interval. */
final class Summaries {

    private Summaries() {}

    static Table of(Table table, double[] values, String measure, List<String> by, Bounds range) {
        var groups = new LinkedHashMap<List<Object>, List<Integer>>();
        for (var row = 0; row < table.rowCount(); row++) {
            var key = new ArrayList<Object>();
            for (var factor : by) {
                key.add(table.column(factor).get(row));
            }
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        var firsts = groups.values().stream().mapToInt(rows -> rows.get(0)).toArray();
        var summary = Table.create("summary");
        by.forEach(factor -> summary.addColumns(table.column(factor).subset(firsts)));
        var intervals = groups.values().stream()
                .map(rows -> Results.interval(
                        rows.stream().mapToDouble(row -> values[row]).toArray(), range))
                .toList();
        return summary.addColumns(TinyBabel.intervals(measure, intervals))
                .addColumns(IntColumn.create(
                        "n", groups.values().stream().mapToInt(List::size).toArray()));
    }
}
