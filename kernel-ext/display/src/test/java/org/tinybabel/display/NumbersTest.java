package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12, 12",
        "0.5, 0.5",
        "3.14159, 3.142",
        "0.0512345, 0.05123",
        "-0.037502, -0.0375",
        "100, 100",
        "123456.789, 123457",
        "-0.00001, -1.000e-05",
        "2.5e12, 2.500e+12",
        "NaN, NaN",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void aNumberHasAboutFourSignificantDigits(double value, String text) {
        assertThat(Numbers.format(value)).isEqualTo(text);
    }

    @Test
    void theNumbersOfAColumnHaveTheSameDecimals() {
        var format = Numbers.formatter(DoubleStream.of(1.5, 20.25, Double.NaN));

        assertThat(format.apply(1.5)).isEqualTo("1.50");
        assertThat(format.apply(20.25)).isEqualTo("20.25");
    }

    @Test
    void roundingToZeroLeavesNoSign() {
        assertThat(Numbers.formatter(DoubleStream.of(100.5, -0.001)).apply(-0.001))
                .isEqualTo("0.0");
    }
}
