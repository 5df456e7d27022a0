package org.tinybabel.lab.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LongestMatchTest {

    private final LongestMatch tokenizer =
            LongestMatch.of(List.of("a", "b", "c", "d", " "), List.of("ab", "bcd", "abca"));

    @Test
    void takesTheLongestPieceAtEachPlaceEvenIfAnotherCutHasFewerPieces() {
        assertThat(tokenizer.cut("abcd")).containsExactly("ab", "c", "d");
        assertThat(tokenizer.cut("bcdabca b")).containsExactly("bcd", "abca", " ", "b");
        assertThat(tokenizer.cut("")).isEmpty();
    }

    @Test
    void anIdIsThePlaceInTheVocabulary() {
        assertThat(tokenizer.vocabulary()).containsExactly("a", "b", "c", "d", " ", "ab", "bcd", "abca");
        assertThat(tokenizer.encode("abcd ")).containsExactly(5, 2, 3, 4);
    }

    @Test
    void aPlaceWhereNothingFitsIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokenizer.encode("ab😀"))
                .withMessage(
                        "no piece of the vocabulary begins at place 2 of 'ab😀', with the character '😀' (U+1F600)");
    }

    @Test
    void piecesMustBeDifferentAndNotEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LongestMatch(List.of("a", "b", "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> new LongestMatch(List.of("a", "")));
    }
}
