package org.tinybabel.lab.metrics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well a number detects something: average precision, AP. Sort the examples by the number, largest first; at each positive
 * example, take the precision so far, the share of positives among the examples up to it; AP is the mean of these over the
 * positives,
 *
 * <pre>AP = 1/P · Σ over positives of (positives up to it) / (examples up to it).</pre>
 *
 * <p>1 means that all positives come first. A number that has nothing to do with the positives has about their share of the
 * examples, so compare APs on samples with the same share only. Examples with equal numbers stay in their order: shuffle them
 * first where the order means something.
 */
public final class AveragePrecision {

    private AveragePrecision() {}

    /**
     * The average precision of one detector.
     *
     * @param scores one number per example, larger for "more likely positive"
     * @param positive which examples are positive, in the same order
     * @return more than 0, up to 1
     * @throws IllegalArgumentException if the lengths differ, a score is not a number, or no example is positive
     */
    public static double of(double[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(
                    "got " + scores.length + " scores and " + positive.length + " examples: they must be as many");
        }
        var found = 0;
        var sum = 0.0;
        var ranking = ranking(scores);
        for (var rank = 0; rank < ranking.length; rank++) {
            if (positive[ranking[rank]]) {
                found++;
                sum += found / (rank + 1.0);
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException("no example is positive, so there is no average precision");
        }
        return sum / found;
    }

    private static int[] ranking(double[] scores) {
        var order = new Integer[scores.length];
        for (var i = 0; i < order.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("score " + i + " is not a number");
            }
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
        return Arrays.stream(order).mapToInt(i -> i).toArray();
    }

    /**
     * Each column of a table, such as each neuron of a layer, as a detector of each class against all others.
     *
     * @param rows N examples of C numbers each
     * @param classes the class of every example, 0 … K − 1; each class occurs
     * @param count the number of classes, K
     * @return average precisions, {@code [K][C]}
     * @throws IllegalArgumentException if the lengths differ, a class is out of range or does not occur, or a number is NaN
     */
    public static double[][] perClass(double[][] rows, int[] classes, int count) {
        if (rows.length != classes.length || rows.length == 0) {
            throw new IllegalArgumentException("got " + rows.length + " rows and " + classes.length
                    + " classes: they must be as many, and at least one");
        }
        var sizes = sizes(classes, count);
        var precisions = new double[count][rows[0].length];
        var column = new double[rows.length];
        for (var c = 0; c < rows[0].length; c++) {
            for (var i = 0; i < rows.length; i++) {
                column[i] = rows[i][c];
            }
            var found = new int[count];
            var ranking = ranking(column);
            for (var rank = 0; rank < ranking.length; rank++) {
                var positive = classes[ranking[rank]];
                found[positive]++;
                precisions[positive][c] += found[positive] / (rank + 1.0) / sizes[positive];
            }
        }
        return precisions;
    }

    private static int[] sizes(int[] classes, int count) {
        var sizes = new int[count];
        for (var one : classes) {
            if (one < 0 || one >= count) {
                throw new IllegalArgumentException("the classes are 0 to " + (count - 1) + ", got " + one);
            }
            sizes[one]++;
        }
        for (var k = 0; k < count; k++) {
            if (sizes[k] == 0) {
                throw new IllegalArgumentException("no example has class " + k);
            }
        }
        return sizes;
    }
}
