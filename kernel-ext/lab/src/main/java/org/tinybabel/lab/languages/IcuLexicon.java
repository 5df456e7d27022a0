package org.tinybabel.lab.languages;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.CurrencyDisplayNames;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * A lexicon of real names: what regions, languages and currencies are called in several languages, by Unicode CLDR (in ICU4J). It holds
 * only concepts that all of its languages have a name of their own for; names that ICU would borrow from another language are left
 * out.
 *
 * <p>Names are lower-cased, composed (NFC), and cut at the first bracket.
 *
 * <p>Usage: {@code var lexicon = IcuLexicon.of("hi", "mr", "gu"); lexicon.names("gu"); lexicon.latin("gu");}
 */
public final class IcuLexicon {

    /** What a concept is. */
    public enum Kind {
        /** A country, a territory, or a group of them. */
        REGION,
        /** A language. */
        LANGUAGE,
        /** A currency. */
        CURRENCY
    }

    /**
     * Something that has a name in every language of the lexicon.
     *
     * @param kind what it is
     * @param code such as {@code IN}, {@code hi} or {@code INR}
     * @param english its English name
     */
    public record Concept(Kind kind, String code, String english) {}

    /**
     * A lexicon in two parts.
     *
     * @param train concepts to learn from
     * @param heldOut the others
     */
    public record Split(IcuLexicon train, IcuLexicon heldOut) {}

    private static final Transliterator WITHOUT_ACCENTS =
            Transliterator.getInstance("NFD; [[:Nonspacing Mark:][:Format:]] Remove; Latin-ASCII; Lower");

    private final List<Concept> concepts;
    private final Map<String, List<String>> names;
    private final Map<String, List<String>> latin = new LinkedHashMap<>();

    private IcuLexicon(List<Concept> concepts, Map<String, List<String>> names) {
        this.concepts = List.copyOf(concepts);
        this.names = Collections.unmodifiableMap(names);
    }

    /**
     * The names in some languages.
     *
     * @param tags languages (BCP 47), such as {@code hi} or {@code uz-Cyrl}
     * @return the concepts that all of them name, in the order of kinds and codes
     * @throws IllegalArgumentException if no language is given, one is given twice, CLDR does not have one, or they have no concept in
     *     common
     */
    public static IcuLexicon of(String... tags) {
        if (tags.length == 0 || Arrays.stream(tags).distinct().count() < tags.length) {
            throw new IllegalArgumentException(
                    "expected different languages, at least one, got " + Arrays.toString(tags));
        }
        var all = candidates();
        var byTag = new LinkedHashMap<String, List<String>>();
        for (var tag : tags) {
            var namer = namer(ULocale.forLanguageTag(tag));
            byTag.put(tag, all.stream().map(namer).toList());
        }
        var common = IntStream.range(0, all.size())
                .filter(i ->
                        byTag.values().stream().allMatch(list -> !list.get(i).isEmpty()))
                .toArray();
        if (common.length == 0) {
            throw new IllegalArgumentException("CLDR names nothing in all of " + Arrays.toString(tags));
        }
        return new IcuLexicon(all, byTag).pick(common);
    }

    private static List<Concept> candidates() {
        var english = rawNamer(ULocale.ENGLISH);
        var regions = Stream.of(
                        RegionType.WORLD,
                        RegionType.CONTINENT,
                        RegionType.SUBCONTINENT,
                        RegionType.GROUPING,
                        RegionType.TERRITORY)
                .map(Region::getAvailable)
                .flatMap(Collection::stream)
                .map(Region::toString);
        var currencies = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode);
        return Stream.of(
                        concepts(Kind.REGION, regions, english),
                        concepts(Kind.LANGUAGE, Arrays.stream(ULocale.getISOLanguages()), english),
                        concepts(Kind.CURRENCY, currencies, english))
                .flatMap(kind -> kind)
                .toList();
    }

    private static Stream<Concept> concepts(Kind kind, Stream<String> codes, Function<Concept, String> english) {
        return codes.distinct()
                .sorted()
                .map(code -> new Concept(kind, code, code))
                .map(concept -> new Concept(
                        kind, concept.code(), Objects.requireNonNullElse(english.apply(concept), concept.code())));
    }

    /** Clean names, empty where the language has none. */
    private static Function<Concept, String> namer(ULocale locale) {
        var raw = rawNamer(locale);
        UnaryOperator<String> clean = name -> Normalizer2.getNFCInstance()
                .normalize(UCharacter.toLowerCase(locale, name))
                .split("[(（]", 2)[0]
                .strip();
        return concept -> {
            var name = raw.apply(concept);
            return name == null || name.equals(concept.code()) ? "" : clean.apply(name);
        };
    }

    private static Function<Concept, String> rawNamer(ULocale locale) {
        var names = LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_FULL, DisplayContext.NO_SUBSTITUTE);
        // For a language that CLDR does not have, ICU silently turns to the language of this computer.
        if (!names.getLocale().getLanguage().equals(locale.getLanguage())) {
            throw new IllegalArgumentException("CLDR has no names in '" + locale.toLanguageTag() + "'");
        }
        var currencies = CurrencyDisplayNames.getInstance(locale, true);
        return concept -> switch (concept.kind()) {
            case REGION -> names.regionDisplayName(concept.code());
            case LANGUAGE -> names.languageDisplayName(concept.code());
            case CURRENCY -> currencies == null ? null : currencies.getName(concept.code());
        };
    }

    /**
     * The concepts.
     *
     * @return in the order of all lists of names
     */
    public List<Concept> concepts() {
        return concepts;
    }

    /**
     * The number of concepts.
     *
     * @return N
     */
    public int size() {
        return concepts.size();
    }

    /**
     * The languages.
     *
     * @return their tags, as given
     */
    public List<String> tags() {
        return List.copyOf(names.keySet());
    }

    /**
     * The names of all concepts in one language, in its own script.
     *
     * @param tag one of {@link #tags}
     * @return N names
     * @throws IllegalArgumentException if the lexicon does not have the language
     */
    public List<String> names(String tag) {
        var list = names.get(tag);
        if (list == null) {
            throw new IllegalArgumentException("the lexicon has no language '" + tag + "'; it has " + names.keySet());
        }
        return list;
    }

    /**
     * The names of all concepts in one language, in lower-case Latin letters without accents: {@link Romanization}, then accents and
     * invisible joiners are removed. It takes a while, so each language is transliterated once.
     *
     * @param tag one of {@link #tags}
     * @return N transliterations
     * @throws IllegalArgumentException if the lexicon does not have the language
     */
    public synchronized List<String> latin(String tag) {
        var originals = names(tag);
        return latin.computeIfAbsent(tag, t -> originals.stream()
                .map(name -> WITHOUT_ACCENTS.transliterate(Romanization.of(name)))
                .toList());
    }

    /**
     * All names in all languages.
     *
     * @return language by language
     */
    public List<String> allNames() {
        return names.values().stream().flatMap(List::stream).toList();
    }

    /**
     * All names in all languages, transliterated.
     *
     * @return language by language, as {@link #allNames}
     */
    public List<String> allLatin() {
        return tags().stream().map(this::latin).flatMap(List::stream).toList();
    }

    /**
     * What each concept is, as numbers for a classifier.
     *
     * @return the ordinals of their {@link Kind}
     */
    public int[] kinds() {
        return concepts.stream().mapToInt(concept -> concept.kind().ordinal()).toArray();
    }

    /**
     * Some of the concepts.
     *
     * @param chosen their indices
     * @return a lexicon of those, in the given order
     */
    public IcuLexicon pick(int... chosen) {
        var picked = new LinkedHashMap<String, List<String>>();
        names.forEach((tag, list) -> picked.put(tag, pick(list, chosen)));
        var part = new IcuLexicon(pick(concepts, chosen), picked);
        synchronized (this) {
            latin.forEach((tag, list) -> part.latin.put(tag, pick(list, chosen)));
        }
        return part;
    }

    private static <T> List<T> pick(List<T> list, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(list::get).toList();
    }

    /**
     * Parts the concepts at random.
     *
     * @param share of the concepts to learn from, more than 0 and less than 1
     * @param seed equal seeds give equal parts
     * @return two lexicons without a concept in common, in the order of this one
     * @throws IllegalArgumentException if one part would be empty
     */
    public Split split(double share, long seed) {
        var first = (int) Math.round(share * size());
        if (first < 1 || first >= size()) {
            throw new IllegalArgumentException(
                    "a share of " + share + " leaves one part of " + size() + " concepts empty");
        }
        var order = new ArrayList<>(IntStream.range(0, size()).boxed().toList());
        Collections.shuffle(order, RandomStreams.of(seed, "split"));
        return new Split(sorted(order.subList(0, first)), sorted(order.subList(first, size())));
    }

    private IcuLexicon sorted(List<Integer> chosen) {
        return pick(chosen.stream().mapToInt(i -> i).sorted().toArray());
    }

    /**
     * The script a language is written in.
     *
     * @param tag a language (BCP 47)
     * @return the script's English name, such as {@code Devanagari}
     */
    public static String script(String tag) {
        var code = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag)).getScript();
        return UScript.getName(UScript.getCodeFromName(code)).replace('_', ' ');
    }

    /**
     * The English name of a language.
     *
     * @param tag a language (BCP 47)
     * @return such as {@code Hindi}
     */
    public static String language(String tag) {
        return ULocale.forLanguageTag(tag).getDisplayLanguage(ULocale.ENGLISH);
    }
}
