package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanguageFamilyTest {

    private static final ClassGrammar GRAMMAR = new ClassGrammar(4, 4, 1, 0, 0, 5);

    private final LanguageFamily family = LanguageFamily.of(GRAMMAR, 100);

    @Test
    void siblingsWriteEvenWordsAlikeAndOddWordsEachInItsOwnWay() {
        var first = family.siblings().get(0);
        var second = family.siblings().get(1);

        for (var word = 0; word < 16; word++) {
            if (word % 2 == 0) {
                assertThat(second.form(word)).isEqualTo(first.form(word));
            } else {
                assertThat(tokens(first)).doesNotContain(second.form(word));
                assertThat(tokens(second)).doesNotContain(first.form(word));
            }
        }
    }

    @Test
    void everyTokenLiesInTheFamilysRange() {
        assertThat(family.siblings())
                .allSatisfy(sibling ->
                        assertThat(tokens(sibling)).hasSize(16).allMatch(token -> token >= 100 && token < 132));
    }

    @Test
    void familiesShareNothing() {
        var next = LanguageFamily.of(new ClassGrammar(2, 3, 1, 0, 0, 6), 132);

        for (var one : family.siblings()) {
            for (var other : next.siblings()) {
                assertThat(tokens(one)).doesNotContainAnyElementsOf(tokens(other));
            }
        }
    }

    @Test
    void siblingsSayDifferentSentencesAndTheSameOnesForTheSameSeed() {
        assertThat(family.sample(0, 20, 8, 1))
                .isDeepEqualTo(family.sample(0, 20, 8, 1))
                .isNotEqualTo(family.sample(0, 20, 8, 2));
        assertThat(words(family.sample(0, 20, 8, 1))).isNotEqualTo(words(family.sample(1, 20, 8, 1)));
    }

    @Test
    void aLongerTextBeginsWithTheShorterOne() {
        assertThat(Arrays.copyOf(family.sample(1, 50, 8, 3), 20)).isDeepEqualTo(family.sample(1, 20, 8, 3));
    }

    /** Both siblings' tokens as words of the grammar: odd words have 16 more in the second sibling. */
    private static String words(int[][] sentences) {
        return Arrays.stream(sentences)
                .flatMapToInt(Arrays::stream)
                .map(token -> (token - 100) % 16)
                .boxed()
                .toList()
                .toString();
    }

    private static Set<Integer> tokens(Lexicon lexicon) {
        return IntStream.range(0, lexicon.words()).map(lexicon::form).boxed().collect(Collectors.toSet());
    }
}
