package org.tinybabel.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1_000L",
                "0",
                "017",
                "0b1_0",
                "0xCAFE_e",
                "1.",
                "1.5",
                ".5",
                "0.5f",
                "1e9",
                "1e-9",
                "1E+9d",
                "1.e-3",
                ".5e+3f",
                "1_0.2_5e1_0",
                "0x1p3",
                "0x1P-3",
                "0x1.8p+2f",
                "0x.8p-1"
            })
    void aNumberIsOneWord(String number) {
        assertThat(RealSources.tree("class C { Object o = " + number + "; }")).isPresent();
        assertThat(Token.of(number)).singleElement().satisfies(word -> assertThat(word.in(number))
                .isEqualTo(number));
    }

    @ParameterizedTest
    @CsvSource({"0xe-1, 3", "1-1, 3", "1e9-1, 3", "1f+.5, 3", "1e-9-.5e-9, 3", "a.e-1, 5", "1..5, 2", "b1e-9, 3"})
    void aSignBehindANumberIsAWordOfItsOwn(String code, int words) {
        assertThat(Token.of(code)).hasSize(words);
    }
}
