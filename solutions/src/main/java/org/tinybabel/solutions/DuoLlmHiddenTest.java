package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.exercises.DuoLlm;
import org.tinybabel.exercises.DuoLlm.Choice;
import org.tinybabel.exercises.DuoLlm.Control;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;
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
        Answers.assertEqual(
                "a possible word that was predicted with probability 0",
                student.expectedLoss(new double[] {0.5, 0.5}, new double[] {0, never}),
                Double.POSITIVE_INFINITY);
    }

    @Test
    @Question("a")
    @DisplayName("random predictions")
    @Rejects({"a-kl", "a-base-2", "a-likeliest-word", "a-exact-sum", "a-zero-times-infinity"})
    void randomPredictions(DuoLlm student, Seed seed) {
        predictions(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing predictions(DuoLlm student, Seed seed) {
        return GeneratedInputs.of(student, new DuoLlmSolution.Answers(), seed).method("expectedLoss", random -> {
            // Quarters add up to 1 exactly; half a millionth of the first is too little to refuse, and two are enough.
            var p = new double[1 + random.nextInt(5)];
            for (var quarter = 0; quarter < 4; quarter++) {
                p[random.nextInt(p.length)] += 0.25;
            }
            p[0] += random.nextInt(4) == 0 ? 5e-7 * (1 + 3 * random.nextInt(2)) : 0;
            var logQ = random.doubles(p.length, -3, 0).toArray();
            if (random.nextInt(3) == 0) {
                logQ[random.nextInt(p.length)] = Double.NEGATIVE_INFINITY;
            }
            return new Object[] {p, logQ};
        });
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("bad input")
    @Rejects("a-no-validation")
    void refusesBadPredictions(DuoLlm student, Seed seed) {
        var p = new double[] {0.5, 0.5};
        var logQ = new double[] {-1, -1};
        Answers.assertRefuses("no words", () -> student.expectedLoss(new double[0], new double[0]));
        Answers.assertRefuses("two words and one prediction", () -> student.expectedLoss(p, new double[] {-1}));
        Answers.assertRefuses("a negative probability", () -> student.expectedLoss(new double[] {1.5, -0.5}, logQ));
        Answers.assertRefuses(
                "a probability that is NaN", () -> student.expectedLoss(new double[] {Double.NaN, 1}, logQ));
        Answers.assertRefuses(
                "a logarithm of +Infinity", () -> student.expectedLoss(p, new double[] {Double.POSITIVE_INFINITY, -1}));
        predictions(student, seed).compareRefusals();
    }

    @Test
    @Question("b")
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
    @Rejects({
        "b-one-route-for-all",
        "b-ignores-exact",
        "b-off-by-one",
        "b-mean",
        "b-always-cheapest",
        "b-last-of-equals",
        "b-first-of-equals"
    })
    void randomLosses(DuoLlm student, Seed seed) {
        routes(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing routes(DuoLlm student, Seed seed) {
        return GeneratedInputs.of(student, new DuoLlmSolution.Answers(), seed)
                .method("oracle", random -> {
                    var routes = 1 + random.nextInt(5);
                    var tokens = 1 + random.nextInt(3);
                    var loss = new double[routes][];
                    Arrays.setAll(loss, route -> halves(random, tokens, 1, 3));
                    var big = random.ints(routes, 0, 4).toArray();
                    // Mostly a budget that a route has.
                    var budget = random.nextInt(3) == 0 ? random.nextInt(4) : big[random.nextInt(routes)];
                    return new Object[] {loss, big, budget, random.nextBoolean()};
                })
                // Whether −0.0 is less than 0, or 1e-300 more, is not what the question is about.
                .where(arguments -> Arrays.stream((double[][]) arguments[0])
                        .flatMapToDouble(Arrays::stream)
                        .noneMatch(loss -> Math.abs(loss) < 1e-9));
    }

    /** Numbers with one binary digit, so that some are equal. */
    private static double[] halves(Random random, int n, int low, int high) {
        return random.ints(n, 2 * low, 2 * high).mapToDouble(i -> i / 2.0).toArray();
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("bad input")
    @Rejects("b-no-validation")
    void refusesBadRoutes(DuoLlm student, Seed seed) {
        var loss = new double[][] {{1, 2}, {3, 4}};
        var big = new int[] {0, 1};
        Answers.assertRefuses("no routes", () -> student.oracle(new double[0][], new int[0], 0, true));
        Answers.assertRefuses("no tokens", () -> student.oracle(new double[2][0], big, 0, true));
        Answers.assertRefuses(
                "two routes and one number of layers", () -> student.oracle(loss, new int[] {0}, 0, true));
        Answers.assertRefuses(
                "two tokens on one route and one on the other",
                () -> student.oracle(new double[][] {{1, 2}, {3}}, big, 1, false));
        Answers.assertRefuses("a budget of -1", () -> student.oracle(loss, big, -1, false));
        Answers.assertRefuses("a route with -1 big layers", () -> student.oracle(loss, new int[] {0, -1}, 0, false));
        Answers.assertRefuses(
                "a loss that is NaN", () -> student.oracle(new double[][] {{1, Double.NaN}, {3, 4}}, big, 0, true));
        Answers.assertRefuses(
                "at most 0 big layers, and all routes have more",
                () -> student.oracle(loss, new int[] {1, 2}, 0, false));
        routes(student, seed).compareRefusals();
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random losses, and shares outside 0 to 1")
    @Rejects({"c-ratio", "c-mean-of-ratios", "c-no-clipping"})
    void randomShares(DuoLlm student, Seed seed) {
        shares(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing shares(DuoLlm student, Seed seed) {
        return GeneratedInputs.of(student, new DuoLlmSolution.Answers(), seed)
                .method("hindsightShare", random -> {
                    var tokens = 1 + random.nextInt(5);
                    return new Object[] {
                        halves(random, tokens, 2, 4),
                        halves(random, tokens, 1, 3),
                        halves(random, tokens, 2, 4),
                        halves(random, tokens, 1, 3)
                    };
                })
                .mayThrow(IllegalStateException.class);
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("bad input, and an oracle without a gain")
    @Rejects({"c-no-validation", "c-any-gain", "c-rounded-gain"})
    void refusesBadLosses(DuoLlm student, Seed seed) {
        var none = new double[0];
        var two = new double[] {2, 3};
        var nan = new double[] {1, Double.NaN};
        Answers.assertRefuses("no tokens", () -> student.hindsightShare(none, none, none, none));
        Answers.assertRefuses(
                "2, 3, 2 and 2 tokens", () -> student.hindsightShare(two, new double[3], two, new double[2]));
        Answers.assertRefuses("a loss that is NaN", () -> student.hindsightShare(two, new double[2], two, nan));
        Answers.assertThrows(
                "a realised gain of 0",
                IllegalStateException.class,
                () -> student.hindsightShare(two, two, two, new double[2]));
        Answers.assertThrows(
                "a realised gain of 1e-12, which is 0 but for rounding",
                IllegalStateException.class,
                () -> student.hindsightShare(
                        new double[] {1 + 1e-12}, new double[] {1}, new double[] {1}, new double[] {0.5}));
        Answers.assertThrows(
                "a realised gain of 1e-9",
                IllegalStateException.class,
                () -> student.hindsightShare(
                        new double[] {1e-9}, new double[] {0}, new double[] {1}, new double[] {0.5}));
        Answers.assertThrows(
                "a realised gain of -0.5",
                IllegalStateException.class,
                () -> student.hindsightShare(two, new double[] {2.5, 3.5}, two, two));
        shares(student, seed).compareRefusals();
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("the share in the walk-through")
    @Rejects({"c-pooled", "c-one-seed"})
    void theShareInTheWalkThrough(DuoLlm student) {
        Answers.assertClose("the mean of eight shares", student.shareInTheWalkThrough(), shareInTheTable(), 1e-6);
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
    @Points(4)
    @DisplayName("the choice of a control")
    @Rejects({"d-more-routes", "d-more-tokens", "d-random-routes", "d-other-seed"})
    void theControlTellsLuckFromFit(DuoLlm student) {
        Answers.assertEqual("the control", student.control(), Control.FRESH_WORD);
    }

    @Test
    @Question("f")
    @Points(4)
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-missing-control", "f-one-lucky-seed", "f-unequal-conditions", "f-dependent-runs"})
    void theFlawIsNamed(DuoLlm student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.TUNED_ON_TEST);
    }

    @Test
    @Question("f")
    @Points(2)
    @DisplayName("random candidates, and means that are equal but for rounding")
    @Rejects({"f-same-tokens", "f-swapped-sides", "f-best-on-the-rest", "f-sum", "f-last-of-equals", "f-exact-ties"})
    void chosenOnSomeScoredOnOthers(DuoLlm student, Seed seed) {
        var rounded = new double[][] {{0.5, 1}, {0.5 + 1e-12, 2}, {0.5 - 1e-12, 3}};
        Answers.assertClose(
                "three candidates that are equal but for 1e-12",
                student.heldOutGain(rounded, new boolean[] {true, false}),
                1,
                1e-9);
        candidates(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing candidates(DuoLlm student, Seed seed) {
        return GeneratedInputs.of(student, new DuoLlmSolution.Answers(), seed).method("heldOutGain", random -> {
            var tokens = 2 + random.nextInt(4);
            var gain = new double[1 + random.nextInt(4)][];
            Arrays.setAll(gain, candidate -> halves(random, tokens, -1, 2));
            var forChoosing = new boolean[tokens];
            for (var t = 0; t < tokens; t++) {
                // Mostly one token or more for each purpose.
                forChoosing[t] = t == 0 || t > 1 && random.nextBoolean();
            }
            return new Object[] {gain, forChoosing};
        });
    }

    @Test
    @Question("f")
    @Validation
    @DisplayName("bad input")
    @Rejects("f-no-validation")
    void refusesBadGains(DuoLlm student, Seed seed) {
        var gain = new double[][] {{1, 2}, {3, 4}};
        var half = new boolean[] {true, false};
        var nan = new double[][] {{1, 2}, {Double.NaN, 4}};
        Answers.assertRefuses("no candidates", () -> student.heldOutGain(new double[0][], half));
        Answers.assertRefuses("one gain for two tokens", () -> student.heldOutGain(new double[][] {{1}}, half));
        Answers.assertRefuses("no token for choosing", () -> student.heldOutGain(gain, new boolean[2]));
        Answers.assertRefuses("no token for scoring", () -> student.heldOutGain(gain, new boolean[] {true, true}));
        Answers.assertRefuses("a gain that is NaN", () -> student.heldOutGain(nan, half));
        candidates(student, seed).compareRefusals();
    }
}
