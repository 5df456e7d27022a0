package org.tinybabel.lab.trials;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tinybabel.display.Interval;
import org.tinybabel.lab.stats.Bounds;
import org.tinybabel.lab.stats.Intervals;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What {@link Trials} measured, as tidy data (Wickham, Tidy Data, 2014): one row per seed and condition, one column per factor and per
 * measure. Nothing here averages over anything but seeds.
 *
 * <p>Intervals over fewer than {@value #FEWEST} seeds are not computed: their ends are {@code NaN}, and charts show dots without bands.
 */
public final class Results {

    /** From how many seeds on an interval is given. */
    public static final int FEWEST = 5;

    private final String unit;
    private final List<String> factors;
    private final List<String> measures;
    private final Map<String, Bounds> bounds;
    private final Table table;

    private Results(String unit, List<String> factors, List<String> measures, Map<String, Bounds> bounds, Table table) {
        this.unit = unit;
        this.factors = factors;
        this.measures = measures;
        this.bounds = bounds;
        this.table = table;
        requireOneRowEach();
    }

    private void requireOneRowEach() {
        var seen = new LinkedHashSet<List<Object>>();
        for (var row = 0; row < table.rowCount(); row++) {
            if (!seen.add(key(row, unit, factors))) {
                throw new IllegalArgumentException("two rows have the same " + unit + " and levels: "
                        + key(row, unit, factors) + "; name the factor in which they differ");
            }
        }
    }

    private List<Object> key(int row, String first, List<String> more) {
        var key = new ArrayList<Object>();
        key.add(table.column(first).get(row));
        more.forEach(column -> key.add(table.column(column).get(row)));
        return key;
    }

    static Results of(String unit, List<Trial> trials) {
        var rows = trials.stream().flatMap(trial -> trial.rows().stream()).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no trial put a number");
        }
        Set<String> levels = new LinkedHashSet<>(rows.get(0).levels().keySet());
        var measures = new LinkedHashSet<String>();
        for (var row : rows) {
            if (!row.levels().keySet().equals(levels)) {
                throw new IllegalArgumentException("all rows need the same factors; " + Names.spelled(row.levels())
                        + " does not have exactly " + String.join(", ", levels));
            }
            measures.addAll(row.measures().keySet());
        }
        var table = Table.create("results");
        levels.forEach(name -> table.addColumns(Columns.of(
                name, rows.stream().map(row -> row.levels().get(name)).toList())));
        measures.forEach(name -> table.addColumns(DoubleColumn.create(
                name,
                rows.stream()
                        .mapToDouble(row -> row.measures().getOrDefault(name, Double.NaN))
                        .toArray())));
        levels.remove(unit);
        return new Results(unit, List.copyOf(levels), List.copyOf(measures), Map.of(), table);
    }

    /**
     * Takes rows that are there already.
     *
     * @param table one row per seed and condition
     * @param unit its column of seeds
     * @param measures its columns of measured numbers, at least one; all others are factors
     * @return the results
     * @throws IllegalArgumentException if a column is missing, a measure is no number, or two rows have the same seed and levels
     */
    public static Results of(Table table, String unit, String... measures) {
        var copy = table.copy();
        Columns.known(copy, unit);
        for (var measure : measures) {
            var numbers = DoubleColumn.create(measure, Columns.numbers(copy, measure));
            copy.replaceColumn(measure, numbers);
        }
        var measured = List.of(measures);
        var factors = copy.columnNames().stream()
                .filter(name -> !name.equals(unit) && !measured.contains(name))
                .toList();
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("name the measures among " + String.join(", ", copy.columnNames()));
        }
        return new Results(unit, factors, measured, Map.of(), copy);
    }

    /**
     * Reads rows that {@link #write} stored: {@code Results.read(Datasets.open("duo-llm"), "seed", "loss")}.
     *
     * @param csv comma-separated text with a header; closed afterwards
     * @param unit its column of seeds
     * @param measures its columns of measured numbers, at least one; all others are factors
     * @return the results
     * @throws IllegalArgumentException if a column is missing, a measure is no number, or two rows have the same seed and levels
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Results read(InputStream csv, String unit, String... measures) {
        return of(ResultsFile.read(csv), unit, measures);
    }

    /**
     * Writes the rows as comma-separated text, in their order. The same run writes the same bytes.
     *
     * @param file is replaced
     * @param decimals digits after the point to which measures are rounded, 0 to 15
     * @throws IllegalArgumentException if the digits are out of range
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void write(Path file, int decimals) {
        ResultsFile.write(rounded(decimals), file);
    }

    private Table rounded(int decimals) {
        var rounded = table.copy();
        measures.forEach(name -> ResultsFile.round(rounded.doubleColumn(name), decimals));
        return rounded;
    }

    /**
     * Adds the rows to a file that {@link #write} made, such as those of more seeds. Rows with the same seed and levels are replaced
     * where they stand; new ones follow in their order.
     *
     * @param file is made if it is not there
     * @param decimals digits after the point to which measures are rounded, 0 to 15
     * @throws IllegalArgumentException if the columns are not those of the file
     * @throws java.io.UncheckedIOException if it cannot be read or written
     */
    public void append(Path file, int decimals) {
        var keys = new ArrayList<>(factors);
        keys.add(0, unit);
        ResultsFile.write(ResultsFile.merged(file, rounded(decimals), keys), file);
    }

    /**
     * The rows.
     *
     * @return a copy: the column of seeds, the factors, the measures
     */
    public Table table() {
        return table.copy();
    }

    /**
     * The seeds.
     *
     * @return each once, in the order of the rows
     */
    public List<Integer> seeds() {
        return Columns.levels(table, unit).stream()
                .map(seed -> ((Number) seed).intValue())
                .toList();
    }

    /**
     * Says that a measure is bounded. Its intervals are then computed on the logit scale and never leave the range; those of its
     * differences likewise. {@code results.bounded("accuracy", 0, 1)}.
     *
     * @param measure a measure
     * @param low the least possible value
     * @param high the greatest possible value
     * @return the same rows, with that known
     * @throws IllegalArgumentException if there is no such measure, or a value is out of the range
     */
    public Results bounded(String measure, double low, double high) {
        var range = new Bounds(low, high);
        range.check(Arrays.stream(column(measure)).filter(v -> !Double.isNaN(v)).toArray());
        var more = new LinkedHashMap<>(bounds);
        more.put(measure, range);
        return new Results(unit, factors, measures, more, table);
    }

    private double[] column(String measure) {
        if (!measures.contains(measure)) {
            throw new IllegalArgumentException(
                    "there is no measure '" + measure + "'; there are " + String.join(", ", measures));
        }
        return table.doubleColumn(measure).asDoubleArray();
    }

    /**
     * The rows of one level, or of several seeds.
     *
     * @param factor a factor or the column of seeds
     * @param levels which to keep, at least one
     * @return fewer rows; a factor with one level left is no factor any more
     * @throws IllegalArgumentException if there is no such factor or level
     */
    public Results where(String factor, Object... levels) {
        requireFactor(factor, true);
        var kept = Columns.rows(table, factor, levels);
        var some = table.rows(kept);
        var left = factors.stream()
                .filter(name -> !(name.equals(factor) && levels.length == 1))
                .toList();
        return new Results(unit, left, measures, bounds, some);
    }

    private void requireFactor(String factor, boolean unitToo) {
        if (!factors.contains(factor) && !(unitToo && factor.equals(unit))) {
            throw new IllegalArgumentException("there is no factor '" + factor + "'; there "
                    + (factors.isEmpty() ? "is none" : "are " + String.join(", ", factors)));
        }
    }

    /**
     * Adds a measure that is computed from each row, before anything is averaged.
     *
     * @param measure its name
     * @param value what it is, such as {@code row -> row.getDouble("loss") - row.getDouble("entropy")}
     * @return the rows, with one column more
     * @throws IllegalArgumentException if there is a column of that name
     */
    public Results with(String measure, ToDoubleFunction<Row> value) {
        if (table.containsColumn(measure)) {
            throw new IllegalArgumentException("there is a column '" + measure + "' already");
        }
        var more = table.copy();
        more.addColumns(
                DoubleColumn.create(measure, table.stream().mapToDouble(value).toArray()));
        var all = new ArrayList<>(measures);
        all.add(measure);
        return new Results(unit, factors, all, bounds, more);
    }

    /**
     * Puts several measures into one column, and their names into another, so that a chart can show them side by side.
     *
     * @param factor the new column of names
     * @param measure the new column of numbers
     * @param names the measures, at least one
     * @return as many times the rows, with one factor more; other measures are left out
     * @throws IllegalArgumentException if one is no measure, or a new name is taken
     */
    public Results longer(String factor, String measure, String... names) {
        Table all = null;
        for (var name : names) {
            column(name);
            var part = Table.create("results", table.column(unit).copy());
            factors.forEach(f -> part.addColumns(table.column(f).copy()));
            part.addColumns(
                    StringColumn.create(factor, Collections.nCopies(table.rowCount(), name)),
                    table.column(name).copy().setName(measure));
            all = all == null ? part : all.append(part);
        }
        if (all == null) {
            throw new IllegalArgumentException("name at least one of " + String.join(", ", measures));
        }
        var more = new ArrayList<>(factors);
        more.add(factor);
        var ranges = Arrays.stream(names)
                .map(name -> bounds.getOrDefault(name, Bounds.NONE))
                .distinct()
                .toList();
        Map<String, Bounds> range =
                ranges.size() == 1 && bounds.containsKey(names[0]) ? Map.of(measure, ranges.get(0)) : Map.of();
        return new Results(unit, more, List.of(measure), range, all);
    }

    /**
     * The numbers of one measure, seed by seed. Choose with {@link #where} until each seed has one row.
     *
     * @param measure a measure
     * @return one number per seed, in the order of {@link #seeds()}
     * @throws IllegalArgumentException if a seed has several rows or no number
     */
    public double[] values(String measure) {
        column(measure);
        if (table.rowCount() != seeds().size()) {
            throw new IllegalArgumentException("'" + measure + "' has several rows for a " + unit + ", by "
                    + String.join(", ", factors) + "; choose with where(\"" + factors.get(0) + "\", …)");
        }
        return numbers(measure, "");
    }

    private double[] numbers(String measure, String of) {
        var values = column(measure);
        for (var row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                throw new IllegalArgumentException("'" + measure + "'" + of + " is missing for " + unit + " "
                        + table.column(unit).get(row));
            }
        }
        return values;
    }

    /**
     * The mean over seeds. Choose with {@link #where} until each seed has one row.
     *
     * @param measure a measure
     * @return the mean and its 95 % interval: Student's t; for a bounded measure on the logit scale; no ends for few seeds
     * @throws IllegalArgumentException if a seed has several rows or no number
     */
    public Interval mean(String measure) {
        return interval(values(measure), bounds.getOrDefault(measure, Bounds.NONE));
    }

    static Interval interval(double[] values, Bounds range) {
        if (values.length < FEWEST) {
            return new Interval(DoubleStream.of(values).average().orElse(Double.NaN), Double.NaN, Double.NaN)
                    .of(values.length, "few");
        }
        return range.bothFinite() ? Intervals.logit(values, range) : range.check(Intervals.t(values));
    }

    /**
     * The differences between two levels, seed by seed: with the same seed, both have the same data and the same start, so most of the
     * noise cancels. Choose with {@link #where} until each seed has one row per level.
     *
     * @param measure a measure
     * @param factor the factor in which they differ
     * @param level the level to subtract from
     * @param baseline the level that is subtracted
     * @return measure(level) − measure(baseline), in the order of {@link #seeds()}
     * @throws IllegalArgumentException if there is no such measure, factor or level, or a seed is missing under one of them
     */
    public double[] paired(String measure, String factor, Object level, Object baseline) {
        return where(factor, level, baseline).minus(factor, baseline).values(measure);
    }

    /**
     * The mean of {@link #paired} differences.
     *
     * @param measure a measure
     * @param factor the factor in which they differ
     * @param level the level to subtract from
     * @param baseline the level that is subtracted
     * @return the mean of measure(level) − measure(baseline) and its 95 % interval
     * @throws IllegalArgumentException as {@link #paired}
     */
    public Interval difference(String measure, String factor, Object level, Object baseline) {
        return where(factor, level, baseline).minus(factor, baseline).mean(measure);
    }

    /**
     * All measures as differences to a baseline with the same seed and otherwise the same levels.
     *
     * @param factor a factor
     * @param baseline one of its levels
     * @return the rows of its other levels; with only one other level, it is no factor any more
     * @throws IllegalArgumentException if there is no such factor or level, it is the only one, or a row has no counterpart
     */
    public Results minus(String factor, Object baseline) {
        requireFactor(factor, false);
        var base = new LinkedHashMap<List<Object>, Integer>();
        var others = factors.stream().filter(name -> !name.equals(factor)).toList();
        var subtracted = Set.copyOf(
                Arrays.stream(Columns.rows(table, factor, baseline)).boxed().toList());
        subtracted.forEach(row -> base.put(key(row, unit, others), row));
        var rows = IntStream.range(0, table.rowCount())
                .filter(row -> !subtracted.contains(row))
                .toArray();
        if (rows.length == 0) {
            throw new IllegalArgumentException("'" + baseline + "' is the only level of '" + factor + "'");
        }
        var used = Arrays.stream(rows).mapToObj(row -> key(row, unit, others)).toList();
        base.keySet().stream().filter(key -> !used.contains(key)).findFirst().ifPresent(key -> {
            throw unpaired(key, others, "only under " + factor + " " + baseline);
        });
        var differences = table.rows(rows);
        for (var measure : measures) {
            var all = column(measure);
            differences.replaceColumn(
                    measure,
                    DoubleColumn.create(
                            measure,
                            IntStream.range(0, rows.length)
                                    .mapToDouble(i -> {
                                        var other = base.get(used.get(i));
                                        if (other == null) {
                                            throw unpaired(used.get(i), others, "not under " + factor + " " + baseline);
                                        }
                                        return all[rows[i]] - all[other];
                                    })
                                    .toArray()));
        }
        var left = Columns.levels(differences, factor).size() == 1 ? others : factors;
        var ranges = new LinkedHashMap<String, Bounds>();
        bounds.forEach((measure, range) -> ranges.put(measure, range.ofDifferences()));
        return new Results(unit, left, measures, ranges, differences);
    }

    private IllegalArgumentException unpaired(List<Object> key, List<String> others, String where) {
        var levels = new LinkedHashMap<String, Object>();
        levels.put(unit, key.get(0));
        IntStream.range(0, others.size()).forEach(i -> levels.put(others.get(i), key.get(i + 1)));
        return new IllegalArgumentException("no pair for " + Names.spelled(levels) + ": it was measured " + where);
    }

    /**
     * Means over seeds with their intervals, ready for {@code line}, {@code bars} and {@code scatter}.
     *
     * @param measure a measure
     * @param by every factor that has several levels
     * @return a row per combination of levels, in the order of the rows: the factors, {@code measure}, {@code measure low},
     *     {@code measure high} and {@code n}, the number of seeds; without ends where n is less than {@value #FEWEST}
     * @throws IllegalArgumentException if a factor is left out, because that would average over it, or a number is missing
     */
    public Table summary(String measure, String... by) {
        column(measure);
        Arrays.stream(by).forEach(factor -> requireFactor(factor, false));
        var left = factors.stream()
                .filter(name -> !List.of(by).contains(name))
                .filter(name -> Columns.levels(table, name).size() > 1)
                .toList();
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("'" + measure + "' differs by " + String.join(", ", left)
                    + " too: also group by it, or choose with where(\"" + left.get(0) + "\", …)");
        }
        return Summaries.of(
                table, numbers(measure, ""), measure, List.of(by), bounds.getOrDefault(measure, Bounds.NONE));
    }
}
