package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3", "200, 8", "2, 5", "0, 4"})
    void partsAreDisjointOfEqualSizeAndMakeUpTheWhole(int size, int parts) {
        var all = IntStream.range(0, size).boxed().toList();

        var together = new ArrayList<Integer>();
        for (var part = 1; part <= parts; part++) {
            var mine = new Shard(part, parts).of(all);
            assertThat(mine.size()).isBetween(size / parts, size / parts + 1);
            together.addAll(mine);
        }

        assertThat(together).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void slurmsVariablesChooseThePartWhereverItsArrayBegins() {
        var environment = Map.of(
                "SLURM_ARRAY_TASK_ID", "12",
                "SLURM_ARRAY_TASK_MIN", "10",
                "SLURM_ARRAY_TASK_STEP", "2",
                "SLURM_ARRAY_TASK_COUNT", "5");

        assertThat(Shard.chosen(Optional.of("auto"), environment)).contains(new Shard(2, 5));
        // Without being told so, a task of an array grades everything.
        assertThat(Shard.chosen(Optional.empty(), environment)).isEmpty();
    }

    @Test
    void kubernetesVariablesChooseThePart() {
        var environment = Map.of("JOB_COMPLETION_INDEX", "0", "TINYBABEL_SHARDS", "4");

        assertThat(Shard.chosen(Optional.of("auto"), environment)).contains(new Shard(1, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "3", "a/b", "1/0", "-1/3", "99999999/99999999"})
    void whatIsNoPartIsRefusedWithTheValue(String written) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Shard.chosen(Optional.of(written), Map.of()))
                .withMessageContaining(written);
    }

    @Test
    void autoWithoutASchedulerSaysWhatIsMissing() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Shard.chosen(Optional.of("auto"), Map.of()))
                .withMessageContaining("SLURM_ARRAY_TASK_ID");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Shard.chosen(Optional.of("auto"), Map.of("JOB_COMPLETION_INDEX", "1")))
                .withMessageContaining("TINYBABEL_SHARDS");
    }

    @Test
    void listsKeepTheirOrder() {
        assertThat(new Shard(2, 3).of(List.of("a", "b", "c", "d", "e"))).containsExactly("b", "e");
    }
}
