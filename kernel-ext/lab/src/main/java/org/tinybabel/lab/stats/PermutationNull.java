package org.tinybabel.lab.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * What a statistic would be if the labels had nothing to do with the data: it is computed again and again with the labels in
 * a random order (Fisher, 1935). A permutation keeps how often each label occurs and everything about the data, so also
 * whatever the statistic gains from choosing, such as the largest of many values.
 *
 * @param observed the statistic with the true labels
 * @param permuted the statistic with permuted labels, in the order of the permutations
 */
public record PermutationNull(double observed, List<Double> permuted) {

    /**
     * Copies the list.
     *
     * @param observed the statistic with the true labels
     * @param permuted the statistic with permuted labels, at least one
     * @throws IllegalArgumentException if there are no permutations
     */
    public PermutationNull {
        permuted = List.copyOf(permuted);
        if (permuted.isEmpty()) {
            throw new IllegalArgumentException("a null needs at least one permutation");
        }
    }

    /**
     * Computes a statistic with the true labels and with permuted ones.
     *
     * @param labels the label of each example; stays as it is
     * @param permutations how many random orders, at least 1
     * @param seed equal seeds give equal permutations
     * @param statistic computes the statistic from labels; must keep none of the arrays it is given
     * @return the statistic and its null
     * @throws IllegalArgumentException if there are no permutations
     */
    public static PermutationNull of(int[] labels, int permutations, long seed, ToDoubleFunction<int[]> statistic) {
        var random = RandomStreams.of(seed, "permutations");
        var values = new Double[Math.max(0, permutations)];
        for (var i = 0; i < values.length; i++) {
            values[i] = statistic.applyAsDouble(permuted(labels, random));
        }
        return new PermutationNull(statistic.applyAsDouble(labels.clone()), Arrays.asList(values));
    }

    private static int[] permuted(int[] labels, Random random) {
        var order = Arrays.asList(Arrays.stream(labels).boxed().toArray(Integer[]::new));
        Collections.shuffle(order, random);
        return order.stream().mapToInt(label -> label).toArray();
    }

    /**
     * What chance gives.
     *
     * @return the mean over the permutations
     */
    public double chance() {
        return permuted.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    /**
     * What is left when chance is taken off.
     *
     * @return observed − chance
     */
    public double excess() {
        return observed - chance();
    }

    /**
     * How rarely chance gives as much: (1 + number of permutations with at least the observed value) / (1 + permutations).
     *
     * @return the one-sided p value
     */
    public double pValue() {
        var asLarge = permuted.stream().filter(value -> value >= observed).count();
        return (1.0 + asLarge) / (1 + permuted.size());
    }
}
