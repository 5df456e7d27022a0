package org.tinybabel.lab.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * k-means by direction, with groups of equal size: what MoEfication (Zhang et al., 2022) cuts a feed-forward layer into experts
 * with. All vectors are scaled to length 1. In each round, all pairs (vector, centre) are taken in the order of their cosine,
 * most similar first, and a vector joins the centre if it has no group yet and the group is not full; then each centre becomes
 * the mean direction of its group.
 */
public final class BalancedKMeans {

    private BalancedKMeans() {}

    /** A vector that could join a group. */
    private record Pair(int vector, int group, double cosine) {}

    /**
     * Puts vectors into groups of equal size.
     *
     * @param vectors N vectors of D numbers each; a zero vector is equally near to every centre
     * @param groups number of groups, K; must divide N
     * @param rounds how often to assign, at least 1
     * @param seed chooses the vectors that are the first centres
     * @return the group of each vector, 0 … K − 1; each group occurs N / K times
     * @throws IllegalArgumentException if K does not divide N, there are no rounds, or the vectors differ in
     *     length or hold numbers that are not finite
     */
    public static int[] groups(double[][] vectors, int groups, int rounds, long seed) {
        if (groups < 1 || vectors.length == 0 || vectors.length % groups != 0 || rounds < 1) {
            throw new IllegalArgumentException("groups of equal size need a divisor of " + vectors.length
                    + " vectors and at least one round, got " + groups + " groups and " + rounds + " rounds");
        }
        var directions = Directions.of(vectors, vectors[0].length);
        var centres = firstCentres(directions, groups, RandomStreams.of(seed, "centres"));
        var assigned = new int[vectors.length];
        for (var round = 0; round < rounds; round++) {
            assigned = assign(directions, centres);
            centres = Directions.means(directions, assigned, groups);
        }
        return assigned;
    }

    private static double[][] firstCentres(double[][] directions, int groups, Random random) {
        var left = new ArrayList<>(List.of(directions));
        var centres = new double[groups][];
        Arrays.setAll(centres, k -> left.remove(random.nextInt(left.size())));
        return centres;
    }

    private static int[] assign(double[][] directions, double[][] centres) {
        var pairs = new ArrayList<Pair>();
        for (var v = 0; v < directions.length; v++) {
            for (var k = 0; k < centres.length; k++) {
                pairs.add(new Pair(v, k, Directions.dot(directions[v], centres[k])));
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -pair.cosine()));
        var assigned = new int[directions.length];
        Arrays.fill(assigned, -1);
        var free = new int[centres.length];
        Arrays.fill(free, directions.length / centres.length);
        for (var pair : pairs) {
            if (assigned[pair.vector()] < 0 && free[pair.group()] > 0) {
                assigned[pair.vector()] = pair.group();
                free[pair.group()]--;
            }
        }
        return assigned;
    }
}
