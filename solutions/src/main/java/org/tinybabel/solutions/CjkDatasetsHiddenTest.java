package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.exercises.CjkDatasets;
import org.tinybabel.exercises.CjkDatasets.Control;
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

/** The cases where typical answers to paper 30 go wrong. */
@TestsOf(CjkDatasets.class)
public final class CjkDatasetsHiddenTest {

    private static final List<String> BEGINNINGS = List.of(
            "",
            "unknown",
            "none",
            "gpl",
            "lgpl",
            "agpl",
            "bgpl",
            "gfdl",
            "cc-by",
            "cc-by-sa",
            "cc-by-nc",
            "cc-by-nd",
            "cc-by-2.0",
            "cc-by-2.5",
            "cc-by-3.0",
            "cc-by-4.0",
            "cc-by-4x0",
            "cdla-sharing",
            "cdla-permissive",
            "cdla",
            "apache",
            "mit",
            "bsd",
            "mpl",
            "cc0",
            "pddl",
            "odc-by",
            "odbl",
            "wtfpl",
            "unlicense",
            "other",
            "open-openrail");
    private static final List<String> ENDS =
            List.of("", "", "", "-", "-3.0", "-openrail", "openrail-m", "2", ".0", "s-1");

    private static GeneratedInputs inputs(CjkDatasets student, Seed seed) {
        return GeneratedInputs.of(student, new CjkDatasetsSolution.Answers(), seed);
    }

    @Test
    @Question("a")
    @DisplayName("the licences of three languages")
    @Rejects({"a-not-the-root", "a-larger-side", "a-divides-by-n"})
    void theLicencesOfThreeLanguages(CjkDatasets student) {
        var licences = new int[][] {{792, 318, 301, 45}, {393, 203, 156, 105}, {286, 159, 288, 27}};
        Answers.assertClose("licences by language", student.cramersV(licences), 0.179, 0.001);
    }

    private static GeneratedInputs.Comparing tables(CjkDatasets student, Seed seed) {
        return inputs(student, seed)
                .method("cramersV", random -> {
                    var columns = 2 + random.nextInt(3);
                    var counts = new int[2 + random.nextInt(3)][columns];
                    var emptyRow = random.nextInt(6);
                    var emptyColumn = random.nextInt(6);
                    for (var i = 0; i < counts.length; i++) {
                        for (var j = 0; j < columns; j++) {
                            counts[i][j] = i == emptyRow || j == emptyColumn ? 0 : random.nextInt(6);
                        }
                    }
                    return new Object[] {counts};
                })
                .withNulls()
                // A root makes 1e-8 of what rounding leaves of 0.
                .closeTo(1e-7);
    }

    @Test
    @Question("a")
    @Points(3)
    @DisplayName("generated tables, some with empty rows and columns")
    @Rejects({"a-not-the-root", "a-larger-side", "a-divides-by-n", "a-yates", "a-keeps-empty-rows"})
    void generatedTables(CjkDatasets student, Seed seed) {
        tables(student, seed).compareValues();
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
    @Validation
    @DisplayName("what is no table")
    @Rejects("a-no-validation")
    void refusesWhatIsNoTable(CjkDatasets student, Seed seed) {
        tables(student, seed).compareRefusals();
        for (var bad : new int[][][] {
            {{1, 2}, null}, {{1, 2}, {3}}, {{1, 2}, {3, -1}}, {{1, 2}, {0, 0}}, {{1, 0}, {3, 0}}, {},
        }) {
            Answers.assertRefuses("the table " + Arrays.deepToString(bad), () -> student.cramersV(bad));
        }
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("names that contain others")
    @Rejects({"b-contains-mit", "b-cc-by-first", "b-begins-only", "b-begins-with", "b-any-dot", "b-permissive-first"})
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
                        "mit-0",
                        "cc-by",
                        "cc-by-4x0",
                        "odc-by-nc"),
                "OTHER");
        groups(
                student,
                List.of(
                        "cc-by-nc-sa-4.0",
                        "cc-by-nd-4.0",
                        "cc-by-sa-3.0",
                        "bigscience-openrail-m",
                        "apache-openrail",
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

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("names put together by chance")
    @Rejects({"b-cc-by-first", "b-begins-with", "b-case-sensitive", "b-no-strip"})
    void generatedNames(CjkDatasets student, Seed seed) {
        inputs(student, seed)
                .method("licenseGroup", random -> new Object[] {name(random)})
                .withNulls()
                .inputs(400)
                .compareValues();
    }

    private static String name(Random random) {
        var name = any(random, BEGINNINGS) + any(random, ENDS);
        return switch (random.nextInt(6)) {
            case 0 -> " " + name;
            case 1 -> name + "  ";
            case 2 -> name.toUpperCase(Locale.ROOT);
            default -> name;
        };
    }

    private static String any(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static void groups(CjkDatasets student, List<String> names, String group) {
        for (var name : names) {
            Answers.assertEqual("the group of \"" + name + "\"", student.licenseGroup(name), group);
        }
    }

    @Test
    @Question("c")
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
        var ratio = student.mantelHaenszelOddsRatio(strata);
        Answers.assertHolds("the ratio, which is above 1 in each stratum", ratio, "a number above 1", ratio > 1);
    }

    private static GeneratedInputs.Comparing strata(CjkDatasets student, Seed seed) {
        return inputs(student, seed)
                .method("mantelHaenszelOddsRatio", random -> {
                    var strata = new int[1 + random.nextInt(4)][2][2];
                    var largest = random.nextInt(3) == 0 ? 300_000 : 7;
                    for (var stratum : strata) {
                        var empty = random.nextInt(5) == 0;
                        for (var row : stratum) {
                            Arrays.setAll(row, i -> empty ? 0 : random.nextInt(largest));
                        }
                    }
                    return new Object[] {strata};
                })
                .withNulls();
    }

    @Test
    @Question("c")
    @Points(3)
    @DisplayName("generated strata, some without counts, some with very large ones")
    @Rejects({"c-empty-is-nan", "c-mean-of-ratios", "c-int-overflow", "c-pooled", "c-inverted", "c-not-divided"})
    void generatedStrata(CjkDatasets student, Seed seed) {
        strata(student, seed).compareValues();
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("what is no stratum")
    @Rejects("c-no-validation")
    void refusesWhatIsNoStratum(CjkDatasets student, Seed seed) {
        strata(student, seed).compareRefusals();
        var fine = new int[][] {{1, 2}, {3, 4}};
        for (var bad : new int[][][] {{{1, 2}}, {{1, 2, 3}, {4, 5, 6}}, {{1, -2}, {3, 4}}, {{1, 2}, null}, null}) {
            Answers.assertRefuses(
                    "a second stratum " + Arrays.deepToString(bad),
                    () -> student.mantelHaenszelOddsRatio(new int[][][] {fine, bad}));
        }
        Answers.assertRefuses("no stratum", () -> student.mantelHaenszelOddsRatio(new int[0][][]));
        Answers.assertRefuses(
                "one stratum without counts", () -> student.mantelHaenszelOddsRatio(new int[][][] {new int[2][2]}));
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
    @Points(5)
    @DisplayName("the choice of a control")
    @Rejects({"e-more-datasets", "e-more-words", "e-top-datasets", "e-bootstrap"})
    void theControlTellsTheReasonsApart(CjkDatasets student) {
        Answers.assertEqual("the control", student.control(), Control.UNRELATED_WORDS);
    }

    @Test
    @Question("g")
    @Points(4)
    @DisplayName("the name of the flaw")
    @Rejects({"g-leak", "g-tuned-on-test", "g-missing-control", "g-one-lucky-seed", "g-unequal-conditions"})
    void theFlawIsNamed(CjkDatasets student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.DEPENDENT_RUNS);
    }

    private static GeneratedInputs.Comparing accounts(CjkDatasets student, Seed seed) {
        return inputs(student, seed)
                .method("accountStandardError", random -> {
                    var n = 2 + random.nextInt(7);
                    var hits = new boolean[n];
                    for (var i = 0; i < n; i++) {
                        hits[i] = random.nextBoolean();
                    }
                    // Names that are no neighbours, some too large for a cache of boxes.
                    return new Object[] {
                        random.ints(n, -1, 3).map(account -> 300 * account).toArray(), hits
                    };
                })
                // A root makes 1e-8 of what rounding leaves of 0.
                .closeTo(1e-7);
    }

    @Test
    @Question("g")
    @Points(3)
    @DisplayName("generated accounts in any order")
    @Rejects({"g-datasets-as-units", "g-one-vote-each", "g-neighbours", "g-no-correction"})
    void generatedAccountsInAnyOrder(CjkDatasets student, Seed seed) {
        accounts(student, seed).compareValues();
    }

    @Test
    @Question("g")
    @Validation
    @DisplayName("too few accounts")
    @Rejects("g-no-validation")
    void refusesTooFewAccounts(CjkDatasets student, Seed seed) {
        accounts(student, seed).compareRefusals();
        Answers.assertRefuses(
                "two datasets and three hits", () -> student.accountStandardError(new int[] {1, 2}, new boolean[3]));
        Answers.assertRefuses("one account", () -> student.accountStandardError(new int[] {4, 4}, new boolean[2]));
        Answers.assertRefuses("no account", () -> student.accountStandardError(new int[0], new boolean[0]));
    }
}
