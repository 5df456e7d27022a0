package org.tinybabel.cli.sweep;

import java.util.Comparator;
import java.util.List;
import org.tinybabel.lab.scaling.ScalingGrid;

/**
 * The smallest piece of a sweep: all mixtures of one width and one seed, which train as one stack. A unit is trained whole or
 * not at all, so that its results are the same wherever and beside whatever it is trained.
 *
 * @param seed draws languages, weights and sentences
 * @param size the width and its mixtures
 */
public record SweepUnit(long seed, ScalingGrid.Size size) {

    /** A model of width 0 would still cost as much as its calls, which was measured to be as much as these units of width. */
    private static final int CALLS = 50;

    /**
     * The units of a grid.
     *
     * @param grid the whole sweep
     * @return the widest first, so that parts and processors get equal shares of the long ones; seed by seed
     */
    public static List<SweepUnit> of(ScalingGrid grid) {
        return grid.sizes().stream()
                .sorted(Comparator.comparing(ScalingGrid.Size::width).reversed())
                .flatMap(size -> grid.seeds().stream().map(seed -> new SweepUnit(seed, size)))
                .toList();
    }

    /**
     * Where its models are kept.
     *
     * @return a file name
     */
    public String file() {
        return "models-seed" + seed + "-width" + size.width() + ".jsonl";
    }

    /** How long one step takes, next to other units. */
    double stepCost() {
        return size.mixtures().size() * (double) (CALLS + size.width());
    }

    @Override
    public String toString() {
        return "seed " + seed + ", width " + size.width();
    }
}
