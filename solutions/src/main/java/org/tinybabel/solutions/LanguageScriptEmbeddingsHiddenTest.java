package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.LanguageScriptEmbeddings;
import org.tinybabel.exercises.LanguageScriptEmbeddings.Control;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** The cases where typical answers to paper 22 go wrong. */
@TestsOf(LanguageScriptEmbeddings.class)
public final class LanguageScriptEmbeddingsHiddenTest {

    private static final double[][] ONE = {{1, 2}};
    private static final double[][] TWO = {{1, 0}, {1, 1}};

    /** What squares beyond the range of double do is not what the questions are about. */
    private static final Predicate<Object[]> ORDINARY = arguments -> Arrays.stream(arguments)
            .filter(double[][].class::isInstance)
            .flatMap(rows -> Stream.of((double[][]) rows))
            .flatMapToDouble(Arrays::stream)
            .map(Math::abs)
            .allMatch(x -> x == 0 || !Double.isFinite(x) || x > 1e-9 && x < 1e60);

    private static double[][] rows(Random random, int rows, int width) {
        return IntStream.range(0, rows)
                .mapToObj(row ->
                        random.ints(width, -4, 5).mapToDouble(i -> i / 2.0).toArray())
                .toArray(double[][]::new);
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random tokens, some of which have no known language or script")
    @Rejects({
        "a-script-by-language",
        "a-unknown-is-first",
        "a-first-for-all",
        "a-language-only",
        "a-both-or-none",
        "a-in-place"
    })
    void randomTokens(LanguageScriptEmbeddings student, Seed seed) {
        tokens(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing tokens(LanguageScriptEmbeddings student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageScriptEmbeddingsSolution.Answers(), seed)
                .method("addLanguageScript", random -> {
                    var tokens = 1 + random.nextInt(4);
                    var width = 1 + random.nextInt(3);
                    var languages = random.nextInt(4);
                    var scripts = random.nextInt(3);
                    return new Object[] {
                        rows(random, tokens, width),
                        random.ints(tokens, -1, languages).toArray(),
                        random.ints(tokens, -1, scripts).toArray(),
                        rows(random, languages, width),
                        rows(random, scripts, width)
                    };
                })
                .where(ORDINARY);
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("bad input")
    @Rejects("a-no-validation")
    void refusesBadTokens(LanguageScriptEmbeddings student, Seed seed) {
        var none = new int[] {-1};
        var empty = new double[0][];
        Answers.assertRefuses("no tokens", () -> student.addLanguageScript(empty, new int[0], new int[0], ONE, ONE));
        Answers.assertRefuses(
                "a token without numbers", () -> student.addLanguageScript(new double[1][0], none, none, empty, empty));
        Answers.assertRefuses(
                "two languages for one token", () -> student.addLanguageScript(ONE, new int[2], none, ONE, ONE));
        Answers.assertRefuses(
                "two scripts for one token", () -> student.addLanguageScript(ONE, none, new int[2], ONE, ONE));
        Answers.assertRefuses("language 1 of 1", () -> student.addLanguageScript(ONE, new int[] {1}, none, ONE, ONE));
        Answers.assertRefuses("script 1 of 1", () -> student.addLanguageScript(ONE, none, new int[] {1}, ONE, ONE));
        Answers.assertRefuses("language -2", () -> student.addLanguageScript(ONE, new int[] {-2}, none, ONE, ONE));
        Answers.assertRefuses("script -2", () -> student.addLanguageScript(ONE, none, new int[] {-2}, ONE, ONE));
        Answers.assertRefuses(
                "languages of another width, although none is told",
                () -> student.addLanguageScript(ONE, none, none, new double[][] {{1}}, ONE));
        Answers.assertRefuses(
                "scripts of another width, although none is told",
                () -> student.addLanguageScript(ONE, none, none, ONE, new double[][] {{1, 2, 3}}));
        Answers.assertRefuses(
                "tokens of two widths",
                () -> student.addLanguageScript(
                        new double[][] {{1, 2}, {1}}, new int[] {-1, -1}, new int[] {-1, -1}, empty, empty));
        tokens(student, seed).compareRefusals();
    }

    @Test
    @Question("b")
    @DisplayName("a family of one, and vectors of different lengths")
    @Rejects({"b-dot-product", "b-singles-within", "b-with-itself", "b-absolute"})
    void familiesOfOne(LanguageScriptEmbeddings student) {
        Answers.assertClose(
                "within 1 and -1, across -1, 0, 0 and 1, 0, 0 with a family of one",
                student.familyGap(new double[][] {{1, 0}, {4, 0}, {-2, 0}, {0, 3}}, new int[] {1, 2, 1, 7}),
                -1 - 0.0,
                1e-9);
    }

    @Test
    @Question("b")
    @DisplayName("random vectors")
    @Rejects({"b-dot-product", "b-with-itself", "b-all-pairs", "b-absolute", "b-family-means"})
    void randomGaps(LanguageScriptEmbeddings student, Seed seed) {
        gaps(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing gaps(LanguageScriptEmbeddings student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageScriptEmbeddingsSolution.Answers(), seed)
                .method("familyGap", random -> {
                    var languages = 3 + random.nextInt(4);
                    return new Object[] {
                        rows(random, languages, 2 + random.nextInt(2)),
                        random.ints(languages, 0, 3).toArray()
                    };
                })
                .where(ORDINARY);
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random permutations")
    @Rejects({"b-p-of-0", "b-larger-only", "b-other-shuffle", "b-goes-on", "b-two-sided", "b-in-place"})
    void randomPermutations(LanguageScriptEmbeddings student, Seed seed) {
        permutations(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing permutations(LanguageScriptEmbeddings student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageScriptEmbeddingsSolution.Answers(), seed)
                .method("permutationP", random -> {
                    var languages = 3 + random.nextInt(4);
                    return new Object[] {
                        rows(random, languages, 2 + random.nextInt(2)),
                        random.ints(languages, 0, 3).toArray(),
                        1 + random.nextInt(12),
                        random.nextLong()
                    };
                })
                .keeping(2)
                .where(ORDINARY);
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("bad input")
    @Rejects("b-no-validation")
    void refusesBadFamilies(LanguageScriptEmbeddings student, Seed seed) {
        var families = new int[] {1, 1, 2};
        Answers.assertRefuses("one family", () -> student.familyGap(TWO, new int[] {3, 3}));
        Answers.assertRefuses("two families of one", () -> student.familyGap(TWO, new int[] {3, 4}));
        Answers.assertRefuses("two vectors and three families", () -> student.familyGap(TWO, families));
        Answers.assertRefuses("no vectors", () -> student.familyGap(new double[0][], new int[0]));
        Answers.assertRefuses(
                "vectors of two widths", () -> student.familyGap(new double[][] {{1, 2}, {1}, {1, 2}}, families));
        Answers.assertRefuses(
                "a vector of length 0", () -> student.familyGap(new double[][] {{1, 2}, {0, 0}, {1, 2}}, families));
        Answers.assertRefuses(
                "a number that is NaN",
                () -> student.familyGap(new double[][] {{1, 2}, {1, Double.NaN}, {1, 2}}, families));
        Answers.assertRefuses(
                "an infinite number",
                () -> student.familyGap(new double[][] {{1, 2}, {1, Double.POSITIVE_INFINITY}, {1, 2}}, families));
        gaps(student, seed).compareRefusals();
        Answers.assertRefuses(
                "no draws", () -> student.permutationP(new double[][] {{1, 2}, {2, 1}, {1, 0}}, families, 0, 1));
        Answers.assertRefuses("one family and a draw", () -> student.permutationP(TWO, new int[] {3, 3}, 1, 1));
        permutations(student, seed).compareRefusals();
    }

    @Test
    @Question("c")
    @DisplayName("cosines that are equal or almost equal")
    @Rejects({"c-last-of-equals", "c-exact-ties"})
    void equalCosines(LanguageScriptEmbeddings student) {
        Answers.assertEqual(
                "the cosines with vector 0 are equal, or differ by less than 1e-10",
                student.chooseSources(new double[][] {{1e-5, 1}, {0, 2}, {1e-5, 3}, {-1, 0}}),
                new int[] {1, 0, 0, 1});
        Answers.assertEqual(
                "the cosines with vector 0 differ by 5e-9",
                student.chooseSources(new double[][] {{1e-4, 1}, {0, 2}, {3e-4, 3}}),
                new int[] {2, 0, 0});
    }

    @Test
    @Question("c")
    @DisplayName("random vectors")
    @Rejects({"c-itself", "c-dot-product", "c-least-similar", "c-last-of-equals"})
    void randomSources(LanguageScriptEmbeddings student, Seed seed) {
        sources(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing sources(LanguageScriptEmbeddings student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageScriptEmbeddingsSolution.Answers(), seed)
                .method("chooseSources", random ->
                        new Object[] {rows(random, 2 + random.nextInt(4), 1 + random.nextInt(3))})
                .where(ORDINARY);
    }

    @Test
    @Question("c")
    @DisplayName("random accuracies, with anything on the diagonal")
    @Rejects({"c-transposed", "c-mean-with-itself", "c-best-source", "c-over-best", "c-sum"})
    void randomGains(LanguageScriptEmbeddings student, Seed seed) {
        gains(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing gains(LanguageScriptEmbeddings student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageScriptEmbeddingsSolution.Answers(), seed)
                .method("sourceGain", random -> {
                    var languages = 2 + random.nextInt(4);
                    var accuracy = rows(random, languages, languages);
                    for (var l = 0; l < languages; l++) {
                        accuracy[l][l] = random.nextBoolean() ? Double.NaN : 100;
                    }
                    return new Object[] {
                        accuracy,
                        IntStream.range(0, languages)
                                .map(t -> (t + 1 + random.nextInt(languages - 1)) % languages)
                                .toArray()
                    };
                })
                .where(ORDINARY);
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("bad input")
    @Rejects("c-no-validation")
    void refusesBadSources(LanguageScriptEmbeddings student, Seed seed) {
        Answers.assertRefuses("one vector", () -> student.chooseSources(ONE));
        Answers.assertRefuses("no vectors", () -> student.chooseSources(new double[0][]));
        Answers.assertRefuses("a vector of length 0", () -> student.chooseSources(new double[][] {{1, 2}, {0, 0}}));
        Answers.assertRefuses("vectors of two widths", () -> student.chooseSources(new double[][] {{1, 2}, {1}}));
        Answers.assertRefuses(
                "a number that is NaN", () -> student.chooseSources(new double[][] {{1, 2}, {1, Double.NaN}}));
        sources(student, seed).compareRefusals();
        var swap = new int[] {1, 0};
        Answers.assertRefuses("one language", () -> student.sourceGain(new double[1][1], new int[] {0}));
        Answers.assertRefuses("no languages", () -> student.sourceGain(new double[0][], new int[0]));
        Answers.assertRefuses("rows of three numbers", () -> student.sourceGain(new double[2][3], swap));
        Answers.assertRefuses("one source for two targets", () -> student.sourceGain(TWO, new int[] {1}));
        Answers.assertRefuses("source 2 of 2", () -> student.sourceGain(TWO, new int[] {1, 2}));
        Answers.assertRefuses("source -1", () -> student.sourceGain(TWO, new int[] {-1, 0}));
        Answers.assertRefuses(
                "an accuracy that is NaN", () -> student.sourceGain(new double[][] {{1, 0.5}, {Double.NaN, 1}}, swap));
        Answers.assertRefuses(
                "an infinite accuracy that no source reads",
                () -> student.sourceGain(
                        new double[][] {{1, 0, 0}, {1, 1, 0}, {Double.NEGATIVE_INFINITY, 1, 1}}, new int[] {1, 0, 1}));
        gains(student, seed).compareRefusals();
    }

    @Test
    @Question("d")
    @Points(4)
    @DisplayName("the choice of a control")
    @Rejects({"d-other-seed", "d-more-sentences", "d-told-when-tested", "d-more-steps"})
    void theControlIsToldSomethingElse(LanguageScriptEmbeddings student) {
        Answers.assertEqual("the control", student.control(), Control.FALSE_LABELS);
    }

    @Test
    @Question("f")
    @Points(4)
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-missing-control", "f-one-lucky-seed", "f-tuned-on-test", "f-unequal-conditions"})
    void theFlawIsNamed(LanguageScriptEmbeddings student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.DEPENDENT_RUNS);
    }

    @Test
    @Question("f")
    @Points(2)
    @DisplayName("random similarities")
    @Rejects({"f-divided-by-n", "f-no-factor", "f-leaves-pairs", "f-square", "f-around-all", "f-both-halves"})
    void randomErrors(LanguageScriptEmbeddings student, Seed seed) {
        errors(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing errors(LanguageScriptEmbeddings student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageScriptEmbeddingsSolution.Answers(), seed)
                .method("jackknifeError", random -> {
                    var languages = 4 + random.nextInt(4);
                    return new Object[] {
                        rows(random, languages, languages),
                        random.ints(languages, 0, 2).toArray()
                    };
                })
                .where(ORDINARY);
    }

    @Test
    @Question("f")
    @Validation
    @DisplayName("bad input")
    @Rejects("f-no-validation")
    void refusesBadSimilarities(LanguageScriptEmbeddings student, Seed seed) {
        var four = new double[4][4];
        Answers.assertRefuses("no languages", () -> student.jackknifeError(new double[0][], new int[0]));
        Answers.assertRefuses("three families of four", () -> student.jackknifeError(four, new int[] {1, 1, 2}));
        Answers.assertRefuses(
                "without language 0 no pair is within", () -> student.jackknifeError(four, new int[] {1, 1, 2, 3}));
        Answers.assertRefuses(
                "without language 3 no pair is across", () -> student.jackknifeError(four, new int[] {1, 1, 1, 2}));
        Answers.assertRefuses(
                "rows of five numbers", () -> student.jackknifeError(new double[4][5], new int[] {1, 1, 2, 2}));
        var bad = new double[4][4];
        bad[1][3] = Double.NaN;
        Answers.assertRefuses("a similarity that is NaN", () -> student.jackknifeError(bad, new int[] {1, 1, 2, 2}));
        errors(student, seed).compareRefusals();
    }
}
