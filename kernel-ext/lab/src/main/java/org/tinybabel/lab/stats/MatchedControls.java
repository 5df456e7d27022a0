package org.tinybabel.lab.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Controls that are like the units under study in one respect: greedy nearest-neighbour matching without replacement (Rubin,
 * 1973). To ask whether removing some neurons hurts because of <em>what</em> they detect, compare with others that are as
 * active; a plain random choice would contain neurons that never fire and cannot be missed.
 */
public final class MatchedControls {

    private MatchedControls() {}

    /**
     * Finds for every unit under study another one with the nearest value. The units choose one after the other, in a random
     * order; what one has taken is no longer there for the next. Of two equally near ones, the lower index is taken.
     *
     * @param values the respect in which they should agree, one number per unit, such as the mean activation of a neuron
     * @param studied indices of the units under study, each once
     * @param seed fixes the order in which they choose
     * @return a control for each, in the order of {@code studied}; none of them is under study, none occurs twice
     * @throws IllegalArgumentException if an index is out of range or occurs twice, a value is not finite, or more than half of the
     *     units are under study
     */
    public static int[] nearest(double[] values, int[] studied, long seed) {
        check(values, studied);
        var free = new boolean[values.length];
        Arrays.fill(free, true);
        for (var unit : studied) {
            free[unit] = false;
        }
        var order = Arrays.asList(IntStream.range(0, studied.length).boxed().toArray(Integer[]::new));
        Collections.shuffle(order, RandomStreams.of(seed, "matching"));
        var controls = new int[studied.length];
        for (var i : order) {
            controls[i] = nearestFree(values, studied[i], free);
            free[controls[i]] = false;
        }
        return controls;
    }

    private static int nearestFree(double[] values, int unit, boolean[] free) {
        var nearest = -1;
        for (var other = 0; other < values.length; other++) {
            if (free[other]
                    && (nearest < 0
                            || Math.abs(values[other] - values[unit]) < Math.abs(values[nearest] - values[unit]))) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static void check(double[] values, int[] studied) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("all values must be finite, got " + Arrays.toString(values));
        }
        if (2 * studied.length > values.length) {
            throw new IllegalArgumentException("of " + values.length + " units, at most half can have a control, got "
                    + studied.length + " under study");
        }
        if (Arrays.stream(studied)
                        .distinct()
                        .filter(i -> i >= 0 && i < values.length)
                        .count()
                != studied.length) {
            throw new IllegalArgumentException("the units under study must be different indices from 0 to "
                    + (values.length - 1) + ", got " + Arrays.toString(studied));
        }
    }
}
