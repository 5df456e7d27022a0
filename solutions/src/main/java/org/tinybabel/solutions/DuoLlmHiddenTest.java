package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.exercises.DuoLlm;
import org.tinybabel.exercises.DuoLlm.Choice;
import org.tinybabel.exercises.DuoLlm.Control;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import tech.tablesaw.api.Table;

/** The cases where typical answers to paper 09 go wrong. */
@TestsOf(DuoLlm.class)
public final class DuoLlmHiddenTest {

    @Test
    @Question("a")
    @DisplayName("words of probability 0")
    @Rejects("a-zero-times-infinity")
    void zeroProbabilities(DuoLlm student) {
        var never = Double.NEGATIVE_INFINITY;
        Answers.assertClose(
                "a certain word, predicted with certainty",
                student.expectedLoss(new double[] {1, 0}, new double[] {0, never}),
                0,
                1e-12);
        assertThat(student.expectedLoss(new double[] {0.5, 0.5}, new double[] {0, never}))
                .as("a possible word that was predicted with probability 0")
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random predictions")
    @Rejects({"a-kl", "a-base-2", "a-likeliest-word"})
    void randomPredictions(DuoLlm student, Seed seed) {
        var random = seed.random();
        var p = distribution(random, 8);
        var entropy = student.expectedLoss(p, log(p));
        Answers.assertClose("the entropy of p", entropy, loss(p, log(p)), 1e-9);
        for (var repeat = 0; repeat < 100; repeat++) {
            var logQ = log(distribution(random, 8));
            var expected = student.expectedLoss(p, logQ);
            Answers.assertClose("the expected loss", expected, loss(p, logQ), 1e-9);
            assertThat(expected).as("no prediction beats the entropy").isGreaterThanOrEqualTo(entropy - 1e-9);
        }
    }

    private static double[] distribution(RandomGenerator random, int n) {
        var weights = random.doubles(n, 0.05, 1).toArray();
        var sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] log(double[] p) {
        return Arrays.stream(p).map(Math::log).toArray();
    }

    private static double loss(double[] p, double[] logQ) {
        return IntStream.range(0, p.length).mapToDouble(y -> -p[y] * logQ[y]).sum();
    }

    @Test
    @Question("a")
    @DisplayName("bad input")
    @Rejects("a-no-validation")
    void refusesBadPredictions(DuoLlm student) {
        var p = new double[] {0.5, 0.5};
        var logQ = new double[] {-1, -1};
        assertThatIllegalArgumentException().isThrownBy(() -> student.expectedLoss(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.expectedLoss(p, new double[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.expectedLoss(new double[] {1.5, -0.5}, logQ));
        assertThatIllegalArgumentException().isThrownBy(() -> student.expectedLoss(new double[] {Double.NaN, 1}, logQ));
        assertThatIllegalArgumentException().isThrownBy(() -> student.expectedLoss(new double[] {0.5, 0.51}, logQ));
        assertThatIllegalArgumentException().isThrownBy(() -> student.expectedLoss(p, new double[] {Double.NaN, -1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.expectedLoss(p, new double[] {Double.POSITIVE_INFINITY, -1}));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("routes with equal losses")
    @Rejects({"b-last-of-equals", "b-first-of-equals"})
    void equalLosses(DuoLlm student) {
        var loss = new double[][] {{1, 2}, {1, 1}, {1, 1}, {1, 1}};
        var big = new int[] {2, 1, 0, 0};
        Answers.assertEqual(
                "fewer big layers, then the lower index",
                student.oracle(loss, big, 2, false),
                new Choice[] {new Choice(2, 1), new Choice(2, 1)});
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random losses")
    @Rejects({"b-one-route-for-all", "b-ignores-exact", "b-off-by-one", "b-mean"})
    void randomLosses(DuoLlm student, Seed seed) {
        var random = seed.random();
        var big = random.ints(27, 0, 4).toArray();
        System.arraycopy(new int[] {0, 1, 2, 3}, 0, big, 0, 4);
        var loss = new double[27][];
        Arrays.setAll(loss, route -> random.doubles(20, 0, 3).toArray());
        Choice[] before = null;
        for (var budget = 0; budget < 4; budget++) {
            var exactly = student.oracle(loss, big, budget, true);
            Answers.assertEqual("exactly " + budget, exactly, oracle(loss, big, budget, true));
            var atMost = student.oracle(loss, big, budget, false);
            Answers.assertEqual("at most " + budget, atMost, oracle(loss, big, budget, false));
            for (var t = 0; before != null && t < atMost.length; t++) {
                assertThat(atMost[t].loss()).as("a larger budget").isLessThanOrEqualTo(before[t].loss());
            }
            before = atMost;
        }
    }

    private static Choice[] oracle(double[][] loss, int[] big, int budget, boolean exact) {
        return IntStream.range(0, loss[0].length)
                .mapToObj(t -> IntStream.range(0, loss.length)
                        .filter(r -> exact ? big[r] == budget : big[r] <= budget)
                        .mapToObj(r -> new Choice(r, loss[r][t]))
                        .min(Comparator.comparingDouble(Choice::loss)
                                .thenComparingInt(choice -> big[choice.route()])
                                .thenComparingInt(Choice::route))
                        .orElseThrow())
                .toArray(Choice[]::new);
    }

    @Test
    @Question("b")
    @DisplayName("bad input")
    @Rejects("b-no-validation")
    void refusesBadRoutes(DuoLlm student) {
        var loss = new double[][] {{1, 2}, {3, 4}};
        var big = new int[] {0, 1};
        assertThatIllegalArgumentException().isThrownBy(() -> student.oracle(new double[0][], new int[0], 0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> student.oracle(new double[2][0], big, 0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> student.oracle(loss, new int[] {0}, 0, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.oracle(new double[][] {{1, 2}, {3}}, big, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> student.oracle(loss, big, -1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> student.oracle(loss, new int[] {0, -1}, 0, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.oracle(new double[][] {{1, Double.NaN}, {3, 4}}, big, 0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> student.oracle(loss, new int[] {1, 2}, 0, false));
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("shares that are known, and shares outside 0 to 1")
    @Rejects({"c-ratio", "c-mean-of-ratios", "c-no-clipping"})
    void knownShares(DuoLlm student, Seed seed) {
        var random = seed.random();
        for (var real : new double[] {1.3, 1, 0.75, 0.1, 0, -0.2}) {
            var base = random.doubles(50, 1, 3).toArray();
            var gain = random.doubles(50, -0.1, 0.5).toArray();
            Answers.assertClose(
                    "the share, where " + real + " of the gain is real",
                    student.hindsightShare(base, minus(base, gain, 1), base, minus(base, turned(gain), real)),
                    Math.min(1, Math.max(0, 1 - real)),
                    1e-9);
        }
    }

    /** The same gains for other tokens: the mean stays, the ratios do not. */
    private static double[] turned(double[] gain) {
        return IntStream.range(0, gain.length)
                .mapToDouble(t -> gain[(t + 1) % gain.length])
                .toArray();
    }

    private static double[] minus(double[] base, double[] gain, double factor) {
        return IntStream.range(0, base.length)
                .mapToDouble(t -> base[t] - factor * gain[t])
                .toArray();
    }

    @Test
    @Question("c")
    @DisplayName("an oracle without a gain")
    @Rejects("c-any-gain")
    void noGain(DuoLlm student) {
        var loss = new double[] {1, 2};
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> student.hindsightShare(loss, loss, loss, new double[] {0.5, 1}));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> student.hindsightShare(loss, new double[] {1.5, 2}, loss, loss));
    }

    @Test
    @Question("c")
    @DisplayName("bad input")
    @Rejects("c-no-validation")
    void refusesBadLosses(DuoLlm student) {
        var none = new double[0];
        var two = new double[] {2, 3};
        var nan = new double[] {1, Double.NaN};
        assertThatIllegalArgumentException().isThrownBy(() -> student.hindsightShare(none, none, none, none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.hindsightShare(two, new double[3], two, new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.hindsightShare(two, new double[2], two, nan));
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("the share in the walk-through")
    @Rejects({"c-pooled", "c-one-seed"})
    void theShareInTheWalkThrough(DuoLlm student) {
        var share = student.shareInTheWalkThrough();
        assertThat(share).as("the share of hindsight").isBetween(0.7, 1.0);
        Answers.assertClose("the mean of eight shares", share, shareInTheTable(), 1e-6);
    }

    private static double shareInTheTable() {
        var table = Table.read().csv(Datasets.open("duo-llm"));
        return IntStream.range(10, 18)
                .mapToDouble(seed -> {
                    var rows = table.where(table.intColumn("seed").isEqualTo(seed));
                    var realised = rows.doubleColumn("realised all big").mean()
                            - rows.doubleColumn("realised oracle").mean();
                    var expected = rows.doubleColumn("expected all big").mean()
                            - rows.doubleColumn("expected oracle").mean();
                    return Math.min(1, Math.max(0, 1 - expected / realised));
                })
                .average()
                .orElseThrow();
    }

    @Test
    @Question("d")
    @DisplayName("the choice of a control")
    @Rejects({"d-more-routes", "d-more-tokens", "d-random-routes", "d-other-seed"})
    void theControlTellsLuckFromFit(DuoLlm student) {
        assertThat(student.control()).isEqualTo(Control.FRESH_WORD);
    }

    @Test
    @Question("f")
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-missing-control", "f-one-lucky-seed", "f-unequal-conditions", "f-dependent-runs"})
    void theFlawIsNamed(DuoLlm student) {
        assertThat(student.flaw()).isEqualTo(Flaw.TUNED_ON_TEST);
    }

    @Test
    @Question("f")
    @DisplayName("random candidates")
    @Rejects({"f-same-tokens", "f-swapped-sides", "f-best-on-the-rest", "f-sum", "f-last-of-equals", "f-no-validation"})
    void chosenOnSomeScoredOnOthers(DuoLlm student, Seed seed) {
        var random = new Random(seed.value());
        for (var repeat = 0; repeat < 20; repeat++) {
            var gain = new double[6][30];
            var forChoosing = new boolean[30];
            for (var t = 0; t < 30; t++) {
                forChoosing[t] = t == 0 || t > 1 && random.nextBoolean();
                for (var candidate = 0; candidate < 6; candidate++) {
                    // Whole numbers on few values: candidates are often equally good.
                    gain[candidate][t] = forChoosing[t] && repeat % 2 == 0 ? candidate % 2 : random.nextInt(5);
                }
            }
            Answers.assertClose(
                    "the gain on the other tokens",
                    student.heldOutGain(gain, forChoosing),
                    heldOutGain(gain, forChoosing),
                    1e-9);
        }
        refusesBadGains(student);
    }

    private static double heldOutGain(double[][] gain, boolean[] forChoosing) {
        var best = 0;
        for (var candidate = 1; candidate < gain.length; candidate++) {
            if (mean(gain[candidate], forChoosing, true) > mean(gain[best], forChoosing, true)) {
                best = candidate;
            }
        }
        return mean(gain[best], forChoosing, false);
    }

    private static double mean(double[] gain, boolean[] forChoosing, boolean wanted) {
        return IntStream.range(0, gain.length)
                .filter(t -> forChoosing[t] == wanted)
                .mapToDouble(t -> gain[t])
                .average()
                .orElseThrow();
    }

    private static void refusesBadGains(DuoLlm student) {
        var gain = new double[][] {{1, 2}, {3, 4}};
        var half = new boolean[] {true, false};
        var nan = new double[][] {{1, 2}, {Double.NaN, 4}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOutGain(new double[0][], half));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOutGain(new double[][] {{1}}, half));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOutGain(gain, new boolean[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOutGain(gain, new boolean[] {true, true}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOutGain(nan, half));
    }
}
