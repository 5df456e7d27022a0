package org.tinybabel.lab.metrics;

import org.tinybabel.lab.models.WeightMask;

/**
 * How much of one subnetwork lies in another, next to what chance would give.
 *
 * @param observed share of the first mask's weights that the second keeps too, |a ∧ b| / |a|
 * @param expected the same share if the weights of each block lay at random places inside it, Σ |a_k||b_k| / n_k / |a|
 */
public record MaskOverlap(double observed, double expected) {

    /**
     * Compares two masks of one model.
     *
     * @param a the mask whose weights are looked for
     * @param b the mask in which they are looked for
     * @return the overlap
     * @throws IllegalArgumentException if the masks have different blocks, or {@code a} keeps nothing
     */
    public static MaskOverlap of(WeightMask a, WeightMask b) {
        var blocksOfA = a.byBlock();
        var blocksOfB = b.byBlock();
        if (!blocksOfA.keySet().equals(blocksOfB.keySet())) {
            throw new IllegalArgumentException(
                    "the masks have different blocks: " + blocksOfA.keySet() + " and " + blocksOfB.keySet());
        }
        if (a.count() == 0) {
            throw new IllegalArgumentException("the first mask keeps no weights, so its overlap is not defined");
        }
        var both = 0.0;
        var byChance = 0.0;
        for (var block : blocksOfA.keySet()) {
            var inA = blocksOfA.get(block);
            var inB = blocksOfB.get(block);
            both += count(inA, inB);
            byChance += (double) count(inA, inA) * count(inB, inB) / inA.length;
        }
        return new MaskOverlap(both / a.count(), byChance / a.count());
    }

    private static int count(boolean[] a, boolean[] b) {
        var both = 0;
        for (var i = 0; i < a.length; i++) {
            both += a[i] && b[i] ? 1 : 0;
        }
        return both;
    }

    /**
     * Observed overlap as a multiple of the expected one.
     *
     * @return 1 means chance; NaN if nothing was expected
     */
    public double ratio() {
        return observed / expected;
    }
}
