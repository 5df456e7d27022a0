package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationPairTest {

    private static final List<String> TAGS = List.of("en", "de", "ru");
    private static final IcuLexicon LEXICON = IcuLexicon.of("en", "de", "ru").withoutHomonyms();

    @Test
    void aPairHasOneMeaningTwoLanguagesAndTwoSpellings() {
        var pairs = TranslationPair.all(LEXICON, TAGS);

        assertThat(pairs).doesNotHaveDuplicates().allSatisfy(pair -> {
            assertThat(pair.leftConcept()).isEqualTo(pair.rightConcept());
            assertThat(TAGS.indexOf(pair.left())).isLessThan(TAGS.indexOf(pair.right()));
            assertThat(LEXICON.names(pair.left()).get(pair.leftConcept()))
                    .isNotEqualTo(LEXICON.names(pair.right()).get(pair.rightConcept()));
        });
        assertThat(pairs.stream()
                        .filter(pair -> pair.left().equals("en") && pair.right().equals("ru")))
                .hasSize(LEXICON.size());
        assertThat(pairs.stream().filter(pair -> pair.right().equals("de")).count())
                .isLessThan(LEXICON.size());
    }

    @Test
    void pairsAreDrawnWithoutReplacementAndFewAreTheFirstOfMany() {
        var many = TranslationPair.draw(LEXICON, TAGS, 500, 3);

        assertThat(many).hasSize(500).doesNotHaveDuplicates().isSubsetOf(TranslationPair.all(LEXICON, TAGS));
        assertThat(TranslationPair.draw(LEXICON, TAGS, 50, 3)).isEqualTo(many.subList(0, 50));
        assertThat(TranslationPair.draw(LEXICON, TAGS, 500, 4)).isNotEqualTo(many);
    }

    @Test
    void wrongPartnersAreTheSameNamesInTheSameLanguages() {
        var pairs = TranslationPair.draw(LEXICON, TAGS, 400, 3);

        var wrong = TranslationPair.withWrongPartners(pairs, 5);

        assertThat(wrong).hasSize(400).isEqualTo(TranslationPair.withWrongPartners(pairs, 5));
        for (var i = 0; i < 400; i++) {
            assertThat(wrong.get(i).leftConcept()).isEqualTo(pairs.get(i).leftConcept());
            assertThat(wrong.get(i).left()).isEqualTo(pairs.get(i).left());
            assertThat(wrong.get(i).right()).isEqualTo(pairs.get(i).right());
            assertThat(wrong.get(i).rightConcept()).isNotEqualTo(wrong.get(i).leftConcept());
        }
        assertThat(rightNames(wrong)).containsExactlyInAnyOrderElementsOf(rightNames(pairs));
        var kept = new HashSet<>(wrong);
        kept.retainAll(pairs);
        assertThat(kept).isEmpty();
    }

    private static List<String> rightNames(List<TranslationPair> pairs) {
        return pairs.stream()
                .map(pair -> pair.right() + " " + pair.rightConcept())
                .toList();
    }

    @Test
    void fewConceptsGetWrongPartnersAsLongAsThereIsOne() {
        var swapped = TranslationPair.withWrongPartners(
                List.of(new TranslationPair(0, "en", 0, "ru"), new TranslationPair(1, "de", 1, "ru")), 0);

        assertThat(swapped)
                .containsExactly(new TranslationPair(0, "en", 1, "ru"), new TranslationPair(1, "de", 0, "ru"));
        assertThatThrownBy(() -> TranslationPair.withWrongPartners(
                        List.of(new TranslationPair(0, "en", 0, "ru"), new TranslationPair(0, "de", 0, "ru")), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 pairs of 1 concepts");
    }

    @Test
    void impossibleDrawsAreRefused() {
        assertThatThrownBy(() -> TranslationPair.all(LEXICON, List.of("en")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TranslationPair.all(LEXICON, List.of("en", "en")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TranslationPair.all(LEXICON, List.of("en", "it")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TranslationPair.draw(LEXICON, TAGS, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TranslationPair.draw(LEXICON, TAGS, 1_000_000, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
