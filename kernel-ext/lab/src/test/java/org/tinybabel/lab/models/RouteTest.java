package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RouteTest {

    @Test
    void allRoutesAreCountedLikeNumbers() {
        assertThat(Route.all(2, 3).stream().map(route -> route.name("ABC")))
                .containsExactly("AA", "AB", "AC", "BA", "BB", "BC");
    }

    @Test
    void threeLayersOfThreeExpertsHaveTwelveRoutesWithOneBigLayer() {
        var routes = Route.all(3, 3, 3);

        assertThat(routes).hasSize(27).doesNotHaveDuplicates();
        assertThat(routes.stream().filter(route -> route.count(2) == 1)).hasSize(12);
        assertThat(routes.get(26)).isEqualTo(Route.everywhere(3, 2));
    }

    @Test
    void aRouteKnowsTheExpertOfEachLayer() {
        var route = Route.all(3, 3, 3).get(2 * 9 + 1);

        assertThat(route.name("-sB")).isEqualTo("B-s");
        assertThat(route.expert(0)).isEqualTo(2);
        assertThat(route.expert(2)).isEqualTo(1);
    }

    @Test
    void aLayerWithoutExpertsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Route.all(3, 0));
    }
}
