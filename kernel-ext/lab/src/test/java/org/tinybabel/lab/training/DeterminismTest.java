package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.TinyExperiment;

class DeterminismTest {

    @Test
    void twoRunsWithOneSeedGiveTheSameBits() {
        assertThat(TinyExperiment.losses(3, 40)).isEqualTo(TinyExperiment.losses(3, 40));
    }

    @Test
    void runsSideBySideGiveTheSameBitsAsOneAfterTheOther() {
        var seeds = List.of(1L, 2L, 3L, 4L);

        var sideBySide = Parallel.map(seeds, seed -> TinyExperiment.losses(seed, 40));

        for (var i = 0; i < seeds.size(); i++) {
            assertThat(sideBySide.get(i)).isEqualTo(TinyExperiment.losses(seeds.get(i), 40));
        }
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        assertThat(TinyExperiment.losses(3, 5)).isNotEqualTo(TinyExperiment.losses(4, 5));
    }
}
