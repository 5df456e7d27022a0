package org.tinybabel.lab.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void aWordOwnsTheSpacesAfterIt() {
        assertThat(Pieces.words("one two  three ")).containsExactly("one ", "two  ", "three ");
        assertThat(Pieces.words(" one")).containsExactly(" ", "one");
        assertThat(Pieces.words("")).isEmpty();
    }

    @Test
    void theAlphabetIsInTheOrderOfUnicode() {
        assertThat(Pieces.alphabet(List.of("ba a", "😀भ"))).containsExactly(" ", "a", "b", "भ", "😀");
    }

    @Test
    void countsSubstringsOfWordsTheMostFrequentFirst() {
        assertThat(Pieces.counts(List.of("aba ab", "ab"), 2, 3))
                .containsExactly(entry("ab", 3), entry("a ", 1), entry("aba", 1), entry("ba", 1), entry("ba ", 1));
    }

    @Test
    void substringsAreCutBetweenCharactersNotInsideThem() {
        assertThat(Pieces.counts(List.of("😀a"), 1, 2).keySet()).containsExactly("a", "😀", "😀a");
    }

    @Test
    void lengthsMustBeInOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pieces.counts(List.of("a"), 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Pieces.counts(List.of("a"), 3, 2));
    }
}
