package org.tinybabel.cli.bench;

import java.util.ArrayList;
import java.util.List;

/** Measured values of one thing. */
final class Sample {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    double median() {
        return quantile(0.5);
    }

    /** The smallest value that at least this share of the values does not exceed. */
    double quantile(double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
