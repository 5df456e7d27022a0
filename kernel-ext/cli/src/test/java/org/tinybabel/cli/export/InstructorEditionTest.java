package org.tinybabel.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinybabel.cli.export.Exports.COURSE;
import static org.tinybabel.cli.export.Exports.INSTRUCTOR;
import static org.tinybabel.cli.export.Exports.flat;
import static org.tinybabel.cli.export.Exports.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.cli.UserError;
import org.tinybabel.cli.course.Document;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.solutions.Solutions;

class InstructorEditionTest {

    @Test
    void eachNotebookHasItsTimingsDiscussionAndFidelity() {
        for (var walkthrough : COURSE.walkthroughs()) {
            var page = page(INSTRUCTOR, "notebooks/" + walkthrough.lesson().id() + ".html");
            var lesson = walkthrough.lesson();
            assertThat(page.select("main").text())
                    .contains(
                            "about " + lesson.expectedSeconds() + " s",
                            lesson.minutes().total() + " min in all")
                    .contains(lesson.objectives())
                    .contains(lesson.keyPoints())
                    .contains(lesson.discussion());
            assertThat(page.select("#fidelity").isEmpty())
                    .as(lesson.id())
                    .isEqualTo(Solutions.fidelity(lesson.id()).isEmpty());
        }
        assertThat(page(INSTRUCTOR, "notebooks/01-bigram-subnetworks.html")
                        .select("th")
                        .eachText())
                .contains("paper", "reference", "here", "agree");
    }

    @Test
    void everyWrongAnswerIsThereWithItsDescriptionItsCodeAndTheTestsThatNameIt() throws IOException {
        for (var exercise : COURSE.exercises()) {
            var page = page(INSTRUCTOR, "notebooks/" + exercise.id() + ".html");
            var answers = Exports.wrongAnswers(exercise.id());
            assertThat(page.select(".wrong")).hasSameSizeAs(answers);
            for (var answer : answers) {
                var shown = page.getElementById("wrong-" + answer.name()).parent();
                assertThat(flat(shown.wholeText()))
                        .contains(flat(answer.why()))
                        .contains(flat(answer.edit().replaceAll("(?m)^@@$", "…")));
                assertThat(shown.select("ins, del")).isNotEmpty();
                assertThat(shown.select(".soft").text()).matches("Rejected by: .+");
            }
        }
    }

    @Test
    void aWrongAnswerNamesItsTests() {
        var page = page(INSTRUCTOR, "notebooks/01-bigram-subnetworks.html");

        assertThat(page.getElementById("wrong-a-counts-across-borders")
                        .parent()
                        .select(".soft")
                        .text())
                .contains("pairs across sequences");
        assertThat(page.select("th:containsOwn(pairs across sequences) ~ td").eachText())
                .containsExactly("teachers only", "2", "a-counts-across-borders");
    }

    @Test
    void everyHintStandsInItsLadder() {
        for (var exercise : Solutions.exercises()) {
            var page = page(INSTRUCTOR, "notebooks/" + exercise.id() + ".html");
            exercise.tests().stream()
                    .filter(test -> test.method().isAnnotationPresent(Hint.class))
                    .forEach(test -> assertThat(page.select("ol > li").eachText())
                            .containsAll(Arrays.stream(test.method()
                                            .getAnnotation(Hint.class)
                                            .value())
                                    .map(Exports::flat)
                                    .toList()));
        }
    }

    @Test
    void textsOnTheCourseGetAPageAndALink() {
        var edition = Exports.instructor(List.of(
                new Document("syllabus", "Syllabus for six weeks", "Week 1\n\n| a | b |\n|---|---|\n| 1 | 2 |")));

        assertThat(page(edition, "index.html")
                        .select("a[href=course/syllabus.html]")
                        .text())
                .isEqualTo("Syllabus for six weeks");
        var page = page(edition, "course/syllabus.html");
        assertThat(page.select("h1").eachText()).containsExactly("Syllabus for six weeks");
        assertThat(page.select(".wide > table")).hasSize(1);
    }

    @Test
    void aCopyWithoutSolutionsIsToldWhatItLacks(@TempDir Path empty) {
        assertThatThrownBy(() -> InstructorEdition.of(COURSE, Solutions.exercises(), empty, List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("needs the known-wrong answers in " + empty.resolve("wrong"));
    }
}
