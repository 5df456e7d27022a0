package org.tinybabel.lab.baselines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Wrong answers that look like the right one. Among any names, the length and the number of words give much of a translation away; among
 * names of one length and one number of words they give nothing away.
 */
public final class MatchedNames {

    private MatchedNames() {}

    /**
     * Finds for each name others that have most nearly its number of spaces, and among those most nearly its length.
     *
     * @param names n names in one language, different ones
     * @param wrong how many others, less than n
     * @param seed decides between equally near ones
     * @return for each name its own index, then those of the others, nearest first; {@code [n][1 + wrong]}
     * @throws IllegalArgumentException if there are not enough names, or two are equal
     */
    public static int[][] of(List<String> names, int wrong, long seed) {
        if (wrong < 1 || wrong >= names.size()) {
            throw new IllegalArgumentException("of " + names.size() + " names, each can have 1 … " + (names.size() - 1)
                    + " others, asked for " + wrong);
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "expected different names: a wrong one must not be spelled like the right one");
        }
        var order = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
        Collections.shuffle(order, RandomStreams.of(seed, "matched names"));
        return IntStream.range(0, names.size())
                .mapToObj(name -> IntStream.concat(
                                IntStream.of(name),
                                order.stream()
                                        .filter(other -> other != name)
                                        .sorted(Comparator.<Integer>comparingLong(
                                                        other -> Math.abs(spaces(names, other) - spaces(names, name)))
                                                .thenComparing(
                                                        other -> Math.abs(length(names, other) - length(names, name))))
                                        .limit(wrong)
                                        .mapToInt(other -> other))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static long spaces(List<String> names, int name) {
        return names.get(name).codePoints().filter(Character::isSpaceChar).count();
    }

    private static int length(List<String> names, int name) {
        return names.get(name).codePointCount(0, names.get(name).length());
    }

    /**
     * Keeps only the scores of some candidates of each query.
     *
     * @param scores of all candidates, {@code [n][m]}
     * @param candidates which ones count, {@code [n][k]}
     * @return {@code [n][k]}, in the order of the candidates; with {@link #of}, candidate 0 is the right one
     * @throws IllegalArgumentException if the numbers of queries differ or there is no such candidate
     */
    public static double[][] scores(double[][] scores, int[][] candidates) {
        if (scores.length != candidates.length) {
            throw new IllegalArgumentException(
                    "expected candidates for each of " + scores.length + " queries, got " + candidates.length);
        }
        return IntStream.range(0, scores.length)
                .mapToObj(q -> IntStream.of(candidates[q])
                        .mapToDouble(c -> score(scores[q], c))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double score(double[] scores, int candidate) {
        if (candidate < 0 || candidate >= scores.length) {
            throw new IllegalArgumentException(
                    "there are candidates 0 … " + (scores.length - 1) + ", got " + candidate);
        }
        return scores[candidate];
    }
}
