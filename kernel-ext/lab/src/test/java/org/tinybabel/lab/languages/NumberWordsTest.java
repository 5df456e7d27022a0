package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import org.junit.jupiter.api.Test;

class NumberWordsTest {

    @Test
    void spellsNumbersOutWithoutInvisibleHyphens() {
        assertThat(NumberWords.spell(21, ULocale.GERMAN)).isEqualTo("einundzwanzig");
        assertThat(NumberWords.spell(21, new ULocale("hu"))).isEqualTo("huszonegy");
        assertThat(NumberWords.spell(21, new ULocale("tr"))).isEqualTo("yirmi bir");
        assertThat(NumberWords.spell(21, new ULocale("ru"))).isEqualTo("двадцать один");
    }

    @Test
    void theFirstNumbersAreAllDifferentAndBeginWithZero() {
        var german = NumberWords.first(60, ULocale.GERMAN);

        assertThat(german).hasSize(60).doesNotHaveDuplicates().startsWith("null", "eins", "zwei");
        assertThat(NumberWords.first(0, ULocale.GERMAN)).isEmpty();
    }
}
