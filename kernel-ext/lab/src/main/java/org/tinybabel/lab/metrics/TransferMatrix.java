package org.tinybabel.lab.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well what was learned in one language works in another: every language is once the donor (the source), and once the target. The
 * numbers on the diagonal, of languages with themselves, are no transfer and are never read.
 *
 * @param scores larger is better, {@code [donor][target]}
 */
public record TransferMatrix(double[][] scores) {

    /**
     * Copies the scores.
     *
     * @param scores larger is better, {@code [donor][target]}
     * @throws IllegalArgumentException if there are fewer than three languages, the matrix is not square, or a score off the diagonal is not
     *     a number
     */
    public TransferMatrix {
        scores = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
        var n = scores.length;
        if (n < 3 || Arrays.stream(scores).anyMatch(row -> row.length != n)) {
            throw new IllegalArgumentException("expected a square matrix of at least three languages, got rows of "
                    + Arrays.toString(
                            Arrays.stream(scores).mapToInt(row -> row.length).toArray()));
        }
        for (var donor = 0; donor < n; donor++) {
            for (var target = 0; target < n; target++) {
                if (donor != target && Double.isNaN(scores[donor][target])) {
                    throw new IllegalArgumentException(
                            "the score from language " + donor + " to " + target + " is not a number");
                }
            }
        }
    }

    /**
     * The scores.
     *
     * @return a copy, {@code [donor][target]}
     */
    @Override
    public double[][] scores() {
        return Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * The most similar other language of each language: a choice of donors that needs no scores.
     *
     * @param similarities larger is nearer, {@code [n][n]}; the diagonal is not read
     * @return a donor for each target; of equally similar ones the first
     * @throws IllegalArgumentException if there are fewer than two languages or the matrix is not square
     */
    public static int[] mostSimilar(double[][] similarities) {
        var n = similarities.length;
        if (n < 2 || Arrays.stream(similarities).anyMatch(row -> row.length != n)) {
            throw new IllegalArgumentException(
                    "expected a square matrix of similarities of at least two languages, got " + n + " rows");
        }
        return IntStream.range(0, n)
                .map(target -> best(n, target, donor -> similarities[target][donor]))
                .toArray();
    }

    private static int best(int languages, int target, IntToDoubleFunction score) {
        return IntStream.range(0, languages)
                .filter(donor -> donor != target)
                .boxed()
                .max(Comparator.comparingDouble((Integer donor) -> score.applyAsDouble(donor))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /**
     * The mean score over targets with chosen donors.
     *
     * @param donors a donor for each target, another language than the target
     * @return the mean of {@code scores[donors[target]][target]}
     * @throws IllegalArgumentException if there is not a donor for each target, or one is the target itself or no language
     */
    public double with(int[] donors) {
        var n = scores.length;
        if (donors.length != n
                || IntStream.range(0, n).anyMatch(t -> donors[t] < 0 || donors[t] >= n || donors[t] == t)) {
            throw new IllegalArgumentException(
                    "expected another of " + n + " languages as donor for each target, got " + Arrays.toString(donors));
        }
        return IntStream.range(0, n)
                .mapToDouble(target -> scores[donors[target]][target])
                .average()
                .orElseThrow();
    }

    /**
     * The mean score over all pairs of different languages: a donor drawn by lot.
     *
     * @return the mean off the diagonal
     */
    public double mean() {
        return IntStream.range(0, scores.length)
                .mapToDouble(this::meanOfDonor)
                .average()
                .orElseThrow();
    }

    private double meanOfDonor(int donor) {
        return IntStream.range(0, scores.length)
                .filter(target -> target != donor)
                .mapToDouble(target -> scores[donor][target])
                .average()
                .orElseThrow();
    }

    /**
     * How well a language is served by all others.
     *
     * @param target 0 … n − 1
     * @return the mean of {@code scores[donor][target]} over the other languages
     * @throws IllegalArgumentException if there is no such language
     */
    public double ofTarget(int target) {
        if (target < 0 || target >= scores.length) {
            throw new IllegalArgumentException("there are languages 0 … " + (scores.length - 1) + ", got " + target);
        }
        return IntStream.range(0, scores.length)
                .filter(donor -> donor != target)
                .mapToDouble(donor -> scores[donor][target])
                .average()
                .orElseThrow();
    }

    /**
     * One donor for all: the language with the highest mean score over the others, the first of equal ones. It cannot serve itself, so its own
     * donor is the runner-up. To judge it fairly, take it from other data than those it is judged on.
     *
     * @return a donor for each target
     */
    public int[] fixedDonor() {
        var n = scores.length;
        var first = best(n, -1, this::meanOfDonor);
        var second = best(n, first, this::meanOfDonor);
        return IntStream.range(0, n)
                .map(target -> target == first ? second : first)
                .toArray();
    }

    /**
     * The best donor of each target: no choice of donors scores higher.
     *
     * @return a donor for each target, the first of equal ones
     */
    public int[] bestDonors() {
        return IntStream.range(0, scores.length)
                .map(target -> best(scores.length, target, donor -> scores[donor][target]))
                .toArray();
    }
}
