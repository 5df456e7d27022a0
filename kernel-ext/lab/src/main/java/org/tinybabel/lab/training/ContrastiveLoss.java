package org.tinybabel.lab.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.TensorScope;

/**
 * The contrastive loss NT-Xent ("normalised temperature-scaled cross-entropy"; Chen et al., SimCLR, 2020, arXiv 2002.05709): vectors
 * that belong together must have a larger cosine with each other than with the rest of the batch.
 */
public final class ContrastiveLoss {

    private static final double FAR_AWAY = -1e9;

    private ContrastiveLoss() {}

    /**
     * NT-Xent for pairs: every vector's partner against all other vectors of both sides.
     *
     * @param scope the step
     * @param left B ≥ 2 vectors, shape {@code (B, d)}
     * @param right their partners, shape {@code (B, d)}
     * @param temperature τ, more than 0
     * @return the mean over the 2B vectors u of −log exp(cos(u, u⁺)/τ) / Σ exp(cos(u, v)/τ) over v ≠ u, in nats; shape {@code ()}
     */
    public static NDArray ofPairs(TensorScope scope, NDArray left, NDArray right, double temperature) {
        var pairs = (int) left.getShape().get(0);
        var labels = IntStream.range(0, 2 * pairs).map(i -> i % pairs).toArray();
        return ofLabels(scope, left.concat(right), labels, temperature);
    }

    /**
     * NT-Xent with labels: vectors of one label are each other's partners, vectors of other labels are the negatives. For an ordered
     * pair (i, j) of partners the loss is −log p, with p = exp(cos(i, j)/τ) / (exp(cos(i, j)/τ) + Σ exp(cos(i, k)/τ) over k of
     * another label); the other partners of i do not appear in it.
     *
     * @param scope the step
     * @param vectors shape {@code (n, d)}
     * @param labels one per vector
     * @param temperature τ, more than 0
     * @return the mean over all ordered pairs of partners, in nats; shape {@code ()}
     * @throws IllegalArgumentException if no two vectors share a label, the numbers of labels and vectors differ, or τ is not positive
     */
    public static NDArray ofLabels(TensorScope scope, NDArray vectors, int[] labels, double temperature) {
        if (vectors.getShape().get(0) != labels.length || !(temperature > 0)) {
            throw new IllegalArgumentException("expected a label for every vector and a temperature above 0, got "
                    + vectors.getShape() + ", " + labels.length + " labels and temperature " + temperature);
        }
        var anchors = new ArrayList<Integer>();
        var partners = new ArrayList<Integer>();
        for (var i = 0; i < labels.length; i++) {
            for (var j = 0; j < labels.length; j++) {
                if (i != j && labels[i] == labels[j]) {
                    anchors.add(i);
                    partners.add(j);
                }
            }
        }
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("no two vectors share a label in " + Arrays.toString(labels));
        }
        var unit = vectors.normalize(2, 1); // (n, d)
        var cosines = unit.matMul(unit.transpose()).mul(scope.scalar(1 / temperature)); // (n, n)
        var scores = cosines.get(indices(scope, anchors)).add(scope.array(hidden(labels, anchors, partners))); // (P, n)
        return Losses.crossEntropy(scores, indices(scope, partners)); // ()
    }

    private static NDArray indices(TensorScope scope, ArrayList<Integer> numbers) {
        return scope.tokens(new int[][] {numbers.stream().mapToInt(i -> i).toArray()})
                .squeeze(0);
    }

    /** Hides from each pair's row of scores the anchor itself and its other partners. */
    private static double[][] hidden(int[] labels, ArrayList<Integer> anchors, ArrayList<Integer> partners) {
        var hidden = new double[anchors.size()][labels.length];
        for (var pair = 0; pair < hidden.length; pair++) {
            for (var k = 0; k < labels.length; k++) {
                var sameLabel = labels[k] == labels[anchors.get(pair)];
                hidden[pair][k] = sameLabel && k != partners.get(pair) ? FAR_AWAY : 0;
            }
        }
        return hidden;
    }
}
