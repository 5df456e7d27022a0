package org.tinybabel.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;

final class GradebookTest {

    private static final GradedSubmission ADA =
            Mixed.graded(new Submission("ada", "Ada, L.", "ada.ipynb", "2026-03-01T14:05:00Z", 2), 3, "because");
    private static final GradedSubmission BOB = Mixed.graded(Submission.of("bob", "bob.ipynb"), 0, "");
    private static final GradedSubmission EVE =
            Mixed.failed(Submission.of("eve", "eve.ipynb"), "eve.ipynb is not a notebook:\nnot JSON");

    private static String csv(List<GradedSubmission> results, ReportOptions options) {
        return Gradebook.csv(Sheet.of(Outline.of(Mixed.TESTS, results), results, ManualGrades.none(), options));
    }

    @Test
    void aRowSaysWhatIsKnownAndLeavesTheRestEmpty() {
        assertThat(csv(List.of(EVE, BOB, ADA), ReportOptions.NONE))
                .isEqualTo(
                        """
                        student,name,file,status,a,b,w,total,of,attempts,submitted,late,problem,sha256,seed,isolation
                        ada,"Ada, L.",ada.ipynb,NEEDS REVIEW,2,2,,,7,2,2026-03-01T14:05:00Z,,,5ha,1,sandbox
                        bob,,bob.ipynb,NEEDS REVIEW,0,0,,,7,1,,,,5ha,1,sandbox
                        eve,,eve.ipynb,ERROR,,,,,7,1,,,eve.ipynb is not a notebook: not JSON,,1,
                        """);
    }

    @Test
    void theOrderOfTheResultsDoesNotMatterToAByte() {
        var results = new ArrayList<>(List.of(ADA, BOB, EVE));
        var expected = csv(results, ReportOptions.NONE);

        Collections.reverse(results);

        assertThat(csv(results, ReportOptions.NONE)).isEqualTo(expected).doesNotContain("\r");
    }

    @Test
    void timesThatDifferFromRunToRunAreNotInIt() {
        var slower = new GradedSubmission(
                ADA.format(),
                ADA.submission(),
                ADA.exercise(),
                ADA.sha256(),
                ADA.circumstances(),
                ADA.problem(),
                ADA.cells(),
                ADA.tests(),
                ADA.written(),
                new org.tinybabel.grader.Costs(9, 9, 9999, 9));

        assertThat(csv(List.of(slower), ReportOptions.NONE)).isEqualTo(csv(List.of(ADA), ReportOptions.NONE));
    }

    @Test
    void latenessIsToldAndNothingIsDeducted() {
        var due = new ReportOptions(
                Optional.of(Instant.parse("2026-03-01T12:00:00Z")), Optional.empty(), Optional.empty(), List.of());

        assertThat(csv(List.of(ADA, BOB), due))
                .contains("NEEDS REVIEW,2,2,,,7,2,2026-03-01T14:05:00Z,2 h 5 min,")
                .contains("bob,,bob.ipynb,NEEDS REVIEW,0,0,,,7,1,,,");
    }

    @Test
    void aRosterAddsNamesAndThoseWhoHandedInNothing() {
        var roster = new Roster(
                List.of(new Roster.Entry("bob", "Bob B.", List.of()), new Roster.Entry("zoe", "Zoë", List.of())));

        assertThat(csv(
                        List.of(ADA, BOB),
                        new ReportOptions(Optional.empty(), Optional.of(roster), Optional.empty(), List.of())))
                .contains("bob,Bob B.,bob.ipynb")
                .contains("\nzoe,Zoë,,MISSING,,,,,7,0,,,,,,\n")
                .contains(",Not on the roster.,");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsMadeText() {
        var evil = Mixed.failed(new Submission("=1+1", "@SUM(A1)", "-x.ipynb", "", 1, "+note"), "=cmd|' /C calc'!A0");

        assertThat(csv(List.of(evil), ReportOptions.NONE))
                .contains("\n'=1+1,'@SUM(A1),'-x.ipynb,ERROR,", ",'=cmd|' /C calc'!A0 +note,");
    }

    @Test
    void allPointsAreThereOnceAHumanHasGradedTheRest() throws Exception {
        var outline = Outline.of(Mixed.TESTS, List.of(ADA));
        var folder = java.nio.file.Files.createTempDirectory("manual");
        var file = java.nio.file.Files.writeString(
                folder.resolve("manual.csv"), "student;question;points;comment\nada;w;1,5;ok\n");

        var manual = ManualGrades.read(file, outline, List.of("ada"));

        assertThat(Gradebook.csv(Sheet.of(outline, List.of(ADA), manual, ReportOptions.NONE)))
                .contains("ada.ipynb,GRADED,2,2,1.5,5.5,7,2,");
    }
}
