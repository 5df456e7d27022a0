package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyllableLanguageTest {

    private final SyllableLanguage language = SyllableLanguage.of(24, 20, 1);

    @Test
    void wordsAreOneOrTwoSyllablesAndAnEnding() {
        assertThat(language.words()).allMatch(word -> word.matches("([bdgklmnpst][aeiou]){1,2}[ns]?"));
        assertThat(language.words()).doesNotHaveDuplicates().hasSize(60);
    }

    @Test
    void textsHaveTheirLengthAndOnlyTheLastWordMayBeCutOff() {
        for (var text : language.write(50, 40, 1)) {
            assertThat(text).hasSize(40);
            var words = text.split(" ");
            assertThat(List.of(words).subList(0, words.length - 1)).isSubsetOf(language.words());
        }
    }

    @Test
    void frequentWordsComeFirst() {
        var counts = new HashMap<String, Integer>();
        for (var seed = 0; seed < 20; seed++) {
            for (var text : SyllableLanguage.of(24, 20, seed).write(100, 200, 1)) {
                for (var word : text.split(" ")) {
                    var rank = SyllableLanguage.of(24, 20, seed).words().indexOf(word);
                    counts.merge(
                            rank < 0 ? "cut" : rank < 20 ? "first" : rank < 40 ? "second" : "third", 1, Integer::sum);
                }
            }
        }

        assertThat(counts.get("first")).isGreaterThan(counts.get("second"));
        assertThat(counts.get("second")).isGreaterThan(counts.get("third"));
    }

    @Test
    void otherSuccessorsLeaveTheWordsAsTheyWere() {
        var other = language.withSuccessors(5);

        assertThat(other.words()).isEqualTo(language.words());
        assertThat(other.write(5, 40, 1)).isNotEqualTo(language.write(5, 40, 1));
        assertThat(other.write(5, 40, 1)).isEqualTo(language.withSuccessors(5).write(5, 40, 1));
    }

    @Test
    void equalSeedsGiveEqualLanguagesAndTexts() {
        assertThat(SyllableLanguage.of(24, 20, 1).write(5, 40, 2)).isEqualTo(language.write(5, 40, 2));
        assertThat(Set.copyOf(SyllableLanguage.of(24, 20, 2).words())).isNotEqualTo(Set.copyOf(language.words()));
    }

    @Test
    void sizesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> SyllableLanguage.of(51, 20, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SyllableLanguage.of(2, 7, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> language.write(0, 40, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> language.write(1, 0, 1));
    }
}
