package org.tinybabel.lab.baselines;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Always naming the class that is the commonest in training. */
public final class MajorityClass {

    private MajorityClass() {}

    /**
     * The commonest class.
     *
     * @param labels at least one
     * @return the label; of several equally common ones the lowest
     * @throws IllegalArgumentException if there are no labels
     */
    public static int of(int[] labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("there are no labels to count");
        }
        var counts = Arrays.stream(labels)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        var most = counts.values().stream().mapToLong(count -> count).max().orElseThrow();
        return counts.keySet().stream()
                .filter(label -> counts.get(label) == most)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The accuracy of naming it every time.
     *
     * @param training labels from which the class is chosen, at least one
     * @param test labels of the questions, at least one
     * @return the share of questions of that class, 0 to 1
     * @throws IllegalArgumentException if there are no labels
     */
    public static Baseline accuracy(int[] training, int[] test) {
        var label = of(training);
        if (test.length == 0) {
            throw new IllegalArgumentException("there are no questions");
        }
        return new Baseline(
                "majority class",
                Arrays.stream(test).filter(one -> one == label).count() / (double) test.length);
    }
}
