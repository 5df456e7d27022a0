package org.tinybabel.lab.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.languages.SyllableLanguage;
import org.tinybabel.lab.tokenizers.BytePairEncoding.Merge;

class BytePairEncodingTest {

    /** The example of Sennrich et al. (2016): low 5 times, lower 2, newest 6, widest 3; without their end-of-word mark. */
    private static final List<String> TEXTS = Stream.of(
                    Collections.nCopies(5, "low"),
                    Collections.nCopies(2, "lower"),
                    Collections.nCopies(6, "newest"),
                    Collections.nCopies(3, "widest"),
                    List.of(" "))
            .flatMap(List::stream)
            .toList();

    @Test
    void mergesTheMostFrequentPairOfNeighboursAgainAndAgain() {
        var merges = BytePairEncoding.train(TEXTS, 3).merges();

        // es 9, st 9; then es + t 9; then l + o 7.
        assertThat(merges).containsExactly(new Merge("e", "s"), new Merge("es", "t"), new Merge("l", "o"));
    }

    @Test
    void cutsByTheSameMergesAndLosesNothing() {
        var tokenizer = BytePairEncoding.train(TEXTS, 3);

        assertThat(tokenizer.cut("lowest tests")).containsExactly("lo", "w", "est", " ", "t", "est", "s");
        assertThat(String.join("", tokenizer.cut("west  low "))).isEqualTo("west  low ");
        assertThat(tokenizer.cut("")).isEmpty();
    }

    @Test
    void theVocabularyIsTheAlphabetAndThenThePiecesInTheOrderTheyWereLearned() {
        var tokenizer = BytePairEncoding.train(TEXTS, 3);

        assertThat(tokenizer.vocabulary())
                .containsExactly(" ", "d", "e", "i", "l", "n", "o", "r", "s", "t", "w", "es", "est", "lo");
        assertThat(tokenizer.encode("lo est")).containsExactly(13, 0, 12);
    }

    @Test
    void aSpaceMayEndAPieceButNoPieceReachesIntoTheNextWord() {
        var texts = SyllableLanguage.of(10, 8, 1).write(200, 40, 1);
        var tokenizer = BytePairEncoding.train(texts, 60);

        assertThat(tokenizer.vocabulary()).anyMatch(piece -> piece.length() > 1 && piece.endsWith(" "));
        assertThat(tokenizer.vocabulary())
                .allMatch(piece -> piece.indexOf(' ') < 0 || piece.indexOf(' ') == piece.length() - 1);
    }

    @Test
    void moreMergesNeverMakeATextLonger() {
        var texts = SyllableLanguage.of(10, 8, 1).write(200, 40, 1);
        var few = BytePairEncoding.train(texts, 10);
        var many = BytePairEncoding.train(texts, 30);

        assertThat(many.merges()).startsWith(few.merges().toArray(new Merge[0]));
        assertThat(texts)
                .allMatch(text -> many.cut(text).size() <= few.cut(text).size());
    }

    @Test
    void stopsWhenThereIsNothingLeftToMerge() {
        assertThat(BytePairEncoding.train(List.of("ab ab"), 99).vocabulary())
                .containsExactly(" ", "a", "b", "ab", "ab ");
    }

    @Test
    void charactersAreCodePointsInAnyScript() {
        var tokenizer = BytePairEncoding.train(List.of("😀भ 😀भ"), 1);

        assertThat(tokenizer.cut("भ😀भ")).containsExactly("भ", "😀भ");
    }

    @Test
    void aCharacterThatWasNeverSeenIsNamed() {
        var tokenizer = BytePairEncoding.train(TEXTS, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokenizer.cut("lox"))
                .withMessage("no piece of the vocabulary begins at place 2 of 'lox', with the character 'x' (U+0078)");
        assertThatIllegalArgumentException().isThrownBy(() -> BytePairEncoding.train(List.of(""), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> BytePairEncoding.train(TEXTS, -1));
    }
}
