package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharVocabTest {

    private final CharVocab vocab = CharVocab.of(List.of("abba", "भाष", "😀"));

    @Test
    void everyCharacterHasOneIdInUnicodeOrder() {
        assertThat(vocab.size()).isEqualTo(3 + 2 + 3 + 1);
        assertThat(vocab.id('a')).isEqualTo(3);
        assertThat(vocab.id(0x1F600)).isEqualTo(8);
    }

    @Test
    void textsAreCutAndPadded() {
        assertThat(vocab.encode("ab", 4)).containsExactly(3, 4, 0, 0);
        assertThat(vocab.encode(List.of("abab", "😀"), 2)).isDeepEqualTo(new int[][] {{3, 4}, {8, 0}});
    }

    @Test
    void decodingGivesTheTextBack() {
        assertThat(vocab.decode(vocab.encode("भाषab😀", 9))).isEqualTo("भाषab😀");
        assertThat(vocab.decode(CharVocab.CLS, 3, CharVocab.MASK, 0)).isEqualTo("a□");
    }

    @Test
    void anUnknownCharacterIsNamed() {
        assertThatThrownBy(() -> vocab.encode("z", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the vocabulary has no character 'z' (U+7A)");
        assertThatThrownBy(() -> CharVocab.of(List.of(""))).isInstanceOf(IllegalArgumentException.class);
    }
}
