package org.tinybabel.lab.languages;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real facts about some 250 countries and territories, as Unicode CLDR (in ICU4J) knows them on one day. Facts change, so the day is
 * always named, and the release of ICU4J is fixed by the kit.
 */
public final class CountryFacts {

    private final LocalDate date;
    private final List<String> countries;

    private CountryFacts(LocalDate date, List<String> countries) {
        this.date = date;
        this.countries = List.copyOf(countries);
    }

    /**
     * The facts of a day: all territories with a code of two letters that lie on a continent.
     *
     * @param date the day for which currencies are looked up
     * @return facts about every territory, also those of which some relation is not known
     */
    public static CountryFacts on(LocalDate date) {
        return new CountryFacts(
                date,
                Region.getAvailable(RegionType.TERRITORY).stream()
                        .map(Region::toString)
                        .filter(code -> code.length() == 2)
                        .filter(code ->
                                CountryRelation.CONTINENT.find(code, date).isPresent())
                        .sorted()
                        .toList());
    }

    /**
     * Only the countries of which all of these relations are known.
     *
     * @param relations what must be known
     * @return fewer countries, the same day
     */
    public CountryFacts with(CountryRelation... relations) {
        return new CountryFacts(
                date,
                countries.stream()
                        .filter(country -> Stream.of(relations)
                                .allMatch(r -> r.find(country, date).isPresent()))
                        .toList());
    }

    /**
     * The countries.
     *
     * @return ISO 3166 codes in alphabetical order, such as {@code UZ}
     */
    public List<String> countries() {
        return countries;
    }

    /**
     * Looks up one fact.
     *
     * @param country one of {@link #countries()}
     * @param relation what to look up
     * @return its code, if CLDR knows one
     * @throws IllegalArgumentException if these facts do not have the country
     */
    public Optional<String> value(String country, CountryRelation relation) {
        if (!countries.contains(country)) {
            throw new IllegalArgumentException("no country with the code '" + country + "' here");
        }
        return relation.find(country, date);
    }

    /**
     * All known facts of some relations.
     *
     * @param relations which ones, in the order wanted
     * @return by country, then in the order of the relations
     */
    public List<CountryFact> facts(CountryRelation... relations) {
        return countries.stream()
                .flatMap(country -> Stream.of(relations).flatMap(relation -> relation.find(country, date).stream()
                        .map(value -> new CountryFact(country, relation, value))))
                .toList();
    }

    /**
     * The name of a country.
     *
     * @param country an ISO 3166 code such as {@code UZ}
     * @param language the language of the name
     * @return such as {@code Uzbekistan}
     */
    public static String name(String country, ULocale language) {
        return ULocale.getDisplayCountry("und_" + country, language);
    }
}
