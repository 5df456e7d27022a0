package org.tinybabel.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinybabel.cli.export.Exports.COURSE;
import static org.tinybabel.cli.export.Exports.HANDOUT;
import static org.tinybabel.cli.export.Exports.flat;
import static org.tinybabel.cli.export.Exports.page;
import static org.tinybabel.cli.export.Exports.pages;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.solutions.Solutions;

class HandoutTest {

    @Test
    void thereIsASheetForEachExerciseAndAnIndex() {
        assertThat(HANDOUT.paths()).hasSize(COURSE.exercises().size() + 1).contains("index.html");
        assertThat(page(HANDOUT, "index.html").select("tbody tr")).hasSameSizeAs(COURSE.exercises());
    }

    @Test
    void aQuestionHasItsTextItsSignatureItsPointsAndRoom() {
        var sheet = page(HANDOUT, "01-bigram-subnetworks.html");

        assertThat(sheet.select("h2").eachText()).contains("(a) The bigram model", "(c) Overlap against chance");
        assertThat(sheet.select("h2 + p.points").eachText()).startsWith(pointsOf("a"), pointsOf("b"), pointsOf("c"));
        assertThat(sheet.select("pre").eachText())
                .contains("static Overlap maskOverlap(Map<String, boolean[]> a, Map<String, boolean[]> b) {");
        assertThat(sheet.select(".room"))
                .hasSizeGreaterThan(sheet.select("h2 + p.points").size());
    }

    @Test
    void aQuestionThatAPersonGradesSaysSo() {
        assertThat(page(HANDOUT, "00-start-here.html").select("h2 + p.points").eachText())
                .contains("1 point, given by a person");
    }

    @Test
    void neitherSolutionsNorHintsNorWhatIsForTheComputerAreOnPaper() {
        for (var path : pages(HANDOUT)) {
            var page = page(HANDOUT, path);
            var text = flat(page.wholeText());
            assertThat(Exports.solutions()).as(path).noneMatch(solution -> text.contains(flat(solution)));
            assertThat(Solutions.exercises())
                    .flatMap(exercise -> exercise.tests())
                    .filteredOn(test -> test.method().isAnnotationPresent(Hint.class))
                    .flatMap(test -> Arrays.asList(
                            test.method().getAnnotation(Hint.class).value()))
                    .isNotEmpty()
                    .noneMatch(text::contains);
            assertThat(page.select("details, .outputs, script")).as(path).isEmpty();
            assertThat(text).doesNotContain("check(\"", "NotSolvedYet", "exercise(");
        }
    }

    private static String pointsOf(String question) {
        var exercise = Solutions.exercise("01-bigram-subnetworks");
        return points(exercise, question) + " points, " + points(exercise.visibleOnly(), question)
                + " of them for the visible checks";
    }

    private static int points(ExerciseTests tests, String question) {
        return tests.tests().stream()
                .filter(test -> test.question().equals(question))
                .mapToInt(test -> test.points())
                .sum();
    }
}
