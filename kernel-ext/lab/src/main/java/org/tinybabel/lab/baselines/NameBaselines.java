package org.tinybabel.lab.baselines;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.tinybabel.lab.metrics.EditSimilarity;
import org.tinybabel.lab.metrics.Retrieval;

/** Finding a name among candidates by its looks alone. */
public final class NameBaselines {

    private NameBaselines() {}

    /**
     * The accuracy at k of chance, of the length (with and without spaces), of the same spelling, and of a similar one. Candidates that a
     * rule cannot tell apart share their places ({@link Retrieval#expectedAccuracyAt}): there are few lengths and many names.
     *
     * @param queries n names
     * @param candidates m names to rank
     * @param right index of each query's right candidate, n numbers
     * @param k at least 1
     * @return five baselines, accuracies 0 to 1
     * @throws IllegalArgumentException if there is nothing to rank, an index is out of range, or k is less than 1
     */
    public static List<Baseline> accuracyAt(List<String> queries, List<String> candidates, int[] right, int k) {
        return List.of(
                at("chance", scores(queries, candidates, (a, b) -> 0), right, k),
                at("length of the name", length(queries, candidates, true), right, k),
                at("length without spaces", length(queries, candidates, false), right, k),
                at("same spelling", identity(queries, candidates), right, k),
                at("similar spelling", editSimilarity(queries, candidates), right, k));
    }

    private static Baseline at(String name, double[][] scores, int[] right, int k) {
        return new Baseline(name, Retrieval.expectedAccuracyAt(scores, right, k));
    }

    /**
     * Scores candidates by how close in length they are.
     *
     * @param queries n names
     * @param candidates m names
     * @param withSpaces whether spaces count
     * @return minus the difference in code points, {@code [n][m]}
     */
    public static double[][] length(List<String> queries, List<String> candidates, boolean withSpaces) {
        return scores(queries, candidates, (a, b) -> -Math.abs(length(a, withSpaces) - length(b, withSpaces)));
    }

    private static long length(String name, boolean withSpaces) {
        return name.codePoints()
                .filter(letter -> withSpaces || !Character.isSpaceChar(letter))
                .count();
    }

    /**
     * Scores candidates by whether they are spelled exactly alike: copying.
     *
     * @param queries n names
     * @param candidates m names
     * @return 1 or 0, {@code [n][m]}
     */
    public static double[][] identity(List<String> queries, List<String> candidates) {
        return scores(queries, candidates, (a, b) -> a.equals(b) ? 1 : 0);
    }

    /**
     * Scores candidates by how similarly they are spelled.
     *
     * @param queries n names
     * @param candidates m names
     * @return {@link EditSimilarity#of}, 0 to 1, {@code [n][m]}
     */
    public static double[][] editSimilarity(List<String> queries, List<String> candidates) {
        return scores(queries, candidates, EditSimilarity::of);
    }

    private static double[][] scores(
            List<String> queries, List<String> candidates, ToDoubleBiFunction<String, String> score) {
        return queries.stream()
                .map(query -> candidates.stream()
                        .mapToDouble(candidate -> score.applyAsDouble(query, candidate))
                        .toArray())
                .toArray(double[][]::new);
    }
}
