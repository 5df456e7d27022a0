package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.exercises.CjkDatasets;
import org.tinybabel.exercises.CjkDatasets.Control;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.lab.stats.ContingencyTable;
import tech.tablesaw.api.Table;

/** The cases where typical answers to paper 30 go wrong. */
@TestsOf(CjkDatasets.class)
public final class CjkDatasetsHiddenTest {

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("the licences of three languages")
    @Rejects({"a-not-the-root", "a-larger-side", "a-divides-by-n"})
    void theLicencesOfThreeLanguages(CjkDatasets student) {
        var licences = new int[][] {{792, 318, 301, 45}, {393, 203, 156, 105}, {286, 159, 288, 27}};
        Answers.assertClose("licences by language", student.cramersV(licences), 0.179, 0.001);
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random tables, turned and scaled")
    @Rejects({"a-larger-side", "a-divides-by-n", "a-yates"})
    void randomTablesTurnedAndScaled(CjkDatasets student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var counts = table(random, random.nextInt(2, 5), random.nextInt(2, 6));
            var expected = ContingencyTable.of(longs(counts)).cramersV();
            Answers.assertClose("a random table", student.cramersV(counts), expected, 1e-9);
            Answers.assertClose("the same, turned", student.cramersV(turned(counts)), expected, 1e-9);
            Answers.assertClose("seven times as many", student.cramersV(scaled(counts, 7)), expected, 1e-9);
        }
    }

    private static int[][] table(RandomGenerator random, int rows, int columns) {
        var counts = new int[rows][];
        Arrays.setAll(counts, i -> random.ints(columns, 1, 30).toArray());
        return counts;
    }

    private static long[][] longs(int[][] counts) {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).asLongStream().toArray())
                .toArray(long[][]::new);
    }

    private static int[][] turned(int[][] counts) {
        var turned = new int[counts[0].length][counts.length];
        for (var i = 0; i < counts.length; i++) {
            for (var j = 0; j < counts[i].length; j++) {
                turned[j][i] = counts[i][j];
            }
        }
        return turned;
    }

    private static int[][] scaled(int[][] counts, int factor) {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).map(count -> factor * count).toArray())
                .toArray(int[][]::new);
    }

    @Test
    @Question("a")
    @DisplayName("empty rows and columns")
    @Rejects("a-keeps-empty-rows")
    void emptyRowsAndColumnsChangeNothing(CjkDatasets student, Seed seed) {
        var random = seed.random();
        var counts = table(random, 2, 2);
        var wider = new int[][] {
            {counts[0][0], 0, counts[0][1], 0}, {0, 0, 0, 0}, {counts[1][0], 0, counts[1][1], 0}, {0, 0, 0, 0}
        };
        var expected = ContingencyTable.of(longs(counts)).cramersV();
        Answers.assertClose("two empty rows and columns", student.cramersV(wider), expected, 1e-9);
    }

    @Test
    @Question("a")
    @DisplayName("very large counts")
    @Rejects("a-int-overflow")
    void veryLargeCounts(CjkDatasets student) {
        var counts = new int[][] {{2_000_000_000, 1_000_000_000}, {1_000_000_000, 2_000_000_000}};
        Answers.assertClose("billions", student.cramersV(counts), 1 / 3.0, 1e-9);
    }

    @Test
    @Question("a")
    @DisplayName("what is no table")
    @Rejects("a-no-validation")
    void refusesWhatIsNoTable(CjkDatasets student) {
        assertThatIllegalArgumentException().isThrownBy(() -> student.cramersV(null));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cramersV(new int[][] {{1, 2}, null}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cramersV(new int[][] {{1, 2}, {3}}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cramersV(new int[][] {{1, 2}, {3, -1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cramersV(new int[][] {{1, 2}, {0, 0}}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cramersV(new int[][] {{1, 0}, {3, 0}}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cramersV(new int[0][]));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("names that contain others")
    @Rejects({"b-contains-mit", "b-cc-by-first", "b-begins-only"})
    void namesThatContainOthersAreNotTakenForThem(CjkDatasets student) {
        groups(
                student,
                List.of(
                        "limited-use",
                        "permitted",
                        "mitigated",
                        "cc-by-5.0",
                        "llama3.1",
                        "gplus",
                        "bsdlike",
                        "odc-by-nc"),
                "OTHER");
        groups(
                student,
                List.of(
                        "cc-by-nc-sa-4.0",
                        "cc-by-nd-4.0",
                        "cc-by-sa-3.0",
                        "bigscience-openrail-m",
                        "creativeml-openrail-m"),
                "RESTRICTED");
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("all names of the specification, in any case, with blanks")
    @Rejects({"b-case-sensitive", "b-no-strip", "b-empty-is-other"})
    void allNamesInAnyCase(CjkDatasets student) {
        groups(
                student,
                List.of(
                        "CC-BY-4.0 ",
                        " Apache-2.0",
                        "MIT",
                        "bsd-3-clause",
                        "BSD",
                        "cdla-permissive-2.0",
                        "mpl-2.0",
                        "cc-by-2.0",
                        "cc-by-2.5",
                        "CC-by-3.0",
                        "cc0-1.0",
                        "pddl",
                        "ODC-By",
                        "odbl",
                        "wtfpl",
                        "Unlicense"),
                "PERMISSIVE");
        groups(
                student,
                List.of(
                        "gpl",
                        "GPL-3.0",
                        "lgpl-2.1",
                        "agpl-3.0",
                        "gfdl",
                        "cc-by-sa-4.0",
                        "CC-BY-NC-4.0",
                        "cdla-sharing-1.0",
                        "OpenRAIL++"),
                "RESTRICTED");
        groups(student, Arrays.asList(null, "", "  ", "Unknown", " none "), "UNKNOWN");
        groups(student, List.of("other", "proprietary"), "OTHER");
    }

    private static void groups(CjkDatasets student, List<String> names, String group) {
        for (var name : names) {
            Answers.assertEqual("the group of \"" + name + "\"", student.licenseGroup(name), group);
        }
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("licences of three languages by year")
    @Rejects({"c-pooled", "c-inverted", "c-mean-of-ratios"})
    void theShippedCountsGiveTheReference(CjkDatasets student) {
        Answers.assertClose("ko against zh", student.mantelHaenszelOddsRatio(unknown("ko", "zh")), 2.38, 0.01);
        Answers.assertClose("ko against ja", student.mantelHaenszelOddsRatio(unknown("ko", "ja")), 2.87, 0.01);
    }

    private static int[][][] unknown(String one, String other) {
        var joint = Table.read().csv(Datasets.open("cjk-hub-joint"));
        return List.of("to 2023", "2024", "2025").stream()
                .map(year -> new int[][] {unknownIn(joint, one, year), unknownIn(joint, other, year)})
                .toArray(int[][][]::new);
    }

    private static int[] unknownIn(Table joint, String language, String year) {
        var rows = joint.where(joint.stringColumn("language")
                .isEqualTo(language)
                .and(joint.stringColumn("year").isEqualTo(year)));
        var unknown = (int) rows.where(rows.stringColumn("licence").isEqualTo("unknown"))
                .intColumn("count")
                .sum();
        return new int[] {unknown, (int) rows.intColumn("count").sum() - unknown};
    }

    @Test
    @Question("c")
    @DisplayName("strata that turn the ratio round")
    @Rejects({"c-pooled", "c-inverted"})
    void strataTurnTheRatioRound(CjkDatasets student) {
        var strata = new int[][][] {{{2, 98}, {1, 199}}, {{15, 5}, {140, 60}}};
        assertThat(student.mantelHaenszelOddsRatio(strata))
                .as("above 1 in each stratum")
                .isGreaterThan(1);
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random strata, some without counts")
    @Rejects({"c-empty-is-nan", "c-mean-of-ratios", "c-int-overflow"})
    void randomStrataSomeWithoutCounts(CjkDatasets student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var strata = new int[random.nextInt(2, 6)][][];
            var largest = repeat % 2 == 0 ? 20 : 300_000;
            Arrays.setAll(strata, k -> new int[][] {
                random.ints(2, 1, largest).toArray(), random.ints(2, 1, largest).toArray()
            });
            strata[random.nextInt(strata.length - 1)] = new int[2][2];
            var expected = oddsRatio(strata);
            Answers.assertClose("random strata", student.mantelHaenszelOddsRatio(strata), expected, 1e-9 * expected);
        }
    }

    private static double oddsRatio(int[][][] strata) {
        var above = 0.0;
        var below = 0.0;
        for (var s : strata) {
            var n = (double) s[0][0] + s[0][1] + s[1][0] + s[1][1];
            if (n > 0) {
                above += (double) s[0][0] * s[1][1] / n;
                below += (double) s[0][1] * s[1][0] / n;
            }
        }
        return above / below;
    }

    @Test
    @Question("c")
    @DisplayName("what is no stratum")
    @Rejects("c-no-validation")
    void refusesWhatIsNoStratum(CjkDatasets student) {
        var fine = new int[][] {{1, 2}, {3, 4}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.mantelHaenszelOddsRatio(null));
        assertThatIllegalArgumentException().isThrownBy(() -> student.mantelHaenszelOddsRatio(new int[0][][]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.mantelHaenszelOddsRatio(new int[][][] {fine, {{1, 2}}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.mantelHaenszelOddsRatio(new int[][][] {fine, {{1, 2, 3}, {4, 5, 6}}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.mantelHaenszelOddsRatio(new int[][][] {fine, {{1, -2}, {3, 4}}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.mantelHaenszelOddsRatio(new int[][][] {new int[2][2]}));
        Answers.assertClose(
                "no concordant pair", student.mantelHaenszelOddsRatio(new int[][][] {{{0, 2}, {3, 0}}}), 0.0, 1e-12);
    }

    @Test
    @Question("d")
    @Points(2)
    @DisplayName("the divergence of Japanese and Korean tasks")
    @Rejects({"d-nats", "d-raw-counts", "d-one-sided"})
    void theDivergenceOfTasks(CjkDatasets student) {
        Answers.assertClose("bits", student.taskDivergence(), 0.033, 0.005);
    }

    @Test
    @Question("e")
    @DisplayName("the choice of a control")
    @Rejects({"e-more-datasets", "e-more-words", "e-top-datasets", "e-bootstrap"})
    void theControlTellsTheReasonsApart(CjkDatasets student) {
        assertThat(student.control()).isEqualTo(Control.UNRELATED_WORDS);
    }

    @Test
    @Question("g")
    @DisplayName("the name of the flaw")
    @Rejects({"g-leak", "g-tuned-on-test", "g-missing-control", "g-one-lucky-seed", "g-unequal-conditions"})
    void theFlawIsNamed(CjkDatasets student) {
        assertThat(student.flaw()).isEqualTo(Flaw.DEPENDENT_RUNS);
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("random accounts in any order")
    @Rejects({"g-datasets-as-units", "g-one-vote-each", "g-neighbours", "g-no-correction"})
    void randomAccountsInAnyOrder(CjkDatasets student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var accounts = random.ints(60, -3, 9).toArray();
            var hits = new boolean[60];
            for (var i = 0; i < 60; i++) {
                hits[i] = random.nextDouble() < (accounts[i] % 2 == 0 ? 0.8 : 0.3);
            }
            Answers.assertClose(
                    "60 datasets", student.accountStandardError(accounts, hits), standardError(accounts, hits), 1e-9);
        }
    }

    private static double standardError(int[] accounts, boolean[] hits) {
        var sums = new HashMap<Integer, int[]>();
        var all = 0;
        for (var i = 0; i < accounts.length; i++) {
            var sum = sums.computeIfAbsent(accounts[i], account -> new int[2]);
            sum[0]++;
            sum[1] += hits[i] ? 1 : 0;
            all += hits[i] ? 1 : 0;
        }
        var p = (double) all / accounts.length;
        var squares = sums.values().stream()
                .mapToDouble(sum -> Math.pow(sum[1] - p * sum[0], 2))
                .sum();
        return Math.sqrt(sums.size() / (sums.size() - 1.0) * squares) / accounts.length;
    }

    @Test
    @Question("g")
    @DisplayName("too few accounts")
    @Rejects("g-no-validation")
    void refusesTooFewAccounts(CjkDatasets student) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.accountStandardError(new int[] {1, 2}, new boolean[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.accountStandardError(new int[] {4, 4}, new boolean[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.accountStandardError(new int[0], new boolean[0]));
    }
}
