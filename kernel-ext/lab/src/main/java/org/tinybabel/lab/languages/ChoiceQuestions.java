package org.tinybabel.lab.languages;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * All questions about some countries and relations, each with a few answers to choose from. The answers of all relations have ids of
 * one row, a block of ids for each relation, so that one output layer of a model holds them all.
 *
 * <p>Wrong options are right answers about other countries: a country is drawn until its answer is a new one, so answers that are
 * common among countries are common among options.
 *
 * <pre>{@code
 * var questions = ChoiceQuestions.of(CountryFacts.on(day), List.of(CURRENCY, SUBREGION), 4, 0);
 * var q = questions.all().get(0);
 * questions.answers().get(q.gold());
 * }</pre>
 */
public final class ChoiceQuestions {

    private final List<String> countries;
    private final List<CountryRelation> relations;
    private final List<String> answers = new ArrayList<>();
    private final List<ChoiceQuestion> all = new ArrayList<>();
    private final int[] ends;

    private ChoiceQuestions(CountryFacts facts, List<CountryRelation> relations, int options, Random random) {
        this.countries = facts.countries();
        this.relations = List.copyOf(relations);
        this.ends = new int[relations.size()];
        var gold = new int[countries.size()][relations.size()];
        for (var r = 0; r < relations.size(); r++) {
            var relation = relations.get(r);
            var block = countries.stream()
                    .map(country -> facts.value(country, relation).orElseThrow())
                    .distinct()
                    .sorted()
                    .toList();
            for (var c = 0; c < gold.length; c++) {
                gold[c][r] = answers.size()
                        + block.indexOf(facts.value(countries.get(c), relation).orElseThrow());
            }
            answers.addAll(block);
            ends[r] = answers.size();
        }
        for (var c = 0; c < gold.length; c++) {
            for (var r = 0; r < ends.length; r++) {
                var offered = new LinkedHashSet<>(List.of(gold[c][r]));
                while (offered.size() < Math.min(options, end(r) - first(r))) {
                    offered.add(gold[random.nextInt(gold.length)][r]);
                }
                all.add(new ChoiceQuestion(c, r, gold[c][r], List.copyOf(offered)));
            }
        }
    }

    /**
     * Asks for each relation of each country of which all of them are known.
     *
     * @param facts where the answers come from
     * @param relations what is asked, at least one, each once
     * @param options how many answers a question offers, at least 2; a relation with fewer different answers offers all of them
     * @param seed equal seeds give equal options
     * @return the questions
     * @throws IllegalArgumentException if there are no relations or one occurs twice, fewer than 2 options, or no country of which
     *     all relations are known
     */
    public static ChoiceQuestions of(CountryFacts facts, List<CountryRelation> relations, int options, long seed) {
        if (relations.isEmpty() || relations.stream().distinct().count() < relations.size() || options < 2) {
            throw new IllegalArgumentException(
                    "expected relations, each once, and 2 or more options, got " + relations + " and " + options);
        }
        var known = facts.with(relations.toArray(CountryRelation[]::new));
        if (known.countries().isEmpty()) {
            throw new IllegalArgumentException("there is no country of which all of " + relations + " are known");
        }
        return new ChoiceQuestions(known, relations, options, RandomStreams.of(seed, "options"));
    }

    /**
     * The questions.
     *
     * @return by country, then by relation
     */
    public List<ChoiceQuestion> all() {
        return List.copyOf(all);
    }

    /**
     * The countries that are asked about.
     *
     * @return ISO 3166 codes in alphabetical order
     */
    public List<String> countries() {
        return countries;
    }

    /**
     * The answers of all relations.
     *
     * @return the code of each id, such as {@code EUR}
     */
    public List<String> answers() {
        return List.copyOf(answers);
    }

    /**
     * The first id of a relation's answers.
     *
     * @param relation its index
     * @return the id; those up to {@link #end} belong to the relation
     */
    public int first(int relation) {
        return relation == 0 ? 0 : ends[relation - 1];
    }

    /**
     * The id after the last of a relation's answers.
     *
     * @param relation its index
     * @return one more than the last id
     */
    public int end(int relation) {
        return ends[relation];
    }

    /**
     * A question in words.
     *
     * @param question one of {@link #all()}
     * @return such as {@code currency of Kenya}
     */
    public String describe(ChoiceQuestion question) {
        return relations
                        .get(question.relation())
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ') + " of "
                + CountryFacts.name(countries.get(question.country()), ULocale.ENGLISH);
    }

    /**
     * An answer in words.
     *
     * @param answer its id
     * @param language the language of the name
     * @return such as {@code Kenyan Shilling}; where CLDR has no name, the code
     * @throws IndexOutOfBoundsException if there is no answer with this id
     */
    public String name(int answer, ULocale language) {
        var code = answers.get(answer);
        var relation = IntStream.range(0, ends.length)
                .filter(r -> answer < ends[r])
                .findFirst()
                .orElseThrow();
        return relations.get(relation).name(code, language);
    }

    /**
     * The option that is the right answer about most countries: what somebody would say who knows the answers, but no country.
     *
     * @param question one of {@link #all()}
     * @return its id; of several that are equally common the lowest
     */
    public int commonest(ChoiceQuestion question) {
        return question.options().stream()
                .max(Comparator.comparingLong(this::countriesWith).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private long countriesWith(int answer) {
        return IntStream.range(0, all.size())
                .filter(q -> all.get(q).gold() == answer)
                .count();
    }
}
