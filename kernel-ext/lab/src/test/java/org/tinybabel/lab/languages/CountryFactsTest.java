package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CountryFactsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 12, 1);
    private final CountryFacts facts = CountryFacts.on(DAY);

    @Test
    void knowsAboutTwoHundredAndFiftyCountriesInAlphabeticalOrder() {
        assertThat(facts.countries())
                .hasSizeBetween(240, 265)
                .contains("UZ", "KR", "TR")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "UZ, CURRENCY, UZS, Uzbekistani Som",
        "UZ, LANGUAGE, uz, Uzbek",
        "IN, UTC_OFFSET, UTC+5:30, UTC+5:30",
        "US, UTC_OFFSET, UTC-10, UTC-10",
        "GB, UTC_OFFSET, UTC+0, UTC+0",
        "US, WEEK_START, SUNDAY, Sunday",
        "DE, WEEK_START, MONDAY, Monday",
        "US, MEASUREMENT, US, US",
        "FR, MEASUREMENT, SI, SI",
        "UZ, SCRIPT, Latn, Latin",
        "UZ, SUBREGION, 143, Central Asia",
        "UZ, CONTINENT, 142, Asia",
        "UZ, TIME_ZONE, Asia/Samarkand, Asia/Samarkand",
        "IN, SCRIPT, Deva, Devanagari",
        "FR, CURRENCY, EUR, Euro"
    })
    void knowsFactsAndTheirNames(String country, CountryRelation relation, String value, String name) {
        assertThat(facts.value(country, relation)).hasValue(value);
        assertThat(relation.name(value, ULocale.ENGLISH)).isEqualTo(name);
    }

    @Test
    void namesInOtherLanguages() {
        assertThat(CountryFacts.name("DE", ULocale.FRENCH)).isEqualTo("Allemagne");
        assertThat(CountryRelation.SUBREGION.name("143", ULocale.GERMAN)).isEqualTo("Zentralasien");
    }

    @Test
    void factsHoldOnTheirDay() {
        assertThat(CountryFacts.on(LocalDate.of(2022, 6, 1)).value("HR", CountryRelation.CURRENCY))
                .hasValue("HRK");
        assertThat(facts.value("HR", CountryRelation.CURRENCY)).hasValue("EUR");
    }

    @Test
    void leavesOutCountriesOfWhichARelationIsNotKnown() {
        var complete = facts.with(CountryRelation.CURRENCY, CountryRelation.TIME_ZONE);
        assertThat(facts.value("AQ", CountryRelation.CURRENCY)).isEmpty();
        assertThat(complete.countries())
                .doesNotContain("AQ")
                .hasSizeLessThan(facts.countries().size());
        assertThat(complete.facts(CountryRelation.CURRENCY))
                .hasSameSizeAs(complete.countries())
                .contains(new CountryFact("JP", CountryRelation.CURRENCY, "JPY"));
    }

    @Test
    void listsFactsByCountryThenRelation() {
        var two = facts.facts(CountryRelation.LANGUAGE, CountryRelation.SCRIPT);
        assertThat(two.stream().map(CountryFact::country).toList()).isSorted();
        assertThat(two.stream().filter(f -> f.country().equals("GR")).toList())
                .isEqualTo(List.of(
                        new CountryFact("GR", CountryRelation.LANGUAGE, "el"),
                        new CountryFact("GR", CountryRelation.SCRIPT, "Grek")));
    }

    @ParameterizedTest
    @EnumSource
    void everyKnownValueHasAName(CountryRelation relation) {
        assertThat(facts.facts(relation)).hasSizeGreaterThan(200).allSatisfy(fact -> assertThat(
                        relation.name(fact.value(), ULocale.ENGLISH))
                .isNotBlank());
    }

    @Test
    void saysWhichCountryIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> facts.value("XX", CountryRelation.CURRENCY))
                .withMessageContaining("XX");
    }
}
