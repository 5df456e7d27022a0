package org.tinybabel.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;

final class ManualGradesTest {

    private static final GradedSubmission ADA =
            Mixed.graded(Submission.of("ada", "ada.ipynb"), 3, "line \"one\"\n=line; two,");
    private static final GradedSubmission BOB = Mixed.graded(Submission.of("bob", "bob.ipynb"), 0, "=HYPERLINK(1)");

    @TempDir
    private Path out;

    private Reports.Written write(Optional<Path> manual, GradedSubmission... results) throws IOException {
        return Reports.write(
                Mixed.TESTS,
                List.of(results),
                out,
                new ReportOptions(Optional.empty(), Optional.empty(), manual, List.of()));
    }

    private Path manual(String content) throws IOException {
        return Files.writeString(out.resolve("filled.csv"), content);
    }

    @Test
    void theFileToFillInHasARowForEachAnswer() throws IOException {
        write(Optional.empty(), BOB, ADA);

        assertThat(Files.readString(out.resolve("manual.csv")))
                .isEqualTo("\uFEFFstudent,question,title,answer,possible,points,comment\n"
                        + "ada,w,Why?,\"line \"\"one\"\"\n=line; two,\",3,,\n"
                        + "bob,w,Why?,'=HYPERLINK(1),3,,\n");
    }

    @Test
    void whatIsFilledInIsNeverLost() throws IOException {
        write(Optional.empty(), ADA, BOB);
        var file = out.resolve("manual.csv");
        Files.writeString(file, Files.readString(file).replace("two,\",3,,", "two,\",3,2.5,\"good; = -1 for style\""));

        write(Optional.empty(), BOB);
        write(Optional.empty(), BOB, ADA);
        var again = write(Optional.of(manual("student,question,points,comment\nada,w,,\nbob,w,0,=no\n")), ADA, BOB);

        assertThat(Files.readString(file)).contains("3,2.5,\"good; = -1 for style\"\n", "3,0,'=no\n");
        assertThat(again.sheet().rows()).allMatch(row -> row.status() == Sheet.Status.GRADED);
        assertThat(again.sheet().rows().get(1).manual().get("w").comment()).isEqualTo("=no");
    }

    @Test
    void anotherAnswerThanTheOneGradedIsSaid() throws IOException {
        write(Optional.empty(), ADA);
        var file = out.resolve("manual.csv");
        Files.writeString(file, Files.readString(file).replace(",3,,", ",3,2,").replace("\n=", "\r\n="));

        assertThat(Attention.of(write(Optional.empty(), ADA).sheet())).isEmpty();
        assertThat(Attention.of(write(Optional.empty(), Mixed.graded(ADA.submission(), 3, "something else"))
                        .sheet()))
                .extracting(Attention::kind)
                .containsExactly(Attention.Kind.ANSWER_CHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada,w,4,x    | row 2 (student ada, question w): points must be between 0 and 3, got 4",
                "ada,w,-1,x   | points must be a number that is not negative, such as 2 or 1.5, got \"-1\"",
                "ada,w,two,x  | got \"two\"",
                "eve,w,1,x    | there is no result of a student \"eve\"",
                "ada,z,1,x    | the exercise has no written question \"z\"; it has w",
                "ada,w,\"1,x  | quotation mark has no end",
            })
    void aWrongEntryIsNamedAndNothingIsWritten(String row, String message) throws IOException {
        var file = manual("student,question,points,comment\n" + row + "\n");

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> write(Optional.of(file), ADA))
                .withMessageContaining("filled.csv")
                .withMessageContaining(message);
        assertThat(out.resolve("gradebook.csv")).doesNotExist();
    }

    @Test
    void aFileThatIsNoUtf8OrHasNoHeaderIsRefused() throws IOException {
        var latin = Files.write(
                out.resolve("latin.csv"),
                "student,question,points,comment\nada,w,1,schön\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> write(Optional.of(latin), ADA))
                .withMessageContaining("CSV UTF-8");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> write(Optional.of(manual("ada,w,1\n")), ADA))
                .withMessageContaining("has no column student");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> write(Optional.of(manual("")), ADA))
                .withMessageContaining("is empty");
    }

    @Test
    void theSameAnswerTwiceWithDifferentPointsIsRefused() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(
                        () -> write(Optional.of(manual("student,question,points,comment\nada,w,1,\nada,w,2,\n")), ADA))
                .withMessageContaining("row 3")
                .withMessageContaining("another row");
    }
}
