package org.tinybabel.lab.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.lab.scaling.ScalingGrid.Family;
import org.tinybabel.lab.scaling.ScalingGrid.Size;

class ScalingRunsTest {

    private static final List<Double> FIRST = List.of(0.8, 0.2);
    private static final List<Double> SECOND = List.of(0.1, 0.9);
    private static final List<Size> SIZES =
            List.of(new Size(4, List.of(FIRST, SECOND)), new Size(8, List.of(FIRST, SECOND)));

    private static ScalingGrid grid(Integer... checkpoints) {
        return new ScalingGrid(
                List.of(new Family(2, 3, 2, 0, 0), new Family(4, 1, 2, 1, 0)),
                1,
                2,
                6,
                4,
                1e-2,
                3,
                0.9,
                List.of(checkpoints),
                20,
                SIZES,
                List.of(1L));
    }

    private static List<ScaledModel> train(ScalingGrid grid, Size size) {
        return ScalingRuns.train(grid, size, 1, () -> {});
    }

    @Test
    void aTinyGridGivesTheSameBitsTwice() {
        for (var size : SIZES) {
            var models = train(grid(5, 12), size);

            assertThat(models).hasSize(2).isEqualTo(train(grid(5, 12), size));
            assertThat(models.get(0).checkpoints()).isNotEqualTo(models.get(1).checkpoints());
        }
    }

    @Test
    void everyModelSaysWhatItIs() {
        var model = train(grid(5, 12), SIZES.get(1)).get(1);

        assertThat(model.seed()).isEqualTo(1);
        assertThat(model.width()).isEqualTo(8);
        assertThat(model.parameters()).isEqualTo(grid(1).shape(8).nonEmbeddingParameters());
        assertThat(model.shares()).containsExactly(0.05, 0.05, 0.45, 0.45);
        assertThat(model.familyShare(1)).isEqualTo(0.9);
        assertThat(model.checkpoints()).extracting(ScaledModel.Checkpoint::step).containsExactly(5, 12);
        var last = model.checkpoints().get(1);
        assertThat(last.tokens()).isEqualTo(12 * 4 * 6);
        assertThat(last.familyLoss(1))
                .isEqualTo((last.losses().get(2) + last.losses().get(3)) / 2);
    }

    @Test
    void aModelTrainsInAStackAsItWouldAlone() {
        var together = train(grid(5, 12), SIZES.get(0)).get(1);
        var alone = train(grid(5, 12), new Size(4, List.of(SECOND))).get(0);

        for (var c = 0; c < 2; c++) {
            for (var language = 0; language < 4; language++) {
                assertThat(together.checkpoints().get(c).losses().get(language))
                        .isCloseTo(alone.checkpoints().get(c).losses().get(language), within(1e-5));
            }
        }
    }

    @Test
    void aCheckpointOfALongRunIsTheEndOfAShorterOne() {
        var whole = train(grid(5, 12, 30), SIZES.get(0)).get(0).checkpoints();
        var shorter = train(grid(12), SIZES.get(0)).get(0).checkpoints();

        assertThat(whole.get(1)).isEqualTo(shorter.get(0));
    }

    @Test
    void everyStepIsTold() {
        var steps = new AtomicInteger();
        ScalingRuns.train(grid(5, 12), SIZES.get(0), 1, steps::incrementAndGet);

        assertThat(steps).hasValue(12);
    }

    @Test
    void whatAModelDoesNotReadItDoesNotLearn() {
        var mixtures = List.of(List.of(0.8, 0.2), List.of(0.0, 1.0), List.of(1.0, 0.0));
        var models = train(grid(300), new Size(8, mixtures));

        assertThat(loss(models.get(1), 0)).isGreaterThan(loss(models.get(0), 0) + 0.5);
        assertThat(loss(models.get(2), 1)).isGreaterThan(loss(models.get(0), 1) + 0.5);
        // With all the text to itself, a family is learned at least as well.
        assertThat(loss(models.get(2), 0)).isLessThan(loss(models.get(0), 0) + 0.05);
    }

    private static double loss(ScaledModel model, int family) {
        return model.checkpoints().get(0).familyLoss(family);
    }

    @Test
    void siblingsMayHaveSharesOfTheirOwn() {
        var shares = List.of(new double[] {0.5, 0, 0.25, 0.25}, new double[] {0, 0.5, 0.25, 0.25});
        var models = ScalingRuns.train(grid(150), 8, shares, 1, () -> {});
        var first = models.get(0).checkpoints().get(0).losses();
        var second = models.get(1).checkpoints().get(0).losses();

        // Each knows the sibling better that it has read.
        assertThat(first.get(0)).isLessThan(second.get(0));
        assertThat(second.get(1)).isLessThan(first.get(1));
    }

    /** The table that notebook 03 reads comes from this code. Other processors round differently, hence the tolerance. */
    @Test
    void theShippedTableIsWhatTheseRunsGive() throws IOException {
        var grid = ScalingGrid.ofNotebook(List.of(0L));
        var size = new ScalingGrid.Size(8, grid.sizes().get(0).mixtures().subList(0, 2));
        var expected = new String(Datasets.open("multilingual-scaling-laws").readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("0,8,888,") && line.matches(".*,0\\.(333/0\\.333|600/0\\.200)/.*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .toArray();

        var losses = ScalingRuns.train(grid, size, 0, () -> {}).stream()
                .flatMap(model -> model.checkpoints().stream())
                .flatMapToDouble(checkpoint -> IntStream.range(0, 3).mapToDouble(checkpoint::familyLoss))
                .toArray();

        assertThat(losses).hasSize(24).containsExactly(expected, within(0.02));
    }
}
