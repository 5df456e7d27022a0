package org.tinybabel.lab.trials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.trials.Trials.Level;

/** One experiment of {@link Trials}: its seed, its condition, and the rows that it measures. */
public final class Trial {

    private final int index;
    private final String unit;
    private final Map<String, Level> levels;
    private final Runnable onStep;
    private final Map<Map<String, Object>, Observation> rows = new LinkedHashMap<>();

    Trial(int index, String unit, Map<String, Level> levels, Runnable onStep) {
        this.index = index;
        this.unit = unit;
        this.levels = levels;
        this.onStep = onStep;
    }

    /**
     * The place of this trial among all.
     *
     * @return 0 for the first seed under the first condition
     */
    public int index() {
        return index;
    }

    /**
     * The seed, from which everything random in this trial must come.
     *
     * @return such as 0
     */
    public int seed() {
        return (int) levels.get(unit).value();
    }

    /**
     * Random numbers for one purpose of this trial. Trials of one seed under different conditions get the same numbers (common
     * random numbers), which makes their difference less noisy.
     *
     * @param purpose what the numbers are for, such as {@code "routes"}
     * @return a generator at its start
     */
    public Random random(String purpose) {
        return RandomStreams.of(seed(), purpose);
    }

    /**
     * A seed for one purpose of this trial, for what takes a seed and no generator: {@code grammar.sample(n, T, trial.seed("test"))}.
     *
     * @param purpose what is drawn, such as {@code "training text"} or {@code "test text"}
     * @return the same for equal seeds of the trial and equal purposes
     */
    public long seed(String purpose) {
        return random(purpose).nextLong();
    }

    /**
     * The level of a factor in this trial.
     *
     * @param factor a name given to {@link Trials#by}
     * @return the level's word or number, as the table writes it
     * @throws IllegalArgumentException if there is no such factor
     */
    public String level(String factor) {
        return String.valueOf(known(factor).written());
    }

    /**
     * The level of a factor in this trial, as the object that was given.
     *
     * @param factor a name given to {@link Trials#by}
     * @param type what the levels are, such as {@code Condition.class}
     * @param <T> the levels' type
     * @return the level
     * @throws IllegalArgumentException if there is no such factor, or its levels are something else
     */
    public <T> T level(String factor, Class<T> type) {
        var value = known(factor).value();
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("level " + value + " of '" + factor + "' is no " + type.getSimpleName()
                    + " but a " + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }

    private Level known(String factor) {
        if (!levels.containsKey(factor)) {
            throw new IllegalArgumentException(
                    "there is no factor '" + factor + "'; there are " + String.join(", ", levels.keySet()));
        }
        return levels.get(factor);
    }

    /** Counts one step of this trial, if {@link Trials#progress(String, long)} shows a line. */
    public void step() {
        onStep.run();
    }

    /**
     * Notes a number for this trial.
     *
     * @param measure the name of its column, best with a unit, such as {@code "loss (nats)"}
     * @param value what was measured; {@code NaN} where there is nothing
     * @return this trial
     * @throws IllegalArgumentException if the measure is noted already
     */
    public Trial put(String measure, double value) {
        observe().put(measure, value);
        return this;
    }

    /**
     * A row of its own for something within this trial, such as one step, layer or way to choose. All rows of all trials need the same
     * factors.
     *
     * @param factorsAndLevels name and level in turn, such as {@code "layer", 2, "who", "oracle"}; none for the trial itself
     * @return the row, to put numbers into; the same one for the same levels
     * @throws IllegalArgumentException if a name has no level, or is one of the trial's own
     */
    public Observation observe(Object... factorsAndLevels) {
        var within = Names.pairs(factorsAndLevels);
        within.keySet().stream().filter(levels::containsKey).findFirst().ifPresent(factor -> {
            throw new IllegalArgumentException("the trial itself has the column '" + factor + "' already");
        });
        return rows.computeIfAbsent(within, w -> {
            Map<String, Object> all = new LinkedHashMap<>();
            levels.forEach((factor, level) -> all.put(factor, level.written()));
            all.putAll(w);
            return new Observation(all);
        });
    }

    List<Observation> rows() {
        return new ArrayList<>(rows.values());
    }
}
