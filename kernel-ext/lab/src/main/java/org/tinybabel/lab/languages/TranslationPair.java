package org.tinybabel.lab.languages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Two names that are said to mean the same: a constraint of lexical specialization. Concepts are indices of an {@link IcuLexicon}.
 *
 * <p>Usage: {@code var pairs = TranslationPair.draw(train, List.of("en", "de", "ru"), 500, seed);}
 *
 * @param leftConcept what the first name means
 * @param left the first name's language
 * @param rightConcept what the second name means; another concept only in {@link #withWrongPartners}
 * @param right the second name's language
 */
public record TranslationPair(int leftConcept, String left, int rightConcept, String right) {

    /**
     * All pairs of names that differ in language and in spelling and mean the same.
     *
     * @param lexicon the concepts to learn from
     * @param tags languages of the lexicon, at least two; the first name of a pair is in the language that comes first here
     * @return each pair once, concept by concept
     * @throws IllegalArgumentException if there are fewer than two languages, one is given twice, or the lexicon does not have one
     */
    public static List<TranslationPair> all(IcuLexicon lexicon, List<String> tags) {
        if (tags.size() < 2 || tags.stream().distinct().count() < tags.size()) {
            throw new IllegalArgumentException("translations need two or more different languages, got " + tags);
        }
        var names = tags.stream().map(lexicon::names).toList();
        var pairs = new ArrayList<TranslationPair>();
        for (var concept = 0; concept < lexicon.size(); concept++) {
            for (var a = 0; a < tags.size(); a++) {
                for (var b = a + 1; b < tags.size(); b++) {
                    if (!names.get(a).get(concept).equals(names.get(b).get(concept))) {
                        pairs.add(new TranslationPair(concept, tags.get(a), concept, tags.get(b)));
                    }
                }
            }
        }
        return List.copyOf(pairs);
    }

    /**
     * Some of {@link #all} pairs at random, none twice. Of one seed, fewer pairs are the first of more.
     *
     * @param lexicon the concepts to learn from
     * @param tags languages of the lexicon, at least two
     * @param number how many
     * @param seed equal seeds give equal pairs
     * @return that many, in random order
     * @throws IllegalArgumentException if there are not as many; or as {@link #all}
     */
    public static List<TranslationPair> draw(IcuLexicon lexicon, List<String> tags, int number, long seed) {
        var pairs = new ArrayList<>(all(lexicon, tags));
        if (number < 1 || number > pairs.size()) {
            throw new IllegalArgumentException(
                    "there are " + pairs.size() + " pairs in the languages " + tags + ", asked for " + number);
        }
        Collections.shuffle(pairs, RandomStreams.of(seed, "translation pairs"));
        return List.copyOf(pairs.subList(0, number));
    }

    /**
     * The control: the same names, and the same pairs of languages, but no name is with its translation. The second names are permuted
     * among the pairs that share their language.
     *
     * @param pairs right pairs
     * @param seed equal seeds give equal permutations
     * @return as many, in the same order by their first names
     * @throws IllegalArgumentException if the pairs of a language have too few different concepts
     */
    public static List<TranslationPair> withWrongPartners(List<TranslationPair> pairs, long seed) {
        var random = RandomStreams.of(seed, "wrong partners");
        var wrong = new ArrayList<>(pairs);
        var byLanguage = IntStream.range(0, pairs.size()).boxed().collect(Collectors.groupingBy(i -> pairs.get(i)
                .right()));
        for (var tag : byLanguage.keySet().stream().sorted().toList()) {
            var places = byLanguage.get(tag);
            var own = places.stream().map(i -> pairs.get(i).leftConcept()).toList();
            var partners = deranged(
                    places.stream().map(i -> pairs.get(i).rightConcept()).toList(), own, random);
            for (var i = 0; i < partners.size(); i++) {
                var pair = pairs.get(places.get(i));
                wrong.set(places.get(i), new TranslationPair(pair.leftConcept(), pair.left(), partners.get(i), tag));
            }
        }
        return List.copyOf(wrong);
    }

    /** Shuffles, then swaps away what would be in its own place. */
    private static List<Integer> deranged(List<Integer> concepts, List<Integer> own, Random random) {
        var order = new ArrayList<>(concepts);
        Collections.shuffle(order, random);
        for (var place = 0; place < order.size(); place++) {
            if (order.get(place).equals(own.get(place))) {
                var i = place;
                var other = IntStream.range(1, order.size())
                        .map(step -> (i + step) % order.size())
                        .filter(j -> !order.get(j).equals(own.get(i))
                                && !order.get(i).equals(own.get(j)))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("wrong partners need pairs of more concepts, got "
                                        + concepts.size() + " pairs of "
                                        + concepts.stream().distinct().count()
                                        + " concepts with names in one language"));
                Collections.swap(order, i, other);
            }
        }
        return order;
    }
}
