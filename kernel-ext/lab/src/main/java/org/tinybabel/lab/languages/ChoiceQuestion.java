package org.tinybabel.lab.languages;

import java.util.List;

/**
 * A question about a country with a few answers to choose from.
 *
 * @param country its index among the countries
 * @param relation its index among the relations: what is asked
 * @param gold the right answer's id
 * @param options ids of answers, each once, the right one first
 */
public record ChoiceQuestion(int country, int relation, int gold, List<Integer> options) {

    /**
     * Checks and copies the options.
     *
     * @param country its index among the countries
     * @param relation its index among the relations
     * @param gold the right answer's id
     * @param options ids of answers, the right one first
     * @throws IllegalArgumentException if the right answer is not the first option
     */
    public ChoiceQuestion {
        options = List.copyOf(options);
        if (options.isEmpty() || options.get(0) != gold) {
            throw new IllegalArgumentException("answer " + gold + " must be the first of the options " + options);
        }
    }
}
