package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tinybabel.lab.languages.CountryRelation.CURRENCY;
import static org.tinybabel.lab.languages.CountryRelation.MEASUREMENT;
import static org.tinybabel.lab.languages.CountryRelation.SUBREGION;

import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceQuestionsTest {

    private static final CountryFacts FACTS = CountryFacts.on(LocalDate.of(2024, 12, 1));
    private static final List<CountryRelation> RELATIONS = List.of(CURRENCY, SUBREGION, MEASUREMENT);
    private final ChoiceQuestions questions = ChoiceQuestions.of(FACTS, RELATIONS, 4, 1);

    @Test
    void asksForEachRelationOfEachCountry() {
        assertThat(questions.all()).hasSize(3 * questions.countries().size());
        for (var i = 0; i < questions.all().size(); i++) {
            var q = questions.all().get(i);
            assertThat(3 * q.country() + q.relation()).isEqualTo(i);
            assertThat(questions.answers().get(q.gold()))
                    .isEqualTo(FACTS.value(questions.countries().get(q.country()), RELATIONS.get(q.relation()))
                            .orElseThrow());
        }
    }

    @Test
    void leavesOutCountriesOfWhichSomethingIsNotKnown() {
        assertThat(questions.countries()).contains("UZ").doesNotContain("AQ");
    }

    @Test
    void offersAnswersOfTheSameRelationEachOnce() {
        for (var q : questions.all()) {
            var size = questions.end(q.relation()) - questions.first(q.relation());
            assertThat(q.options())
                    .hasSize(Math.min(4, size))
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id >= questions.first(q.relation()) && id < questions.end(q.relation()));
        }
        assertThat(questions.end(2)).isEqualTo(questions.answers().size());
    }

    @Test
    void commonAnswersAreOfferedMoreOften() {
        var euro = questions.answers().indexOf("EUR");
        var franc = questions.answers().indexOf("CHF");
        assertThat(wrongOffers(euro)).isGreaterThan(3 * wrongOffers(franc));
    }

    private long wrongOffers(int answer) {
        return questions.all().stream()
                .filter(q -> q.gold() != answer && q.options().contains(answer))
                .count();
    }

    @Test
    void whoKnowsNoCountrySaysTheCommonestOption() {
        var euro = questions.answers().indexOf("EUR");
        var offered =
                questions.all().stream().filter(q -> q.options().contains(euro)).toList();
        assertThat(offered).isNotEmpty().allMatch(q -> questions.commonest(q) == euro);
    }

    @Test
    void wordsForQuestionsAndAnswers() {
        var kenya = questions.all().get(3 * questions.countries().indexOf("KE"));
        assertThat(questions.describe(kenya)).isEqualTo("currency of Kenya");
        assertThat(questions.name(kenya.gold(), ULocale.ENGLISH)).isEqualTo("Kenyan Shilling");
        assertThat(questions.name(questions.all().get(1 + 3 * kenya.country()).gold(), ULocale.FRENCH))
                .isEqualTo("Afrique orientale");
        assertThat(questions.name(questions.end(2) - 1, ULocale.ENGLISH)).isEqualTo("US");
    }

    @Test
    void equalSeedsGiveEqualOptions() {
        assertThat(ChoiceQuestions.of(FACTS, RELATIONS, 4, 1).all()).isEqualTo(questions.all());
        assertThat(ChoiceQuestions.of(FACTS, RELATIONS, 4, 2).all()).isNotEqualTo(questions.all());
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChoiceQuestions.of(FACTS, List.of(CURRENCY, CURRENCY), 4, 1))
                .withMessageContaining("each once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChoiceQuestions.of(FACTS, RELATIONS, 1, 1))
                .withMessageContaining("2 or more options");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChoiceQuestion(0, 0, 3, List.of(1, 2)))
                .withMessageContaining("3");
    }
}
