package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;

class RoutedStackTest {

    private static final Experts EXPERTS = new Experts(0, 3, 5); // skip, small, big
    private static final int BIG = 2;
    private static final GptShape SHAPE = new GptShape(10, 4, 8, 2, 2, EXPERTS.neurons());
    private static final int[][][] TEXT = {
        {{1, 2, 3, 4, 0}, {5, 6, 7, 8, 0}, {9, 8, 7, 6, 0}}, {{2, 2, 3, 1, 0}, {5, 1, 7, 8, 0}, {0, 8, 7, 6, 0}}
    };

    private final RoutedStack models = new RoutedStack(SHAPE, EXPERTS, List.of(1, 2));

    @AfterEach
    void close() {
        models.close();
    }

    @Test
    void predictionsAreDistributionsOneForEachModelAndSentence() {
        var logQ = models.lastWord(TEXT, BIG, (scope, layer, x) -> EXPERTS.always(scope, 1));

        assertThat(logQ.length).isEqualTo(2);
        assertThat(logQ[1].length).isEqualTo(3);
        for (var model : logQ) {
            for (var row : model) {
                assertThat(Arrays.stream(row).map(Math::exp).sum()).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void theLastTokenOnTheExpertOfTheOthersIsTheModelWithThatExpertEverywhere() {
        var logQ = models.lastWord(TEXT, BIG, (scope, layer, x) -> EXPERTS.always(scope, BIG));

        try (var scope = TensorScope.open()) {
            var everywhere = TensorScope.toRows(models.logits(scope, TEXT, (layer, x) -> EXPERTS.always(scope, BIG))
                    .get(":, :, -1")
                    .logSoftmax(-1));
            assertThat(logQ[1][2]).containsExactly(everywhere[5], within(1e-6));
        }
        assertThat(models.lastWord(TEXT, BIG, (scope, layer, x) -> EXPERTS.always(scope, 0))[1][2])
                .isNotEqualTo(logQ[1][2]);
    }

    @Test
    void equalSeedsGiveEqualModelsWhateverStandsBeside() {
        try (var other = new RoutedStack(SHAPE, EXPERTS, List.of(1, 3))) {
            var one = models.lastWord(TEXT, BIG, (scope, layer, x) -> EXPERTS.always(scope, 1));
            var two = other.lastWord(TEXT, BIG, (scope, layer, x) -> EXPERTS.always(scope, 1));

            assertThat(one[0]).isDeepEqualTo(two[0]);
            assertThat(one[1][0]).isNotEqualTo(two[1][0]);
        }
    }
}
