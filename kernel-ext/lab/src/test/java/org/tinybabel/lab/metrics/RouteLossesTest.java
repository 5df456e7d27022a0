package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteLossesTest {

    private static final double[] P = {0.5, 0.25, 0.25};

    private static double[] log(double... q) {
        return Arrays.stream(q).map(Math::log).toArray();
    }

    @Test
    void eachRouteIsScoredByTheWordThatCameAndByAllWords() {
        var losses = RouteLosses.of(P, 1, new Random(1), List.of(log(P), log(0.25, 0.5, 0.25)));

        assertThat(losses.realised()).containsExactly(new double[] {Math.log(4), Math.log(2)}, within(1e-12));
        // The word favours the second route, and the distribution the first: its loss is the entropy, 1.5 bits.
        assertThat(losses.expected())
                .containsExactly(new double[] {1.5 * Math.log(2), 1.75 * Math.log(2)}, within(1e-12));
    }

    @Test
    void freshWordsComeFromTheDistributionAndDoNotDependOnTheWordThatCame() {
        var random = new Random(2);
        var mean = IntStream.range(0, 20_000)
                .mapToDouble(i -> RouteLosses.of(P, i % 3, random, List.of(log(0.5, 0.3, 0.2)))
                        .fresh()[0])
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(CrossEntropy.expected(P, log(0.5, 0.3, 0.2)), within(0.01));
    }
}
