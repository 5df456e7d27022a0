package org.tinybabel.lab.trials;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tinybabel.display.TinyBabel;
import org.tinybabel.lab.training.Parallel;

/**
 * A plan of repeated experiments: every seed, or every seed under every condition (a full factorial design). It runs several at a
 * time; results do not depend on which ends first.
 *
 * <pre>{@code
 * var results = Trials.of("seed", 0, 1, 2, 3, 4, 5, 6, 7)
 *     .by("arm", "oracle", "all big")
 *     .progress("Training 16 models, steps", STEPS)
 *     .run(trial -> trial.put("loss", train(trial.seed(), trial.level("arm"), trial::step)));
 * plot(bars(results.summary("loss", "arm"), "arm", "loss"));
 * }</pre>
 */
public final class Trials {

    private final String unit;
    private final List<Integer> seeds;
    private final Map<String, List<Level>> factors;
    private final Optional<Line> line;

    private Trials(String unit, List<Integer> seeds, Map<String, List<Level>> factors, Optional<Line> line) {
        this.unit = unit;
        this.seeds = seeds;
        this.factors = factors;
        this.line = line;
    }

    /** The line of progress: its words, and how many steps a trial counts itself; 0 if whole trials are counted. */
    private record Line(String label, long steps) {}

    /** One value of a factor, as the experiment sees it and as the table writes it. */
    record Level(Object value, Object written) {}

    /**
     * Plans one trial per seed.
     *
     * @param unit the name of the column of seeds, such as {@code "seed"}
     * @param seeds at least one, each once; rows come in this order
     * @return the plan
     * @throws IllegalArgumentException if there are no seeds or one occurs twice
     */
    public static Trials of(String unit, List<Integer> seeds) {
        if (seeds.isEmpty() || new HashSet<>(seeds).size() < seeds.size()) {
            throw new IllegalArgumentException("trials need at least one seed, each once, got " + seeds);
        }
        return new Trials(unit, List.copyOf(seeds), Map.of(), Optional.empty());
    }

    /**
     * Plans one trial per seed.
     *
     * @param unit the name of the column of seeds, such as {@code "seed"}
     * @param seeds at least one, each once; rows come in this order
     * @return the plan
     * @throws IllegalArgumentException if there are no seeds or one occurs twice
     */
    public static Trials of(String unit, int... seeds) {
        return of(unit, Arrays.stream(seeds).boxed().toList());
    }

    /**
     * Crosses the plan with a factor: each trial so far is done under each of its levels.
     *
     * @param factor the factor's name, which becomes a column
     * @param levels words or numbers, at least one, each once
     * @return a new plan
     * @throws IllegalArgumentException if the name is taken, or levels are missing or double
     */
    public Trials by(String factor, Object... levels) {
        return by(factor, List.of(levels), level -> level);
    }

    /**
     * Crosses the plan with a factor whose levels are objects, such as records of settings.
     *
     * @param factor the factor's name, which becomes a column
     * @param levels at least one
     * @param name what the table writes for a level: a word or a number, different for each
     * @param <T> the levels' type
     * @return a new plan
     * @throws IllegalArgumentException if the name is taken, or levels are missing or double
     */
    public <T> Trials by(String factor, List<T> levels, Function<? super T, ?> name) {
        var named = levels.stream()
                .map(level -> new Level(level, name.apply(level)))
                .toList();
        if (named.isEmpty() || named.stream().map(Level::written).distinct().count() < named.size()) {
            throw new IllegalArgumentException("factor '" + factor + "' needs at least one level, each once, got "
                    + named.stream().map(Level::written).toList());
        }
        if (factor.equals(unit) || factors.containsKey(factor)) {
            throw new IllegalArgumentException("there is a column '" + factor + "' already");
        }
        var more = new LinkedHashMap<>(factors);
        more.put(factor, named);
        return new Trials(unit, seeds, more, line);
    }

    /**
     * Shows a line of progress that counts trials and says how much time is left.
     *
     * @param label what is being done
     * @return a new plan
     */
    public Trials progress(String label) {
        return new Trials(unit, seeds, factors, Optional.of(new Line(label, 0)));
    }

    /**
     * Shows a line of progress that counts steps and says how much time is left.
     *
     * @param label what is being done
     * @param steps how often each trial calls {@link Trial#step()}, at least 1
     * @return a new plan
     * @throws IllegalArgumentException if there are no steps
     */
    public Trials progress(String label, long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a trial needs at least 1 step to be counted, got " + steps);
        }
        return new Trials(unit, seeds, factors, Optional.of(new Line(label, steps)));
    }

    /**
     * Runs every trial, one per processor core at a time.
     *
     * @param experiment measures one trial, and puts what it finds into it
     * @return what was put, in the order of seeds, then of levels
     * @throws IllegalArgumentException if rows of the trials have different factors, or two rows have the same
     */
    public Results run(Consumer<Trial> experiment) {
        return runTogether(all().size(), some -> some.forEach(experiment));
    }

    /**
     * Runs trials in groups: those of one group are handed to the experiment together, to be trained on one model axis
     * ({@link org.tinybabel.lab.models.GptStack}). Each trial of the group still has its own seed, condition and rows.
     *
     * @param groups how many groups, at least 1, of neighbouring trials and as equal in size as can be; one per core is a good choice
     * @param experiment measures the trials of one group
     * @return what was put, in the order of seeds, then of levels
     * @throws IllegalArgumentException if there are more groups than trials, if rows have different factors, or two have the same
     */
    public Results runTogether(int groups, Consumer<List<Trial>> experiment) {
        var trials = new ArrayList<Trial>();
        each(groups, some -> {
                    experiment.accept(some);
                    return some;
                })
                .forEach(trials::addAll);
        return Results.of(unit, trials);
    }

    /**
     * Prepares something for every trial that later runs need, such as a trained model: use {@link Trial#index()} to find it again.
     *
     * @param experiment what to do with one trial; rows that it puts are lost
     * @param <T> the type of what it makes
     * @return one for each trial, in the order of seeds, then of levels
     */
    public <T> List<T> map(Function<Trial, ? extends T> experiment) {
        return each(all().size(), some -> (T) experiment.apply(some.get(0)));
    }

    /**
     * Makes something for every trial, in groups that are trained together, such as on one model axis.
     *
     * @param groups how many groups, at least 1, of neighbouring trials and as equal in size as can be; one per core is a good choice
     * @param experiment what to do with the trials of one group; gives one thing for each, in their order
     * @param <T> the type of what it makes
     * @return one for each trial, in the order of seeds, then of levels
     * @throws IllegalArgumentException if there are more groups than trials, or an experiment gives more or fewer things than trials
     */
    public <T> List<T> mapTogether(int groups, Function<List<Trial>, List<T>> experiment) {
        return each(groups, some -> {
                    var made = experiment.apply(some);
                    if (made.size() != some.size()) {
                        throw new IllegalArgumentException(
                                "a group of " + some.size() + " trials gave " + made.size() + " things");
                    }
                    return made;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private <T> List<T> each(int groups, Function<List<Trial>, T> experiment) {
        var size = all().size();
        if (groups < 1 || groups > size) {
            throw new IllegalArgumentException("there are " + size + " trials for " + groups + " groups");
        }
        if (line.isEmpty()) {
            return parts(all(() -> {}), groups, experiment);
        }
        var steps = line.get().steps();
        try (var bar = TinyBabel.progress(line.get().label(), size * Math.max(1, steps))) {
            return parts(all(steps == 0 ? () -> {} : bar::step), groups, some -> {
                var made = experiment.apply(some);
                bar.step(steps == 0 ? some.size() : 0);
                return made;
            });
        }
    }

    private static <T> List<T> parts(List<Trial> trials, int groups, Function<List<Trial>, T> experiment) {
        var size = trials.size();
        var parts = IntStream.range(0, groups)
                .mapToObj(g -> trials.subList(g * size / groups, (g + 1) * size / groups))
                .toList();
        return Parallel.map(parts, experiment);
    }

    private List<Map<String, Level>> all() {
        List<Map<String, Level>> all = new ArrayList<>();
        seeds.forEach(seed -> all.add(Map.of(unit, new Level(seed, seed))));
        for (var factor : factors.entrySet()) {
            var crossed = all.stream()
                    .flatMap(one -> factor.getValue().stream().map(level -> with(one, factor.getKey(), level)))
                    .toList();
            all.clear();
            all.addAll(crossed);
        }
        return all;
    }

    private static Map<String, Level> with(Map<String, Level> one, String factor, Level level) {
        Map<String, Level> more = new LinkedHashMap<>(one);
        more.put(factor, level);
        return more;
    }

    private List<Trial> all(Runnable onStep) {
        var all = all();
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Trial(i, unit, all.get(i), onStep))
                .toList();
    }
}
