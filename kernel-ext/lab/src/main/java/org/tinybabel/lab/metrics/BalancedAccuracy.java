package org.tinybabel.lab.metrics;

import java.util.Arrays;

/** Accuracy that a classifier cannot raise by always naming the largest class. */
public final class BalancedAccuracy {

    private BalancedAccuracy() {}

    /**
     * The mean over classes of the share of their members that are recognised.
     *
     * @param truth each item's class
     * @param predicted what a classifier said
     * @return 0 to 1; guessing gives about 1 / classes
     * @throws IllegalArgumentException if the numbers differ or there are no items
     */
    public static double of(int[] truth, int[] predicted) {
        if (truth.length == 0 || truth.length != predicted.length) {
            throw new IllegalArgumentException("expected a prediction for each item, at least 1, got "
                    + predicted.length + " for " + truth.length + " items");
        }
        return Arrays.stream(truth)
                .distinct()
                .mapToDouble(label -> recall(truth, predicted, label))
                .average()
                .orElseThrow();
    }

    private static double recall(int[] truth, int[] predicted, int label) {
        var members = 0;
        var found = 0;
        for (var i = 0; i < truth.length; i++) {
            if (truth[i] == label) {
                members++;
                found += predicted[i] == label ? 1 : 0;
            }
        }
        return (double) found / members;
    }
}
