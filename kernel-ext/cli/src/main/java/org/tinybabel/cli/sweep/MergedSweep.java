package org.tinybabel.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinybabel.cli.UserError;
import org.tinybabel.lab.scaling.ScaledModel;
import org.tinybabel.lab.scaling.ScalingGrid;

/** The units of one grid from one or more folders, as a table. */
public final class MergedSweep {

    private static final String HEADER = "seed,width,parameters,step,tokens,mixture,family,p,loss\n";

    private final ScalingGrid grid;
    private final Map<SweepUnit, TrainedUnit> trained = new LinkedHashMap<>();
    private final Map<SweepUnit, Path> from = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private MergedSweep(ScalingGrid grid) {
        this.grid = grid;
    }

    /**
     * Reads all units.
     *
     * @param folders what {@code sweep scaling} has written; at least one
     * @return what is there
     * @throws UserError if the folders belong to several grids, if a line cannot be read, or if two folders have the same unit
     *     with different losses
     * @throws IOException if a file cannot be read
     */
    public static MergedSweep of(List<Path> folders) throws IOException {
        var first = SweepFolder.existing(folders.get(0));
        var merged = new MergedSweep(first.grid());
        for (var path : folders) {
            var folder = SweepFolder.existing(path);
            if (!folder.grid().equals(merged.grid)) {
                throw new UserError("The folders " + first.path() + " and " + path + " belong to different grids: "
                        + String.join(", ", GridFile.differences(merged.grid, folder.grid())) + " in their grid.json"
                        + " differs. Merge those of one grid.");
            }
            merged.add(folder);
        }
        return merged;
    }

    private void add(SweepFolder folder) throws IOException {
        for (var stranger : folder.strangers()) {
            throw new UserError(stranger + " is no unit of the grid in " + folder.path() + ": take it out.");
        }
        for (var unit : SweepUnit.of(grid)) {
            var found = folder.find(unit);
            if (found.isPresent()) {
                add(found.get(), folder.path());
            }
        }
    }

    private void add(TrainedUnit unit, Path folder) {
        var earlier = trained.putIfAbsent(unit.unit(), unit);
        var where = from.putIfAbsent(unit.unit(), folder);
        if (earlier == null) {
            return;
        }
        if (!rows(earlier).equals(rows(unit))) {
            throw new UserError("The folders " + where + " and " + folder + " contradict each other: " + unit.unit()
                    + " has different losses. Take " + unit.unit().file() + " out of one of them.");
        }
        notes.add(unit.unit() + " is in " + where + " and in " + folder + ", with equal losses.");
    }

    /**
     * What is not there.
     *
     * @return the units that no folder has, in the order of training
     */
    public List<SweepUnit> missing() {
        return SweepUnit.of(grid).stream()
                .filter(unit -> !trained.containsKey(unit))
                .toList();
    }

    /**
     * How many units the grid has.
     *
     * @return those that are there and those that are not
     */
    public int units() {
        return grid.seeds().size() * grid.sizes().size();
    }

    /**
     * What a user should know, though nothing is wrong.
     *
     * @return sentences
     */
    public List<String> notes() {
        var devices = trained.values().stream()
                .map(TrainedUnit::device)
                .distinct()
                .sorted()
                .toList();
        var all = new ArrayList<>(notes);
        if (devices.size() > 1) {
            all.add("The models were trained on " + String.join(" and ", devices)
                    + ", whose results may differ in their last digits.");
        }
        return all;
    }

    /**
     * The table: a row for each seed, width, mixture, step and family, in the order of the grid.
     *
     * @return CSV with a header
     */
    public String csv() {
        return grid.seeds().stream()
                .flatMap(seed -> grid.sizes().stream().map(size -> new SweepUnit(seed, size)))
                .filter(trained::containsKey)
                .map(unit -> rows(trained.get(unit)))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private String rows(TrainedUnit unit) {
        return unit.models().stream().map(this::rows).collect(Collectors.joining());
    }

    private String rows(ScaledModel model) {
        return model.checkpoints().stream()
                .flatMap(checkpoint ->
                        IntStream.range(0, grid.families().size()).mapToObj(family -> row(model, checkpoint, family)))
                .collect(Collectors.joining());
    }

    private String row(ScaledModel model, ScaledModel.Checkpoint checkpoint, int family) {
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%d,%s,%d,%.6f,%.6f\n",
                model.seed(),
                model.width(),
                model.parameters(),
                checkpoint.step(),
                checkpoint.tokens(),
                mixture(model, grid.families().size()),
                family,
                model.familyShare(family),
                checkpoint.familyLoss(family));
    }

    static String mixture(ScaledModel model, int families) {
        return written(IntStream.range(0, families).mapToObj(model::familyShare).toList());
    }

    /** A mixture in the table, such as {@code 0.600/0.200/0.200}. */
    static String written(List<Double> mixture) {
        return mixture.stream()
                .map(share -> String.format(Locale.ROOT, "%.3f", share))
                .collect(Collectors.joining("/"));
    }
}
