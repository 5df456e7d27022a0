package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditSimilarityTest {

    @Test
    void threeEditsOfSevenLettersMakeKittenASitting() {
        assertThat(EditSimilarity.of("kitten", "sitting")).isEqualTo(1 - 3 / 7.0);
        assertThat(EditSimilarity.of("sitting", "kitten")).isEqualTo(1 - 3 / 7.0);
    }

    @Test
    void equalWordsAreAlikeAndDisjointOnesAreNot() {
        assertThat(EditSimilarity.of("भारत", "भारत")).isEqualTo(1);
        assertThat(EditSimilarity.of("abc", "xyz")).isZero();
        assertThat(EditSimilarity.of("", "")).isEqualTo(1);
        assertThat(EditSimilarity.of("", "a")).isZero();
    }
}
