package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CharNGramsTest {

    @Test
    void nGramsAreCountedByCodePoint() {
        assertThat(new CharNGrams(1, 2).counts("anan")).isEqualTo(Map.of("a", 2, "n", 2, "an", 2, "na", 1));
        assertThat(new CharNGrams(1, 1).counts("𐌰𐌰b")).isEqualTo(Map.of("𐌰", 2, "b", 1));
        assertThat(new CharNGrams(3, 3).counts("ab")).isEmpty();
    }

    @Test
    void theCosineComparesTheCounts() {
        var cosines = new CharNGrams(1, 2).cosines(List.of("ab", "x", ""), List.of("ab", "ba", "yz"));

        assertThat(cosines[0][0]).isCloseTo(1, within(1e-12));
        assertThat(cosines[0][1]).isCloseTo(2 / 3.0, within(1e-12)); // a and b of a, b, ab and a, b, ba
        assertThat(cosines[0][2]).isZero();
        assertThat(cosines[1]).containsExactly(0, 0, 0);
        assertThat(cosines[2]).containsExactly(0, 0, 0);
    }

    @Test
    void repeatedNGramsWeighMore() {
        var cosine = new CharNGrams(1, 1).cosines(List.of("aab"), List.of("ab"))[0][0];

        assertThat(cosine).isCloseTo(3 / Math.sqrt(5 * 2), within(1e-12));
    }

    @Test
    void lengthsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new CharNGrams(0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CharNGrams(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
