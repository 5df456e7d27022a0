package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordFormsTest {

    private static final WordForms FORMS = WordForms.of(
            List.of(
                    List.of("italia", "suecia", "7"),
                    List.of("italia", "sverige", "7"),
                    List.of("италия", "швеция", "7")),
            2);

    @Test
    void wordsThatAreSpelledAlikeAreOneToken() {
        assertThat(FORMS.write(0, 0, 1, 2, 0)).containsExactly(2, 3, 4, 2);
        assertThat(FORMS.write(1, 0, 1, 2)).containsExactly(2, 5, 4);
        assertThat(FORMS.write(2, 1, 0)).containsExactly(7, 6);
        assertThat(FORMS.vocabularySize()).isEqualTo(8);
    }

    @Test
    void tokensKnowTheirLetters() {
        assertThat(FORMS.spelling(5)).isEqualTo("sverige");
        assertThatIllegalArgumentException().isThrownBy(() -> FORMS.spelling(1)).withMessageContaining("2 … 7");
        assertThatIllegalArgumentException().isThrownBy(() -> FORMS.spelling(8));
    }

    @Test
    void languagesShareWhatTheySpellAlike() {
        assertThat(FORMS.alike())
                .isDeepEqualTo(new double[][] {{1, 2 / 3.0, 1 / 3.0}, {2 / 3.0, 1, 1 / 3.0}, {1 / 3.0, 1 / 3.0, 1}});
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WordForms.of(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> WordForms.of(List.of(List.of()), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> WordForms.of(List.of(List.of("a")), -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordForms.of(List.of(List.of("a"), List.of("a", "b")), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordForms.of(List.of(List.of("a", "a")), 0))
                .withMessageContaining("two words alike");
        assertThatIllegalArgumentException().isThrownBy(() -> FORMS.write(3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> FORMS.write(0, 3));
    }
}
