package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.kernel.notebook.Notebook;

/** A session gives the rows that processes of their own give, or it is noticed. */
final class AnswerSessionTest {

    private static final int ALL = 4;

    private static EditedAnswer answer(String name, String source) {
        return new EditedAnswer(name, "Is wrong.", "", source);
    }

    private static EditedAnswer half(String name, String body) {
        return answer(name, "static double half(double x) { " + body + " }");
    }

    private static AnswerSession session(String... cells) {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new AnswerSession(MadeExercise.TESTS, master(cells), classPath, 5, 1, name -> {});
    }

    private static Notebook master(String... cells) {
        return MadeExercise.notebook(cells);
    }

    private static Map<String, String> rows(AnswerSession.Outcome outcome) {
        var rows = new LinkedHashMap<String, String>();
        outcome.graded().forEach((name, graded) -> rows.put(name, row(graded)));
        return rows;
    }

    /** All but the numbers that JShell gives to classes. */
    private static String row(GradedSubmission graded) {
        return graded.tests().stream()
                .map(test -> test.test() + " " + test.status() + " " + test.message())
                .collect(Collectors.joining("\n", "", graded.cells().toString()))
                .replaceAll("\\$JShell\\$\\w+", "CELL");
    }

    private static int processes(AnswerSession.Outcome outcome, String name) {
        return outcome.graded().get(name).costs().processes();
    }

    @Test
    void answersOfAllKindsAreJudgedAsInProcessesOfTheirOwn() {
        var session = session(
                MadeExercise.SOLUTION, MadeExercise.READ, "static double quarter(double x) { return half(half(x)); }");
        var answers = List.of(
                half("a-doubles", "return 2 * x;"),
                half("a-throws", "throw new IllegalStateException(\"no\");"),
                half("a-ends", "System.exit(1); return 0;"),
                half("a-overflows", "return half(x);"),
                half("a-does-not-compile", "return twice(x);"),
                answer("a-integer", "static int half(int x) { return x / 2; }"),
                answer("a-other-type", "static String half(double x) { return \"half\"; }"),
                answer(
                        "a-helper",
                        "static double half(double x) { return own(x); }\nstatic double own(double x) { return x; }"),
                answer("a-variable", "double factor = 3;\nstatic double half(double x) { return factor * x; }"),
                answer("a-throws-at-once", "static double half(double x) { return x; }\nInteger.parseInt(\"x\");"),
                answer(
                        "a-record",
                        "record Half(double x) {}\nstatic double half(double x) { return new Half(x).x(); }"),
                answer("a-is-not-java", "static double half(double x) { return x"),
                half("a-last", "return x / 2;"));

        var inSession = session.grade(answers, List.of(), ALL, ProofMode.compared(0));

        assertThat(inSession.how())
                .isEqualTo("in sessions (begun anew: 7), 2 of 13 once more in processes of their own (-Dproof.turn=0)");
        assertThat(inSession.differences()).isEmpty();
        assertThat(rows(inSession)).isEqualTo(rows(session.grade(answers, List.of(), ALL, ProofMode.ISOLATED)));
    }

    @Test
    void onlyWhatCannotBeTakenBackCostsTheNextAnswerAProcess() {
        var outcome = session(MadeExercise.SOLUTION, MadeExercise.READ)
                .grade(
                        List.of(
                                half("a-first", "return 2 * x;"),
                                half("a-second", "return own(x);"),
                                answer("a-variable", "double factor = 3;"),
                                half("a-third", "return 3 * x;"),
                                half("a-fourth", "return 4 * x;")),
                        List.of(),
                        ALL,
                        ProofMode.SESSIONS);

        assertThat(processes(outcome, "a-first")).isZero();
        assertThat(processes(outcome, "a-second")).isZero();
        assertThat(processes(outcome, "a-variable")).isZero();
        assertThat(processes(outcome, "a-third")).isEqualTo(1);
        assertThat(processes(outcome, "a-fourth")).isZero();
    }

    @Test
    void testsOfWhatUsesAChangedHelperRunAgain() {
        var session = session(
                "static double divided(double x) { return x / 2; }",
                "record Half(double of) { double value() { return divided(of); } }",
                MadeExercise.SOLUTION.replace("return x / 2", "return new Half(x).value()"),
                MadeExercise.READ);
        var answers = List.of(
                answer("a-divides", "static double divided(double x) { return x / 3; }"),
                answer("b-reads", "static double read(String text) { return 0; }"));

        var outcome = session.grade(answers, List.of(), ALL, ProofMode.SESSIONS);

        assertThat(rows(outcome)).isEqualTo(rows(session.grade(answers, List.of(), ALL, ProofMode.ISOLATED)));
        assertThat(outcome.graded().get("a-divides").earned()).isOne();
    }

    @Test
    void aVariableThatLosesItsValueMattersOnlyToThoseWhoMentionIt() {
        var third = "static double third(double x) { return x / 3; }";
        var answers = List.of(
                half("a-first", "return 2 * x;"),
                half("a-second", "return 3 * x;"),
                half("a-mentions-it", "return parts.get(0) * x;"),
                half("a-last", "return 4 * x;"));
        var unused = session(MadeExercise.SOLUTION, MadeExercise.READ, third, "var parts = List.of(half(1));");
        var used = session(
                MadeExercise.SOLUTION,
                MadeExercise.READ,
                "var parts = List.of(half(1));",
                "static double part(int i) { return parts.get(i); }");

        var outcome = unused.grade(answers, List.of(), ALL, ProofMode.SESSIONS);

        assertThat(rows(outcome)).isEqualTo(rows(unused.grade(answers, List.of(), ALL, ProofMode.ISOLATED)));
        assertThat(outcome.how()).isEqualTo("in sessions (begun anew: 2)");
        assertThat(used.grade(answers, List.of(), ALL, ProofMode.SESSIONS).how())
                .isEqualTo("in sessions (begun anew: 3)");
    }

    /** While an author is still at work on the solution, answers are graded as fast. */
    @Test
    void aSolutionThatEarnsLessEarnsTheSameInASession() {
        var session = session(MadeExercise.SOLUTION.replace("x / 2", "Math.abs(x) / 2"), MadeExercise.READ);
        var answers = List.of(half("a-doubles", "return 2 * x;"));

        assertThat(session.grade(answers, List.of(), 3, ProofMode.SESSIONS).how())
                .isEqualTo("in sessions");
        assertThat(session.grade(answers, List.of(), ALL, ProofMode.SESSIONS).how())
                .startsWith("each in a process of its own");
    }

    /** The first answer leaves something behind, with which the second is wrong in another way than alone. */
    @Test
    void aDifferenceIsFoundWhenItsAnswerHasItsTurn() {
        var answers = List.of(
                half("a-leaves-behind", "System.setProperty(\"halving\", \"spoilt\"); return 2 * x;"),
                half("a-finds", "return System.getProperty(\"halving\") == null ? -x : x / 2;"));
        var session = session(MadeExercise.SOLUTION, MadeExercise.READ);

        assertThat(session.grade(answers, List.of(), ALL, ProofMode.compared(0)).differences())
                .isEmpty();
        assertThat(session.grade(answers, List.of(), ALL, ProofMode.compared(1)).differences())
                .contains(
                        "The wrong answer a-finds is judged by HalvingChecks.halfOfTwo as PASSED in a session and as FAILED"
                                + " in a process of its own, with -Dproof.turn=1");
    }

    @Test
    void aSessionThatDoesNotEndAsItBeganCountsForNothing() {
        var seen = "static List<Double> seen = new ArrayList<>();";
        var solution = MadeExercise.SOLUTION.replace("return x / 2", "return seen.isEmpty() ? x / 2 : 0");
        var answers = List.of(
                half("a-leaves-behind", "seen.add(x); return 2 * x;"),
                half("a-finds", "return seen.isEmpty() ? x / 2 : 0;"));
        var session = session(seen, solution, MadeExercise.READ);

        var outcome = session.grade(answers, List.of(), ALL, ProofMode.compared(0));

        assertThat(outcome.how())
                .isEqualTo("each in a process of its own, because a session did not end as it had begun");
        assertThat(rows(outcome)).isEqualTo(rows(session.grade(answers, List.of(), ALL, ProofMode.ISOLATED)));
    }

    @Test
    void aSolutionThatEndsItsProcessIsNoReasonToWait() {
        var outcome = session("System.exit(1);", MadeExercise.SOLUTION)
                .grade(List.of(half("a-x", "return x;")), List.of(), ALL, ProofMode.compared(0));

        assertThat(outcome.graded()).containsOnlyKeys("a-x");
    }
}
