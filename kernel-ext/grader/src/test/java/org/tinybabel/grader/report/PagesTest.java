package org.tinybabel.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.GradedSubmission.CellProblem;
import org.tinybabel.grader.Submission;
import org.xml.sax.InputSource;

final class PagesTest {

    @TempDir
    private Path folder;

    /** A class of students, some of whom did something odd. */
    private static List<GradedSubmission> students() {
        var random = new Random(1);
        var all = new ArrayList<GradedSubmission>();
        for (var i = 0; i < 28; i++) {
            var submission = new Submission(
                    "s" + (100 + i),
                    "Student <" + i + ">",
                    "s" + i + ".ipynb",
                    "2026-03-01T1" + i % 10 + ":30:00Z",
                    1 + i % 2,
                    i == 3 ? "The learning platform marked it as late." : "");
            all.add(
                    i == 5
                            ? Mixed.failed(submission, "s5.ipynb is not a notebook: it is not JSON.")
                            : Mixed.graded(submission, random.nextInt(4), i % 4 == 0 ? "" : "Because of <b>" + i));
        }
        var broken = all.get(2);
        all.set(
                2,
                new GradedSubmission(
                        broken.format(),
                        broken.submission(),
                        broken.exercise(),
                        broken.sha256(),
                        broken.circumstances(),
                        "",
                        List.of(
                                new CellProblem(
                                        3, "\u001b[31mIllegalStateException\u001b[0m: <oops>", "printed & more"),
                                new CellProblem(4, "NotSolvedYet: half is not solved yet", "")),
                        broken.tests(),
                        broken.written(),
                        broken.costs()));
        return all;
    }

    private Sheet sheet(String manual) throws IOException {
        var outline = Outline.of(Mixed.TESTS, students());
        var file = Files.writeString(folder.resolve("manual.csv"), "student,question,points,comment\n" + manual);
        var roster = new Roster(students().stream()
                .map(result -> new Roster.Entry(result.student(), "", List.of()))
                .filter(entry -> !entry.id().equals("s127"))
                .toList());
        var more = new ArrayList<>(roster.entries());
        more.add(new Roster.Entry("s999", "Zoë", List.of()));
        var options = new ReportOptions(
                Optional.of(Instant.parse("2026-03-01T18:00:00Z")),
                Optional.of(new Roster(more)),
                Optional.empty(),
                List.of());
        return Sheet.of(outline, students(), ManualGrades.readIfThere(file, outline), options);
    }

    private static Sheet.Row row(Sheet sheet, String student) {
        return sheet.rows().stream()
                .filter(row -> row.student().equals(student))
                .findFirst()
                .orElseThrow();
    }

    /** The pages are written so that an XML parser reads them too, which finds every tag that is left open. */
    private static String wellFormed(String html) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(
                        html.replaceFirst("<!DOCTYPE html>\n", "").replaceAll("(<meta [^>]*)>", "$1/>"))));
        return html;
    }

    @Test
    void aStudentReadsPointsFindingsCommentsAndOnlyTheSubjectOfHiddenTests() throws Exception {
        var sheet = sheet("s102,w,2.5,\"Good, but <short>\"\n");

        var html = wellFormed(FeedbackPage.of(row(sheet, "s102"), sheet.outline()));

        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(Path.of("target/pages/feedback.html"), html);
        assertThat(html)
                .contains("<html lang=\"en\">", "feedback for Student &lt;2&gt; (s102)")
                .contains("<caption>Points by question</caption>", "2.5/3 points", "Good, but &lt;short&gt;")
                .contains("Because of &lt;b&gt;2", "printed &amp; more", "IllegalStateException: &lt;oops&gt;")
                .contains("<dt>Submitted</dt><dd>2026-03-01 12:30 UTC</dd>")
                .contains("1 points</span><span class=\"mark\">")
                .contains("Hidden test: halfOfNothing")
                .contains("Isolation: sandbox")
                .doesNotContain("\u001b", "http", "src=");
        var hidden = html.substring(html.indexOf("Hidden test:"));
        assertThat(hidden.substring(0, hidden.indexOf("</article>"))).doesNotContain("expected", "Called", "Hint");
    }

    @Test
    void whatIsNotGradedYetAndWhatIsLateIsSaid() throws Exception {
        var sheet = sheet("");

        assertThat(wellFormed(FeedbackPage.of(row(sheet, "s109"), sheet.outline())))
                .contains("points so far", "A human has still to grade", "up to 3 points", "1 h 30 min (no points");
        assertThat(wellFormed(FeedbackPage.of(row(sheet, "s104"), sheet.outline())))
                .contains("You have written nothing.");
        assertThat(wellFormed(FeedbackPage.of(row(sheet, "s105"), sheet.outline())))
                .contains("Not graded.", "it is not JSON", "This is not a score of 0")
                .doesNotContain("Points by question");
    }

    @Test
    void theClassReportShowsWhoNeedsALookAndWhatWasHard() throws Exception {
        var sheet = sheet("s102,w,2.5,ok\ns103,w,0,\ns106,w,3,\ns107,w,1,\n");

        var html = wellFormed(ClassReport.of(sheet));

        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(Path.of("target/pages/class-report.html"), html);
        assertThat(html)
                .contains("For teachers only", "4 graded, 23 waiting for your points, 1 not graded, 1 missing")
                .contains("<th scope=\"row\">not graded</th><td>The file is not a notebook: it is not JSON.</td>"
                        + "<td class=\"n\">1</td><td><a href=\"feedback/s105.html\">s105</a></td>")
                .contains("<th scope=\"row\">waiting for your points in manual.csv</th><td>Question w.</td>"
                        + "<td class=\"n\">23</td><td><a href=\"feedback/s100.html\">s100</a>, ")
                .contains(
                        "<th scope=\"row\">not on the roster</th><td></td><td class=\"n\">1</td><td><a href=\"feedback/s127.html\">s127</a> (s27.ipynb)</td>")
                .contains(">s108</a> (30 min), ", ">s109</a> (1 h 30 min)")
                .contains("<th scope=\"row\">handed in nothing</th>")
                .contains(">s102</a> (Code cell 3)</td>", "<td>s999</td>")
                .doesNotContain("another written answer")
                .contains("<svg role=\"img\"", "aria-label=\"Students by question and outcome. (a) : ")
                .contains("expected: 6 &lt;secret&gt;", "<small>hidden</small>", "0.04")
                .doesNotContain("http", "src=", "NaN");
    }

    @Test
    void difficultyAndDiscriminationAreWhatTestTheorySays() throws IOException {
        var results = List.of(
                Mixed.graded(Submission.of("1", "1"), 3, "x"),
                Mixed.graded(Submission.of("2", "2"), 2, "x"),
                Mixed.graded(Submission.of("3", "3"), 1, "x"),
                Mixed.graded(Submission.of("4", "4"), 0, ""));
        var sheet = Sheet.of(Outline.of(Mixed.TESTS, results), results, ManualGrades.none(), ReportOptions.NONE);

        var items = ItemAnalysis.of(sheet);

        assertThat(items.get(0).share()).hasValue(0.5);
        assertThat(items.get(0).solved()).isEqualTo(2);
        assertThat(items.get(0).wrong()).isEqualTo(2);
        // Points for a: 2, 2, 0, 0; for all others: 2, 0, 2, 0.
        assertThat(items.get(0).discrimination().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(items.get(2).students()).isZero();
        assertThat(items.get(2).discrimination()).isEmpty();
        var same = List.of(results.get(0), Mixed.graded(Submission.of("5", "5"), 3, "x"));
        assertThat(ItemAnalysis.of(
                                Sheet.of(Outline.of(Mixed.TESTS, same), same, ManualGrades.none(), ReportOptions.NONE))
                        .get(0)
                        .discrimination())
                .isEmpty();
    }

    @Test
    void anEmptyClassHasAReportToo() throws Exception {
        var none = List.of(Mixed.failed(Submission.of("eve", "eve.ipynb"), "no"));

        assertThat(wellFormed(ClassReport.of(
                        Sheet.of(Outline.of(Mixed.TESTS, none), none, ManualGrades.none(), ReportOptions.NONE))))
                .contains("0 graded, 1 not graded", "No test failed.", "n/a", "not measured");
        assertThat(Sheet.number(new BigDecimal("10.00"))).isEqualTo("10");
    }

    @Test
    void theSummaryNamesWhatNeedsALook() throws IOException {
        assertThat(Attention.summary(sheet("")))
                .startsWith("27 of 28 graded.", "  1 not graded: s105 (The file is not a notebook: it is not JSON.)")
                .contains("  1 not on the roster: s127", "  1 handed in nothing: s999")
                .anyMatch(line -> line.startsWith("  27 waiting for your points in manual.csv: s100, s101")
                        && line.endsWith(" and 19 more"));
    }
}
