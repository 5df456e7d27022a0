package org.tinybabel.lab.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.languages.LanguageFamily;
import org.tinybabel.lab.scaling.ScalingGrid.Family;
import org.tinybabel.lab.scaling.ScalingGrid.Size;

class ScalingGridTest {

    private static final List<Family> TWO = List.of(new Family(2, 2, 1, 0, 0), new Family(3, 1, 1, 1, 0));
    private static final List<Size> HALVES = List.of(new Size(4, List.of(List.of(0.5, 0.5))));

    private static ScalingGrid grid(
            int layers, int batch, double rate, int warmUp, double average, List<Integer> checkpoints, int tests) {
        return new ScalingGrid(
                TWO, layers, 2, 6, batch, rate, warmUp, average, checkpoints, tests, HALVES, List.of(0L));
    }

    private static ScalingGrid grid(List<Family> families, List<Size> sizes, List<Long> seeds) {
        return new ScalingGrid(families, 1, 2, 6, 4, 1e-2, 2, 0.9, List.of(5), 10, sizes, seeds);
    }

    private static void assertRefused(Runnable grid, String message) {
        assertThatIllegalArgumentException().isThrownBy(grid::run).withMessage(message);
    }

    @Test
    void theNotebooksGridHasTheSizesAndMixturesOfThePaper() {
        var grid = ScalingGrid.ofNotebook(List.of(0L, 1L));

        assertThat(grid.sizes()).extracting(Size::width).containsExactly(8, 12, 16, 24);
        assertThat(grid.sizes()).extracting(size -> size.mixtures().size()).containsExactly(10, 10, 10, 14);
        assertThat(grid.shape(8).vocabulary()).isEqualTo(96);
        assertThat(grid.shape(12).nonEmbeddingParameters()).isEqualTo(12 * 12 * 12 + 15 * 12);
    }

    @Test
    void itsFamiliesHaveTokensOfTheirOwnAndAreDrawnFromTheSeed() {
        var grid = ScalingGrid.ofNotebook(List.of(0L));

        assertThat(grid.draw(7)).extracting(ScalingGridTest::firstForm).containsExactly(0, 32, 64);
        assertThat(grid.draw(7).get(0).sample(0, 5, 8, 1))
                .isDeepEqualTo(grid.draw(7).get(0).sample(0, 5, 8, 1))
                .isNotEqualTo(grid.draw(8).get(0).sample(0, 5, 8, 1));
    }

    private static int firstForm(LanguageFamily family) {
        return family.siblings().get(0).form(0);
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        var five = List.of(5);
        assertRefused(() -> grid(0, 4, 0.1, 0, 0, five, 1), "layers must be at least 1, got 0");
        assertRefused(() -> grid(1, 0, 0.1, 0, 0, five, 1), "batch must be at least 1, got 0");
        assertRefused(() -> grid(1, 4, 0, 0, 0, five, 1), "rate must be more than 0, got 0.0");
        assertRefused(() -> grid(1, 4, Double.NaN, 0, 0, five, 1), "rate must be more than 0, got NaN");
        assertRefused(() -> grid(1, 4, 0.1, -1, 0, five, 1), "warmUp must be 0 or more steps, got -1");
        assertRefused(() -> grid(1, 4, 0.1, 0, 1.5, five, 1), "average must be between 0 and 1, got 1.5");
        assertRefused(() -> grid(1, 4, 0.1, 0, 0, five, 0), "testSentences must be at least 1, got 0");
    }

    @Test
    void checkpointsMustRiseAndTheirTextMustFit() {
        assertRefused(
                () -> grid(1, 4, 0.1, 0, 0, List.of(), 1),
                "checkpoints must be rising numbers of steps from 1, got []");
        assertRefused(
                () -> grid(1, 4, 0.1, 0, 0, List.of(0, 5), 1),
                "checkpoints must be rising numbers of steps from 1, got [0, 5]");
        assertRefused(
                () -> grid(1, 4, 0.1, 0, 0, List.of(5, 5), 1),
                "checkpoints must be rising numbers of steps from 1, got [5, 5]");
        assertRefused(
                () -> grid(1, 4096, 0.1, 0, 0, List.of(1_000_000), 1),
                "the last of the checkpoints [1000000] with batches of 4096 needs more sentences than fit into a table");
    }

    @Test
    void familiesSizesAndSeedsMustBeThere() {
        assertRefused(() -> grid(List.of(), HALVES, List.of(0L)), "a grid needs at least one family");
        assertRefused(() -> grid(TWO, List.of(), List.of(0L)), "a grid needs at least one size");
        assertRefused(() -> grid(TWO, HALVES, List.of()), "a grid needs at least one seed");
    }

    @Test
    void mixturesMustFitTheFamiliesAndAddUp() {
        assertRefused(
                () -> grid(TWO, List.of(new Size(4, List.of())), List.of(0L)), "width 4 needs at least one mixture");
        for (var wrong : List.of(List.of(1.0), List.of(0.5, 0.4), List.of(1.2, -0.2), List.of(Double.NaN, 1.0))) {
            assertRefused(
                    () -> grid(TWO, List.of(new Size(4, List.of(wrong))), List.of(0L)),
                    "a mixture of width 4 needs 2 shares of 0 or more that add up to 1, got " + wrong);
        }
    }

    @Test
    void theHeadsMustDivideEveryWidth() {
        assertRefused(
                () -> grid(TWO, List.of(new Size(5, List.of(List.of(0.5, 0.5)))), List.of(0L)),
                "the width (5) must be a multiple of the heads (2)");
    }

    @Test
    void aFamilyNeedsWordsAndDeviationsThatAreNumbers() {
        assertRefused(
                () -> new Family(0, 4, 1, 1, 1),
                "a family needs at least two words in at least one class, got 0 classes of 4");
        assertRefused(
                () -> new Family(1, 1, 1, 1, 1),
                "a family needs at least two words in at least one class, got 1 classes of 1");
        assertRefused(() -> new Family(2, 2, 1, -1, 1), "a family's deviations must be 0 or more, got -1.0");
        assertRefused(() -> new Family(2, 2, 1, 1, Double.NaN), "a family's deviations must be 0 or more, got NaN");
    }
}
