package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class HashedNGramsTest {

    private static final HashedNGrams GRAMS = new HashedNGrams(2, 4, 1 << 20);

    private static double cosine(String one, String other) {
        var a = GRAMS.features(one);
        var b = GRAMS.features(other);
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /** &lt;ab&gt; has three bigrams, two trigrams, and itself, which is the 4-gram, too. */
    @Test
    void eachNGramSetsOneFeature() {
        var features = GRAMS.features("ab");

        assertThat(IntStream.range(0, features.length)
                        .filter(i -> features[i] > 0)
                        .count())
                .isEqualTo(6);
        assertThat(features).containsOnly(0, (1 / Math.sqrt(6)));
    }

    @Test
    void lengthIsOneAndLikenessIsOfSpelling() {
        assertThat(cosine("kenya", "kenya")).isCloseTo(1, within(1e-6));
        assertThat(cosine("kenya", "kenia")).isBetween(0.2, 0.8);
        assertThat(cosine("kenya", "кения")).isZero();
        assertThat(cosine("", "")).isCloseTo(1, within(1e-6));
    }

    @Test
    void repeatedNGramsCountOnce() {
        assertThat(GRAMS.features("aaaaaaaa")).contains((1 / Math.sqrt(10)));
    }

    /** The bucket is the CRC-32 of the n-gram in UTF-8. */
    @Test
    void featuresAreTheSameOnEveryMachine() {
        var few = new HashedNGrams(2, 2, 10);
        var crc = new CRC32();
        crc.update("<a".getBytes(StandardCharsets.UTF_8));

        assertThat(few.features("a")[(int) (crc.getValue() % 10)]).isPositive();
        assertThat(few.features(List.of("a", "b"))).hasDimensions(2, 10);
    }

    @Test
    void badSizesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HashedNGrams(0, 2, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new HashedNGrams(3, 2, 8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashedNGrams(2, 4, 0))
                .withMessageContaining("buckets");
    }
}
