package org.tinybabel.display;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.tinybabel.display.Claims.Finding;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The words of a notebook. Every notebook imports them statically:
 *
 * <pre>{@code
 * show(table);                                      // look at data
 * plot(line(table, "step", "loss", "run"));         // draw it
 * try (var p = progress("Training", 400)) { … }     // wait with patience
 * var layers = slider("layers", 1, 12, 4); live(() -> losses(layers.value()));   // turn a knob
 * claim("C1", paper("a small mask suffices", "§3", "0.98"), measure("r", "", -1, 1), "above 0.95", "random mask above 0.95");
 * predict("C1"); verdict("C1", r, r.above(0.95), random.above(0.95)); finding("r is {}.", r); verdicts();
 * exercise(BigramSubnetworks.class); check("a");    // try it yourself
 * }</pre>
 *
 * <p>Charts are XChart's own objects, so everything that XChart can change about them stays open. Where a table has, next
 * to a column {@code y}, columns named {@code y low} and {@code y high}, charts show that interval: as a band around a
 * line, as error bars on bars and points. {@link #intervals} makes such columns.
 */
public final class TinyBabel {

    private static final Claims CLAIMS = new Claims();
    private static final PredictionForm PREDICTIONS = new PredictionForm(CLAIMS);

    private TinyBabel() {}

    // Look at data ----------------------------------------------------------------------------------------------------

    /**
     * Shows any value: a Tablesaw table or column as a table, an XChart chart as a figure, everything else as text.
     *
     * @param value what to show
     */
    public static void show(Object value) {
        display(Renderers.render(value));
    }

    /**
     * Shows a table with as many rows as wanted; where it has more, some from its beginning and some from its end.
     *
     * @param table the table
     * @param rows how many rows at most, at least 1
     */
    public static void show(Table table, int rows) {
        display(TableFigure.of(table, rows).render());
    }

    // Draw ------------------------------------------------------------------------------------------------------------

    /**
     * Shows a chart: the picture, a description for those who do not see it, and its data in a folded table.
     *
     * @param chart any XChart chart
     */
    public static void plot(Chart<?, ?> chart) {
        display(Renderers.render(chart));
    }

    /**
     * Gives a chart a title and shows it.
     *
     * @param chart any XChart chart
     * @param title the title
     */
    public static void plot(Chart<?, ?> chart, String title) {
        chart.setTitle(title);
        plot(chart);
    }

    /**
     * A curve of one column over another.
     *
     * @param table the data, one row per point
     * @param x a column of numbers
     * @param y a column of numbers
     * @return the chart
     */
    public static XYChart line(Table table, String x, String y) {
        return line(table, x, y, "");
    }

    /**
     * One curve for each group of rows, with a band where the table has interval columns.
     *
     * @param table the data, one row per point
     * @param x a column of numbers
     * @param y a column of numbers
     * @param group the column that tells the curves apart
     * @return the chart
     * @throws IllegalArgumentException if a column is missing or holds no numbers; the message lists the columns
     */
    public static XYChart line(Table table, String x, String y, String group) {
        return Plots.line(table, x, y, group);
    }

    /**
     * One curve of means for each group of repeated measurements. Where a mean has at least five values, a band shows its interval; where
     * it has at most four, dots show the values themselves.
     *
     * @param table the data, one row per seed
     * @param x a column of numbers
     * @param y a column of numbers: what was measured
     * @param group the column that tells the curves apart
     * @param seed the column that tells the repetitions apart
     * @param interval computes the interval of a sample of at least five values, such as a bootstrap of the mean
     * @return the chart
     * @throws IllegalArgumentException if a column is missing or holds no numbers, or a seed has two rows for one point
     */
    public static XYChart repeats(
            Table table, String x, String y, String group, String seed, Function<double[], Interval> interval) {
        return Repeats.of(table, x, y, group, seed, interval);
    }

    /**
     * One bar for each row.
     *
     * @param table the data
     * @param x the column that names the bars
     * @param y a column of numbers: the lengths of the bars
     * @return the chart
     */
    public static CategoryChart bars(Table table, String x, String y) {
        return bars(table, x, y, "");
    }

    /**
     * Bars side by side: one for each category and group, with error bars where the table has interval columns.
     *
     * @param table the data, one row per bar
     * @param x the column that names the categories
     * @param y a column of numbers: the lengths of the bars
     * @param group the column that tells the bars within a category apart
     * @return the chart
     * @throws IllegalArgumentException if a column is missing, or two rows belong to the same bar
     */
    public static CategoryChart bars(Table table, String x, String y, String group) {
        return Plots.bars(table, x, y, group);
    }

    /**
     * A point for each row.
     *
     * @param table the data
     * @param x a column of numbers
     * @param y a column of numbers
     * @return the chart
     */
    public static XYChart scatter(Table table, String x, String y) {
        return scatter(table, x, y, "");
    }

    /**
     * A point for each row, in one colour and shape per group, with error bars where the table has interval columns.
     *
     * @param table the data
     * @param x a column of numbers
     * @param y a column of numbers
     * @param group the column that tells the points apart
     * @return the chart
     */
    public static XYChart scatter(Table table, String x, String y, String group) {
        return Plots.scatter(table, x, y, group);
    }

    /**
     * How often the values of a column occur, in bins between round numbers: about the square root of the number of values.
     *
     * @param table the data
     * @param column a column of numbers
     * @return the chart
     */
    public static CategoryChart histogram(Table table, String column) {
        return Plots.histogram(table, column);
    }

    /**
     * How often the values of a column occur.
     *
     * @param table the data
     * @param column a column of numbers
     * @param bins how many bins, at least 1
     * @return the chart
     */
    public static CategoryChart histogram(Table table, String column, int bins) {
        return Plots.histogram(table, column, bins);
    }

    /**
     * A grid of cells, the darker the greater.
     *
     * @param table the data, one row per cell
     * @param x the column that names the grid's columns
     * @param y the column that names the grid's rows
     * @param value a column of numbers
     * @return the chart
     */
    public static HeatMapChart heatmap(Table table, String x, String y, String value) {
        return Plots.heatmap(table, x, y, value);
    }

    /**
     * The median, quartiles and range of a column.
     *
     * @param table the data
     * @param y a column of numbers
     * @return the chart
     */
    public static BoxChart box(Table table, String y) {
        return box(table, y, "");
    }

    /**
     * The median, quartiles and range of each group of rows.
     *
     * @param table the data
     * @param y a column of numbers
     * @param group the column that tells the groups apart
     * @return the chart
     */
    public static BoxChart box(Table table, String y, String group) {
        return Plots.box(table, y, group);
    }

    /**
     * Draws a labelled horizontal line across a chart, to compare its curves or bars with.
     *
     * @param chart a chart with series in it
     * @param label what the line is, such as {@code bigram model}
     * @param value where it lies on the y axis
     * @param <C> the kind of chart
     * @return the same chart
     * @throws IllegalArgumentException if the chart has no series yet, or no y axis of numbers
     */
    public static <C extends Chart<?, ?>> C reference(C chart, String label, double value) {
        return Plots.reference(chart, label, value);
    }

    /**
     * Gives a chart a title.
     *
     * @param chart any XChart chart
     * @param title the title
     * @param <C> the kind of chart
     * @return the same chart
     */
    public static <C extends Chart<?, ?>> C titled(C chart, String title) {
        chart.setTitle(title);
        return chart;
    }

    /**
     * Three columns for a table: the means of intervals and their two ends, named so that charts show the intervals.
     *
     * @param name the name of the column of means; the others are called {@code name low} and {@code name high}
     * @param intervals one interval per row
     * @return the three columns, for {@code table.addColumns(…)}
     */
    public static DoubleColumn[] intervals(String name, Iterable<Interval> intervals) {
        var columns = new DoubleColumn[] {
            DoubleColumn.create(name), DoubleColumn.create(name + Plots.LOW), DoubleColumn.create(name + Plots.HIGH)
        };
        intervals.forEach(interval -> {
            columns[0].append(interval.mean());
            columns[1].append(interval.low());
            columns[2].append(interval.high());
        });
        return columns;
    }

    /**
     * A table of intervals for every pair of two lists, such as every condition in every language, ready for a chart with groups.
     *
     * <pre>{@code
     * plot(bars(crossed("budget", budgets, "scored by", losses, "gain (nats)", (k, loss) -> gain(k, loss)),
     *     "budget", "gain (nats)", "scored by"));
     * }</pre>
     *
     * @param x the name of the column that holds {@code xs}
     * @param xs whole numbers for an axis of numbers; anything else by its words
     * @param group the name of the column that holds {@code groups}
     * @param groups anything, by its words
     * @param y the name of the measure; columns with {@code low} and {@code high} behind it hold the ends
     * @param measure the interval of a pair
     * @param <X> the type of the xs
     * @param <G> the type of the groups
     * @return one row for each pair, group by group; without the ends if all numbers are exact
     */
    public static <X, G> Table crossed(
            String x, List<X> xs, String group, List<G> groups, String y, BiFunction<X, G, Interval> measure) {
        var numbers = !xs.isEmpty() && xs.stream().allMatch(Integer.class::isInstance);
        var columns = List.of(numbers ? IntColumn.create(x) : StringColumn.create(x), StringColumn.create(group));
        var intervals = new ArrayList<Interval>();
        for (var g : groups) {
            for (var value : xs) {
                columns.get(0).appendCell(String.valueOf(value));
                columns.get(1).appendCell(String.valueOf(g));
                intervals.add(measure.apply(value, g));
            }
        }
        var table = Table.create(columns.get(0), columns.get(1));
        var exact = intervals.stream().allMatch(interval -> interval.low() == interval.high());
        return exact ? table.addColumns(intervals(y, intervals)[0]) : table.addColumns(intervals(y, intervals));
    }

    // Wait with patience ----------------------------------------------------------------------------------------------

    /**
     * A line that says how far a long computation is; use it in {@code try (…)}.
     *
     * @param label what is being done
     * @param total how many steps there are, at least 1
     * @return the progress, to be told of each step
     */
    public static Progress progress(String label, long total) {
        return new Progress(label, total, Hosts.current(), System::nanoTime);
    }

    /**
     * A line chart that grows while a computation runs; use it in {@code try (…)}.
     *
     * @param title the title of the chart
     * @param x what the x axis shows, with its unit
     * @param y what the y axis shows, with its unit
     * @return the plot, to be told of each point
     */
    public static LivePlot live(String title, String x, String y) {
        return new LivePlot(title, x, y, Hosts.current(), System::nanoTime);
    }

    // Turn a knob -----------------------------------------------------------------------------------------------------

    /**
     * Shows a slider for whole numbers. Where the front end has no widgets, it shows the value and how to change it.
     *
     * @param label what the value is
     * @param min the smallest value
     * @param max the largest value
     * @param value the value to begin with
     * @return the knob, to be asked for its {@link Knob#value()}
     * @throws IllegalArgumentException if {@code min} is not less than {@code max}, or the value is not between them
     */
    public static Knob<Integer> slider(String label, int min, int max, int value) {
        if (min >= max) {
            throw new IllegalArgumentException(
                    "the slider \"" + label + "\" needs min < max, got min " + min + " and max " + max);
        }
        return Knob.show(label, new KnobKind.Whole(min, max), value);
    }

    /**
     * Shows a slider for numbers that begins in the middle. Where the front end has no widgets, it shows the value and how to change it.
     *
     * @param label what the value is
     * @param min the smallest value
     * @param max the largest value
     * @return the knob, to be asked for its {@link Knob#value()}
     * @throws IllegalArgumentException if {@code min} is not less than {@code max}, or one of them is not finite
     */
    public static Knob<Double> knob(String label, double min, double max) {
        return slider(label, min, max, min + (max - min) / 2);
    }

    /**
     * Shows a slider for numbers, with about a hundred steps.
     *
     * @param label what the value is
     * @param min the smallest value
     * @param max the largest value
     * @param value the value to begin with
     * @return the knob, to be asked for its {@link Knob#value()}
     * @throws IllegalArgumentException if {@code min} is not less than {@code max}, the value is not between them, or one of
     *     them is not finite
     */
    public static Knob<Double> slider(String label, double min, double max, double value) {
        if (!(min < max) || Double.isInfinite(max - min)) {
            throw new IllegalArgumentException(
                    "the slider \"" + label + "\" needs finite min < max, got min " + min + " and max " + max);
        }
        return Knob.show(label, KnobKind.Real.of(min, max, value), value);
    }

    /**
     * Shows a choice of one among several things, the first to begin with.
     *
     * @param label what is chosen
     * @param options what to choose from, shown by their {@code toString}
     * @param <T> the type of the things
     * @return the knob, to be asked for its {@link Knob#value()}
     * @throws IllegalArgumentException if there are no options
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Knob<T> dropdown(String label, T... options) {
        return dropdown(label, List.of(options));
    }

    /**
     * Shows a choice of one among several things, the first to begin with.
     *
     * @param label what is chosen
     * @param options what to choose from, shown by their {@code toString}
     * @param <T> the type of the things
     * @return the knob, to be asked for its {@link Knob#value()}
     * @throws IllegalArgumentException if there are no options
     */
    public static <T> Knob<T> dropdown(String label, List<T> options) {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("the dropdown \"" + label + "\" needs at least one option, got none");
        }
        return Knob.show(label, new KnobKind.OneOf<>(List.copyOf(options)), options.get(0));
    }

    /**
     * Shows a box to tick.
     *
     * @param label what is so when it is ticked
     * @param value whether it is ticked to begin with
     * @return the knob, to be asked for its {@link Knob#value()}
     */
    public static Knob<Boolean> checkbox(String label, boolean value) {
        return Knob.show(label, new KnobKind.YesNo(), value);
    }

    /**
     * Shows a button. What its action prints or shows appears below it. Where the front end has no widgets, nothing can be
     * pressed.
     *
     * @param label what happens when it is pressed
     * @param action what to do then
     */
    public static void button(String label, Action action) {
        PushButton.show(label, action);
    }

    /**
     * Shows a value, and makes and shows it anew whenever a knob moves that the code has asked for its value.
     *
     * <pre>{@code
     * var layers = slider("layers", 1, 12, 4);
     * live(() -> line(losses(layers.value()), "step", "loss"));
     * }</pre>
     *
     * <p>What the code prints is shown too, and so is its error if it fails. When knobs move fast, only the newest values
     * count. Where the front end has no widgets, the value is shown once, and an error of the code is an error of the cell.
     *
     * @param code makes what to show, from the values of knobs
     */
    // A lambda without parameters is never ambiguous: where it has a value, this is meant.
    @SuppressWarnings("overloads")
    public static void live(Callable<?> code) {
        live((Action) () -> {
            var value = code.call();
            if (value != null) {
                show(value);
            }
        });
    }

    /**
     * Runs code that shows something, and runs it anew whenever a knob moves that it has asked for its value; see
     * {@link #live(Callable)}.
     *
     * @param code shows or prints something, made from the values of knobs
     */
    @SuppressWarnings("overloads")
    public static void live(Action code) {
        Live.show(code);
    }

    // Claim and judge -------------------------------------------------------------------------------------------------

    /**
     * Writes down a claim before the data are there.
     *
     * @param id a short name such as {@code C1}
     * @param text the paper's claim, in the notebook's words
     * @param criterion when it counts as reproduced: the measure and its bound
     * @throws IllegalStateException if the id was already used for another claim
     */
    public static void claim(String id, String text, String criterion) {
        claim(id, text, criterion, "");
    }

    /**
     * Writes down a claim before the data are there, with the comparison that could falsify it.
     *
     * @param id a short name such as {@code C1}
     * @param text the paper's claim, in the notebook's words
     * @param criterion when it counts as reproduced: the measure and its bound
     * @param control the comparison that could falsify it
     * @throws IllegalStateException if the id was already used for another claim
     */
    public static void claim(String id, String text, String criterion, String control) {
        CLAIMS.add(new Claim(id, text, criterion, control));
    }

    /**
     * Writes down a claim before the data are there: whose it is, what the toy measures of it, when it counts as reproduced, and when a
     * control takes the evidence away.
     *
     * <pre>{@code
     * claim("C1", paper("one big layer is enough", "abstract", "no number"),
     *     measure("loss(all big) − loss(one big)", "nats per token"),
     *     "above 0", "the same with routes that were drawn: above 0");
     * }</pre>
     *
     * @param id a short name such as {@code C1}
     * @param statement from {@link #paper} or {@link #ours}
     * @param measure from {@link #measure}
     * @param criterion the bound of the measure
     * @param control when the control does the same
     * @throws IllegalStateException if the id was already used for another claim
     */
    public static void claim(String id, Statement statement, Measure measure, String criterion, String control) {
        CLAIMS.add(new Claim(id, statement, Optional.of(measure), criterion, control));
    }

    /**
     * A statement of the paper.
     *
     * @param text one sentence
     * @param section where the paper says it, such as {@code §4.2, Table 3}
     * @param number the paper's number with its unit, or {@code no number}
     * @return the statement, for {@link #claim(String, Statement, Measure, String, String)}
     * @throws IllegalArgumentException if one of them is blank
     */
    public static Statement paper(String text, String section, String number) {
        return new Statement(text, Statement.Author.PAPER, section, number);
    }

    /**
     * A statement of our own, which the paper does not make. Its verdict is "holds" or "does not hold", never "reproduced".
     *
     * @param text one sentence
     * @return the statement, for {@link #claim(String, Statement, Measure, String, String)}
     */
    public static Statement ours(String text) {
        return new Statement(text, Statement.Author.OURS, "", "");
    }

    /**
     * A measure without bounds, such as a difference of losses.
     *
     * @param name what is measured
     * @param unit its unit
     * @return the measure, for {@link #claim(String, Statement, Measure, String, String)}
     */
    public static Measure measure(String name, String unit) {
        return measure(name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * A measure with bounds, such as an accuracy. An interval that leaves them is refused with the verdict.
     *
     * @param name what is measured
     * @param unit its unit; blank for a share
     * @param least the smallest value there can be
     * @param most the largest value there can be
     * @return the measure, for {@link #claim(String, Statement, Measure, String, String)}
     * @throws IllegalArgumentException if {@code least} is not less than {@code most}
     */
    public static Measure measure(String name, String unit, double least, double most) {
        return new Measure(name, unit, least, most);
    }

    /**
     * Says why a claim has no control.
     *
     * @param why one short sentence
     * @return in place of a control, for {@link #verdict(String, Interval, Condition, ClaimControl)}
     */
    public static NoControl noControl(String why) {
        return new NoControl(why);
    }

    /** Shows the claims made so far. */
    public static void claims() {
        display(CLAIMS.renderClaims());
    }

    /**
     * Asks the reader what they expect of claims, before the data: whether each holds, and how sure they are. What they choose stands
     * beside the verdicts later. Where the front end has no widgets, it shows what to write instead.
     *
     * @param ids the claims to ask about; none means all that were made
     * @throws IllegalArgumentException if no such claim was made; the message lists those that were
     */
    public static void predict(String... ids) {
        PREDICTIONS.show(ids.length == 0 ? CLAIMS.ids() : List.of(ids));
    }

    /**
     * Predicts whether a claim's criterion will hold. Once the claim has its verdict, predictions change no more.
     *
     * @param id the claim
     * @param outcome {@code "holds"} or {@code "fails"}
     * @param confidence how sure you are, from 50 to 100 per cent
     * @throws IllegalArgumentException if no such claim was made, or the outcome or the confidence is none of these
     */
    public static void predict(String id, String outcome, int confidence) {
        System.out.println(CLAIMS.predict(id, Prediction.Outcome.of(id, outcome, confidence)));
    }

    /**
     * Predicts the number by which a claim will be judged: the mean of its interval. Once the claim has its verdict, predictions change
     * no more.
     *
     * @param id the claim
     * @param low the least you expect
     * @param high the most you expect
     * @param confidence how sure you are that the number lies between them, from 1 to 100 per cent
     * @throws IllegalArgumentException if no such claim was made, the range is empty, or there is no such confidence
     */
    public static void predict(String id, double low, double high, int confidence) {
        System.out.println(CLAIMS.predict(id, Prediction.Range.of(low, high, confidence)));
    }

    /**
     * Judges a claim by an interval.
     *
     * @param id the claim
     * @param measured what was measured
     * @param holds whether the claim's criterion holds
     * @return the verdict
     * @throws IllegalArgumentException if no such claim was made; the message lists those that were
     */
    public static Verdict verdict(String id, Interval measured, boolean holds) {
        return verdict(id, measured, holds, "");
    }

    /**
     * Judges a claim by an interval and says a word on it.
     *
     * @param id the claim
     * @param measured what was measured
     * @param holds whether the claim's criterion holds
     * @param note one short remark that stands beside the verdict
     * @return the verdict
     * @throws IllegalArgumentException if no such claim was made; the message lists those that were
     */
    public static Verdict verdict(String id, Interval measured, boolean holds, String note) {
        return find(id, Optional.of(measured), holds ? Verdict.REPRODUCED : Verdict.NOT_AT_THIS_SCALE, note);
    }

    /**
     * Judges a claim by an interval.
     *
     * @param id the claim
     * @param measured what was measured
     * @param criterion the claim's criterion, such as {@code i -> i.above(0).holds()}
     * @return the verdict
     * @throws IllegalArgumentException if no such claim was made; the message lists those that were
     */
    public static Verdict verdict(String id, Interval measured, Predicate<Interval> criterion) {
        return verdict(id, measured, criterion.test(measured));
    }

    /**
     * Judges a claim by a single number.
     *
     * @param id the claim
     * @param measured what was measured
     * @param holds whether the claim's criterion holds
     * @return the verdict
     * @throws IllegalArgumentException if no such claim was made; the message lists those that were
     */
    public static Verdict verdict(String id, double measured, boolean holds) {
        return verdict(id, new Interval(measured, measured, measured), holds);
    }

    /**
     * Judges a claim by a single number.
     *
     * @param id the claim
     * @param measured what was measured
     * @param criterion the claim's criterion, such as {@code r -> r >= 0.95}
     * @return the verdict
     * @throws IllegalArgumentException if no such claim was made; the message lists those that were
     */
    public static Verdict verdict(String id, double measured, DoublePredicate criterion) {
        return verdict(id, measured, criterion.test(measured));
    }

    /**
     * Judges a claim by its criterion and its control, both computed. The criterion decides first: if it fails, the claim is
     * contradicted (or, a claim of ours, does not hold); if the interval straddles its bound, it is undecided. If the criterion holds,
     * the control decides: where it does the same, the claim has no evidence; where that cannot be told, it is undecided; and only
     * where it does not, the claim is reproduced (or holds).
     *
     * @param id the claim
     * @param measured what was measured
     * @param criterion what it says about the criterion's bound, such as {@code measured.above(0)}
     * @param control the condition under which the control does the same, such as {@code shuffled.above(0)}; or {@link #noControl}
     * @return the verdict
     * @throws IllegalArgumentException if no such claim was made, the criterion is not about what was measured, or an interval
     *     leaves the range of the claim's measure
     */
    public static Verdict verdict(String id, Interval measured, Condition criterion, ClaimControl control) {
        return CLAIMS.judge(id, measured, criterion, control);
    }

    /**
     * Says in one sentence what was found. Each {@code {}} stands for a computed value, in their order: an {@link Interval} as its mean,
     * rounded to what it supports; a number with about three digits; everything else as it is. {@code {±}} shows an interval with
     * its ends, {@code {%}} a share in per cent.
     *
     * <pre>{@code
     * finding("Of {} nats, {%} are hindsight.", gain, share);
     * }</pre>
     *
     * <p>The sentence is stored as data, too, and {@code tinybabel run --verify} compares it with that of a fresh run.
     *
     * @param sentence one sentence or two, with a place for each value
     * @param values what was computed
     * @throws IllegalArgumentException if there are more or fewer places than values, or no value at all
     */
    public static void finding(String sentence, Object... values) {
        display(ComputedSentence.render(sentence, values));
    }

    /**
     * Says that the toy set-up cannot test a claim.
     *
     * @param id the claim
     * @param why the reason, one short sentence
     * @return the verdict
     * @throws IllegalArgumentException if no such claim was made; the message lists those that were
     */
    public static Verdict outOfScope(String id, String why) {
        return find(id, Optional.empty(), Verdict.OUT_OF_SCOPE, why);
    }

    private static Verdict find(String id, Optional<Interval> measured, Verdict verdict, String note) {
        CLAIMS.find(id, new Finding(measured, verdict, note));
        return verdict;
    }

    /** Shows all claims with their verdicts, and stores them as data in the notebook. */
    public static void verdicts() {
        display(CLAIMS.renderVerdicts());
    }

    // Remember --------------------------------------------------------------------------------------------------------

    /**
     * Asks the questions about a notebook that show what a reader remembers of it. Every answer can be opened and says whether it is
     * right, and why.
     *
     * @param notebook the notebook's name, such as {@code 01-bigram-subnetworks}
     * @throws IllegalArgumentException if there are no questions about it
     */
    public static void quiz(String notebook) {
        show(Quiz.of(notebook));
    }

    // Try it yourself -------------------------------------------------------------------------------------------------

    /**
     * Begins an exercise.
     *
     * @param contract the interface that holds the exercise's methods
     */
    public static void exercise(Class<?> contract) {
        checker().begin(contract);
    }

    /**
     * Runs the visible tests of one question against the notebook as it stands, and shows what they say.
     *
     * @param question the question's name, such as {@code a}
     * @throws IllegalStateException if no exercise was begun
     * @throws IllegalArgumentException if the exercise has no such question
     */
    public static void check(String question) {
        display(checker().check(question));
    }

    /**
     * Runs the visible tests of all questions, as {@code %check} does.
     *
     * @throws IllegalStateException if no exercise was begun
     */
    public static void check() {
        display(checker().checkAll());
    }

    /**
     * Runs the notebook as it was saved, from top to bottom in a new process, and shows where that differs from the
     * notebook as it stands, as {@code %check --fresh} does: cells may have been run in another order, or changed since.
     *
     * @param questionsAndNotebook questions to check, all if there are none; and the notebook's file, which ends in
     *     {@code .ipynb}, if it cannot be found
     * @throws IllegalStateException if no exercise was begun
     * @throws IllegalArgumentException if there is no such question, or the file cannot be found or read
     */
    public static void checkFresh(String... questionsAndNotebook) {
        var words = List.of(questionsAndNotebook);
        display(checker()
                .checkFresh(
                        words.stream().filter(word -> !word.endsWith(".ipynb")).toList(),
                        words.stream()
                                .filter(word -> word.endsWith(".ipynb"))
                                .findFirst()
                                .map(Path::of)));
    }

    private static volatile Checker checker;

    /** One checker for the life of the notebook: it remembers the exercise. */
    private static synchronized Checker checker() {
        if (checker == null) {
            var loader = Thread.currentThread().getContextClassLoader();
            checker = ServiceLoader.load(Checker.class, loader)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("exercises cannot be checked here: the grader is not "
                            + "on the class path. Start the notebook with the kernel \"Java (TinyBabel)\"."));
        }
        return checker;
    }

    private static void display(MimeBundle bundle) {
        Hosts.current().display(bundle, "");
    }
}
