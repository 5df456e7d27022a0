package org.tinybabel.lab.probes;

import java.util.Arrays;
import java.util.Random;
import org.tinybabel.lab.engine.Draws;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * k-means by direction (Dhillon and Modha, 2001), begun by k-means++ (Arthur and Vassilvitskii, 2007): the first centre is a
 * vector drawn at random, each further one a vector drawn with a probability that grows with its squared distance from the
 * nearest centre so far, {@code 2 − 2 cos} for vectors of length 1. Then, in each round, every vector joins the centre with the
 * largest cosine, and each centre becomes the mean of the directions of its vectors.
 *
 * <p>Usage: {@code SphericalKMeans.fit(train, 12, 15, seed).assign(test)}
 */
public final class SphericalKMeans {

    private final double[][] centres;

    private SphericalKMeans(double[][] centres) {
        this.centres = centres;
    }

    /**
     * Finds centres.
     *
     * @param vectors N vectors of D numbers each; lengths do not matter, a zero vector is equally near to every centre
     * @param clusters number of centres K, 1 to N
     * @param rounds how often to assign and to average; with 0 the drawn vectors are the centres
     * @param seed equal seeds give equal centres
     * @return the centres; fewer different ones than K only where fewer directions differ
     * @throws IllegalArgumentException if there are fewer vectors than clusters, no cluster or a negative number of rounds, or if
     *     vectors differ in length or hold numbers that are not finite
     */
    public static SphericalKMeans fit(double[][] vectors, int clusters, int rounds, long seed) {
        if (clusters < 1 || clusters > vectors.length || rounds < 0) {
            throw new IllegalArgumentException("expected 1 to " + vectors.length
                    + " clusters, one for each vector at most, and 0 or more rounds, got " + clusters + " and "
                    + rounds);
        }
        var directions = Directions.of(vectors, vectors[0].length);
        var found = new SphericalKMeans(firstCentres(directions, clusters, RandomStreams.of(seed, "k-means++")));
        var before = new int[0];
        for (var round = 0; round < rounds; round++) {
            var groups = found.nearest(directions);
            // Equal groups have equal means: no later round would change anything.
            if (Arrays.equals(groups, before)) {
                return found;
            }
            found = new SphericalKMeans(means(directions, groups, found));
            before = groups;
        }
        return found;
    }

    private static double[][] firstCentres(double[][] directions, int clusters, Random random) {
        var centres = new double[clusters][];
        centres[0] = directions[random.nextInt(directions.length)];
        var distance = new double[directions.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        for (var k = 1; k < clusters; k++) {
            for (var v = 0; v < directions.length; v++) {
                distance[v] = Math.min(distance[v], Math.max(0, 2 - 2 * Directions.dot(directions[v], centres[k - 1])));
            }
            centres[k] = directions[Draws.index(distance, random)];
        }
        return centres;
    }

    /** A centre without vectors stays where it is. */
    private static double[][] means(double[][] directions, int[] groups, SphericalKMeans before) {
        var sizes = new int[before.centres.length];
        Arrays.stream(groups).forEach(k -> sizes[k]++);
        var means = Directions.means(directions, groups, sizes.length);
        Arrays.setAll(means, k -> sizes[k] == 0 ? before.centres[k] : means[k]);
        return means;
    }

    private int[] nearest(double[][] directions) {
        return Arrays.stream(directions).mapToInt(this::nearest).toArray();
    }

    private int nearest(double[] direction) {
        var best = 0;
        var cosine = Double.NEGATIVE_INFINITY;
        for (var k = 0; k < centres.length; k++) {
            var here = Directions.dot(direction, centres[k]);
            if (here > cosine) {
                cosine = here;
                best = k;
            }
        }
        return best;
    }

    /**
     * The centres.
     *
     * @return K vectors of length 1; one of length 0 where the directions of a cluster cancel out
     */
    public double[][] centres() {
        return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Puts each vector to the centre with the largest cosine, the first of those that are equal.
     *
     * @param vectors of the centres' width, in any number
     * @return 0 … K − 1 for each
     * @throws IllegalArgumentException if a vector has another width, or numbers that are not finite
     */
    public int[] assign(double[][] vectors) {
        return nearest(Directions.of(vectors, centres[0].length));
    }
}
