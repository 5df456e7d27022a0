package org.tinybabel.lab.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * For each group of questions the option that answers them best, such as the language to ask in for each topic (LSKExtractor,
 * Agarwal et al., 2025). It is learned from questions that were tried with every option, and is used for others.
 *
 * <pre>{@code
 * var map = ExpertMap.learn(pick(correct, train), pick(topics, train), K, ENGLISH);
 * map.accuracy(pick(correct, test), pick(topics, test)) - ExpertMap.accuracyOf(ENGLISH, pick(correct, test))
 * }</pre>
 *
 * @param experts the option of each group
 */
public record ExpertMap(int[] experts) {

    /**
     * Copies the options.
     *
     * @param experts the option of each group
     */
    public ExpertMap {
        experts = experts.clone();
    }

    /**
     * The option of each group.
     *
     * @return a copy
     */
    @Override
    public int[] experts() {
        return experts.clone();
    }

    /**
     * Takes for each group the option with the most right answers.
     *
     * @param correct whether question q was answered rightly with option l, {@code [Q][L]}
     * @param groups the group of each question, 0 … K − 1
     * @param k the number of groups K; a group may have no question
     * @param fallback the option of a group without questions, and of one in which no other is strictly better. Of several others that
     *     are equally good the first is taken
     * @return the map
     * @throws IllegalArgumentException if there are not as many groups as questions, rows differ in length, a group is not one of K,
     *     or the fallback is no option
     */
    public static ExpertMap learn(boolean[][] correct, int[] groups, int k, int fallback) {
        check(correct, groups, k);
        if (fallback < 0 || correct.length > 0 && fallback >= correct[0].length) {
            throw new IllegalArgumentException("option " + fallback + " is none of those that were tried");
        }
        var experts = new int[k];
        for (var group = 0; group < k; group++) {
            var right = right(correct, groups, group);
            var best = fallback;
            for (var option = 0; option < right.length; option++) {
                best = right[option] > right[best] ? option : best;
            }
            experts[group] = best;
        }
        return new ExpertMap(experts);
    }

    private static int[] right(boolean[][] correct, int[] groups, int group) {
        var right = new int[correct.length == 0 ? 0 : correct[0].length];
        for (var q = 0; q < groups.length; q++) {
            if (groups[q] == group) {
                for (var option = 0; option < right.length; option++) {
                    right[option] += correct[q][option] ? 1 : 0;
                }
            }
        }
        return right;
    }

    private static void check(boolean[][] correct, int[] groups, int k) {
        if (k < 1 || groups.length != correct.length) {
            throw new IllegalArgumentException("expected at least 1 group and a group for each of " + correct.length
                    + " questions, got " + k + " and " + groups.length);
        }
        for (var row : correct) {
            if (row.length != correct[0].length) {
                throw new IllegalArgumentException("all questions must be tried with " + correct[0].length
                        + " options, one was with " + row.length);
            }
        }
        for (var group : groups) {
            if (group < 0 || group >= k) {
                throw new IllegalArgumentException("group " + group + " is not in 0 … " + (k - 1));
            }
        }
    }

    /**
     * The share of right answers when each question is asked with the option of its group.
     *
     * @param correct whether question q was answered rightly with option l, {@code [Q][L]}
     * @param groups the group of each question
     * @return 0 to 1, each question counting the same
     * @throws IllegalArgumentException if there are no questions, not as many groups as questions, a group is not one of the map, or
     *     an option of the map was not tried
     */
    public double accuracy(boolean[][] correct, int[] groups) {
        check(correct, groups, experts.length);
        return share(correct, q -> experts[groups[q]]);
    }

    /**
     * The share of right answers when all questions are asked with one option.
     *
     * @param option the option
     * @param correct whether question q was answered rightly with option l, {@code [Q][L]}
     * @return 0 to 1
     * @throws IllegalArgumentException if there are no questions, or the option was not tried
     */
    public static double accuracyOf(int option, boolean[][] correct) {
        return share(correct, q -> option);
    }

    /** Chooses an option for a question. */
    @FunctionalInterface
    public interface Chooser {

        /**
         * Chooses.
         *
         * @param question its index
         * @return the index of an option
         */
        int option(int question);
    }

    /**
     * The share of right answers when each question is asked with an option of its own, such as the one the model is surest of.
     *
     * @param correct whether question q was answered rightly with option l, {@code [Q][L]}
     * @param chooser the option of each question
     * @return 0 to 1
     * @throws IllegalArgumentException if there are no questions, or an option was not tried
     */
    public static double share(boolean[][] correct, Chooser chooser) {
        if (correct.length == 0) {
            throw new IllegalArgumentException("a share of no questions is no number");
        }
        return IntStream.range(0, correct.length)
                .map(q -> {
                    var option = chooser.option(q);
                    if (option < 0 || option >= correct[q].length) {
                        throw new IllegalArgumentException(
                                "option " + option + " is not in 0 … " + (correct[q].length - 1));
                    }
                    return correct[q][option] ? 1 : 0;
                })
                .average()
                .orElseThrow();
    }

    /**
     * The same options, given to the groups in a random order: a control that asks whether it matters which group has which.
     *
     * @param random decides the order
     * @return a new map of the same groups
     */
    public ExpertMap shuffled(Random random) {
        var order = Arrays.stream(experts).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, random);
        return new ExpertMap(order.stream().mapToInt(option -> option).toArray());
    }

    /**
     * The option with the most right answers over all questions; of those that are equal the first.
     *
     * @param correct whether question q was answered rightly with option l, {@code [Q][L]}
     * @return the option
     * @throws IllegalArgumentException if there are no questions, or rows differ in length
     */
    public static int bestSingle(boolean[][] correct) {
        if (correct.length == 0) {
            throw new IllegalArgumentException("no option is the best of no questions");
        }
        return learn(correct, new int[correct.length], 1, 0).experts[0];
    }

    /**
     * The share of questions that at least one option answers rightly: what no choice of options can surpass.
     *
     * @param correct whether question q was answered rightly with option l, {@code [Q][L]}
     * @return 0 to 1
     * @throws IllegalArgumentException if there are no questions
     */
    public static double ceiling(boolean[][] correct) {
        if (correct.length == 0) {
            throw new IllegalArgumentException("a share of no questions is no number");
        }
        return Arrays.stream(correct)
                .mapToInt(row -> IntStream.range(0, row.length).anyMatch(option -> row[option]) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExpertMap map && Arrays.equals(experts, map.experts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(experts);
    }

    @Override
    public String toString() {
        return "ExpertMap" + Arrays.toString(experts);
    }
}
