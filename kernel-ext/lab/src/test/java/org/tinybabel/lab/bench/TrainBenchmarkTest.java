package org.tinybabel.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrainBenchmarkTest {

    @Test
    void theBenchmarkReportsOneAndTwoThreadsAndWhereTheTimeWent() {
        var benchmark = TrainBenchmark.run(2);

        assertThat(benchmark.measurements())
                .extracting(TrainBenchmark.Measurement::threads)
                .containsExactly(1, 2);
        assertThat(benchmark.measurements().get(0).phases())
                .containsOnlyKeys("data", "forward", "backward", "optimizer", "close");
        assertThat(benchmark.toJson())
                .contains("\"parameters\": 137216")
                .contains("\"tokens_per_second\": ")
                .startsWith("{")
                .endsWith("}");
    }

    @Test
    void noStepsAreRefused() {
        assertThatThrownBy(() -> TrainBenchmark.run(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the benchmark needs at least 1 step, got 0");
    }
}
