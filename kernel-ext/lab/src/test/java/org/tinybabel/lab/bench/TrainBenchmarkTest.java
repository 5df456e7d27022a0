package org.tinybabel.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinybabel.lab.training.Trainer;

class TrainBenchmarkTest {

    @Test
    void theBenchmarkReportsEveryWorkloadAndWhereTheTimeWent() {
        var benchmark = TrainBenchmark.run(2);

        assertThat(benchmark.measurements())
                .extracting(run -> run.workload() + " " + run.threads())
                .containsExactly("reference 1", "reference 2", "one 1", "axis_8 1", "axis_32 1", "mask 1");
        assertThat(benchmark.measurements()).allSatisfy(run -> assertThat(run.phases())
                .containsOnlyKeys("data", "forward", "backward", "optimizer", "close"));
        assertThat(benchmark.axisGain(8)).isPositive();
        assertThat(benchmark.toJson())
                .contains("\"parameters\": 137216")
                .contains("\"tokens_per_second\": ")
                .contains("\"model_axis_gain\": {\"8\": ")
                .startsWith("{")
                .endsWith("}");
    }

    @ParameterizedTest
    @EnumSource
    void everyWorkloadLearns(TrainWorkload.Kind kind) {
        try (var workload = kind.open(1)) {
            var losses = new Trainer(workload.trained())
                    .learningRate(workload.rate())
                    .run(8, (scope, step) -> workload.loss(scope, workload.data(scope, 0), 0));

            assertThat(losses[7]).isLessThan(losses[0]);
        }
    }

    @Test
    void noStepsAreRefused() {
        assertThatThrownBy(() -> TrainBenchmark.run(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the benchmark needs at least 1 step, got 0");
    }
}
