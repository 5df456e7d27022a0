package org.tinybabel.lab.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.metrics.Retrieval;
import org.tinybabel.lab.metrics.Surprisal;

class BaselinesTest {

    private static double score(List<Baseline> baselines, String name) {
        return baselines.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @Test
    void namesAreFoundByTheirLooks() {
        var queries = List.of("peru", "costa rica", "china");
        var candidates = List.of("pérou", "costa rica", "chine", "indes");

        var baselines = NameBaselines.accuracyAt(queries, candidates, new int[] {0, 1, 2}, 1);

        assertThat(score(baselines, "chance")).isEqualTo(0.25, within(1e-12));
        // "costa rica" alone has ten characters; three candidates have five, like "china", and are nearest to "peru".
        assertThat(score(baselines, "length of the name")).isEqualTo((1.0 / 3 + 1 + 1.0 / 3) / 3, within(1e-12));
        assertThat(score(baselines, "same spelling")).isEqualTo((0.25 + 1 + 0.25) / 3, within(1e-12));
        assertThat(score(baselines, "similar spelling")).isEqualTo(1);
        assertThat(Baseline.highest(baselines)).isEqualTo(new Baseline("similar spelling", 1));
        assertThat(Baseline.lowest(baselines).name()).isEqualTo("chance");
        assertThat(Baseline.table(baselines, "accuracy@1").rowCount()).isEqualTo(5);
        assertThat(NameBaselines.length(List.of("a b"), List.of("ab"), false)).isDeepEqualTo(new double[][] {{0}});
        assertThat(NameBaselines.length(List.of("a b"), List.of("ab"), true)).isDeepEqualTo(new double[][] {{-1}});
    }

    @Test
    void aRuleThatTellsNothingApartIsChance() {
        var scores = new double[50][20];
        var right = IntStream.range(0, 50).map(i -> i % 20).toArray();

        assertThat(Retrieval.expectedAccuracyAt(scores, right, 1)).isCloseTo(0.05, within(1e-12));
        assertThat(Retrieval.expectedAccuracyAt(scores, right, 5)).isCloseTo(0.25, within(1e-12));
        assertThat(Retrieval.expectedAccuracyAt(scores, right, 30)).isEqualTo(1);
    }

    @Test
    void sharedPlacesAreTheMeanOverAllWaysToBreakTies() {
        var random = new Random(1);
        var scores = IntStream.range(0, 30)
                .mapToObj(q -> random.ints(8, 0, 3).asDoubleStream().toArray())
                .toArray(double[][]::new);
        var right = random.ints(30, 0, 8).toArray();

        var drawn = IntStream.range(0, 4000)
                .mapToDouble(draw -> {
                    var broken = IntStream.range(0, 30)
                            .mapToObj(q -> IntStream.range(0, 8)
                                    .mapToDouble(c -> scores[q][c] + 0.5 * random.nextDouble())
                                    .toArray())
                            .toArray(double[][]::new);
                    return Retrieval.accuracyAt(Retrieval.ranks(broken, right), 2);
                })
                .average()
                .orElseThrow();

        assertThat(Retrieval.expectedAccuracyAt(scores, right, 2)).isCloseTo(drawn, within(0.01));
    }

    @Test
    void theMajorityClassIsThatOfTheTraining() {
        assertThat(MajorityClass.accuracy(new int[] {1, 1, 0}, new int[] {1, 0, 0, 0}))
                .isEqualTo(new Baseline("majority class", 0.25));
        assertThat(MajorityClass.of(new int[] {3, 2, 3, 2})).isEqualTo(2);
        assertThatThrownBy(() -> MajorityClass.of(new int[0])).hasMessage("there are no labels to count");
        assertThatThrownBy(() -> MajorityClass.accuracy(new int[] {1}, new int[0]))
                .hasMessage("there are no questions");
    }

    @Test
    void eachModelOfTokensKnowsWhatItCounts() {
        // Even places hold 0 or 1 at random, odd ones the same again: the place says little, the token before all or
        // nothing.
        var random = new Random(2);
        var text = IntStream.range(0, 400)
                .mapToObj(i -> {
                    var a = random.nextInt(2);
                    return new int[] {2, a, a, 3};
                })
                .toArray(int[][]::new);
        var models = TokenBaselines.models(text, 4, 1e-9);

        var loss = TokenBaselines.loss(models, text);

        assertThat(score(loss, "uniform")).isCloseTo(Math.log(4), within(1e-9));
        assertThat(score(loss, "place in the sequence")).isCloseTo(2 * Math.log(2) / 3, within(0.01));
        assertThat(score(loss, "unigram")).isGreaterThan(score(loss, "place in the sequence"));
        assertThat(models.keySet()).containsExactly("uniform", "unigram", "place in the sequence", "bigram");
        assertThat(score(TokenBaselines.accuracy(models, text), "uniform")).isCloseTo(0.25, within(1e-9));
        assertThat(score(TokenBaselines.accuracy(models, text), "place in the sequence"))
                .isCloseTo(2.0 / 3, within(0.03));
    }

    @Test
    void aPlaceBeyondTheTrainingIsUniform() {
        var model = PlaceModel.fit(new int[][] {{0, 1}}, 4, 0.5);

        // P(1 at place 1) = 1.5 / 3; place 2 was never seen.
        assertThat(Surprisal.of(model, new int[][] {{0, 1, 2}}))
                .containsExactly(new double[] {-Math.log(0.5), Math.log(4)}, within(1e-12));
        assertThatThrownBy(() -> PlaceModel.fit(new int[][] {{4}}, 4, 1))
                .hasMessage("token 4 is not in the vocabulary 0 … 3");
        assertThatThrownBy(() -> Baseline.highest(Collections.emptyList()))
                .hasMessage("there is no baseline to choose from");
    }
}
