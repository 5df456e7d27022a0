package org.tinybabel.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TyposTest {

    @Test
    void distanceCountsSlips() {
        assertThat(Typos.distance("length", "length")).isZero();
        assertThat(Typos.distance("Length", "length")).isZero();
        assertThat(Typos.distance("lenght", "length")).isEqualTo(1);
        assertThat(Typos.distance("lngth", "length")).isEqualTo(1);
        assertThat(Typos.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void onlyNearNamesAreFoundTheNearestFirst() {
        assertThat(Typos.near("lenght", List.of("size", "length", "lengthy", "light")))
                .startsWith("length");
        assertThat(Typos.near("frobnicate", List.of("length", "size"))).isEmpty();
        assertThat(Typos.near("x", List.of("y", "z"))).isEmpty();
        assertThat(Typos.near("valu", List.of("value", "values", "vale", "valve", "val")))
                .hasSize(3);
    }
}
