package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.TinyExperiment;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.metrics.Surprisal;
import org.tinybabel.lab.models.TinyGpt;

class PaddedBatchTest {

    private static final List<int[]> SEQUENCES = List.of(new int[] {3, 1, 4, 1}, new int[] {5, 9}, new int[] {2, 6, 5});

    @Test
    void shorterSequencesAreFilledUpAndTheFillingDoesNotCount() {
        var batch = PaddedBatch.of(SEQUENCES);

        try (var scope = TensorScope.open()) {
            assertThat(batch.inputs(scope).toLongArray()).containsExactly(3, 1, 4, 5, 9, 0, 2, 6, 5);
            assertThat(batch.targets(scope).toLongArray()).containsExactly(1, 4, 1, 9, 0, 0, 6, 5, 0);
            assertThat(batch.counted(scope).toFloatArray()).containsExactly(1, 1, 1, 1, 0, 0, 1, 1, 0);
            assertThat(batch.predictions()).isEqualTo(6);
        }
    }

    @Test
    void theTotalSurprisalIsThatOfTheSequencesOneByOne() {
        try (var model = new TinyGpt(TinyExperiment.SHAPE, 1);
                var scope = TensorScope.open()) {
            var batch = PaddedBatch.of(SEQUENCES);
            var logits = model.forward(batch.inputs(scope), model.weights(scope));
            var total = Losses.totalSurprisal(logits, batch.targets(scope), batch.counted(scope));
            var oneByOne = SEQUENCES.stream()
                    .mapToDouble(sequence -> Arrays.stream(Surprisal.of(model, new int[][] {sequence}))
                            .sum())
                    .sum();

            assertThat((double) total.getFloat()).isCloseTo(oneByOne, within(1e-4));
        }
    }

    @Test
    void aSequenceWithoutAPredictionIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> PaddedBatch.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaddedBatch.of(List.of(new int[] {1, 2}, new int[] {1})))
                .withMessage("a batch needs sequences of 2 or more tokens, got the lengths [2, 1]");
    }
}
