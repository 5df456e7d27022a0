package org.tinybabel.cli.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinybabel.cli.course.Lessons.unit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.cli.Kit;
import org.tinybabel.grader.report.Gradebook;
import org.tinybabel.grader.report.Outline;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.solutions.Solutions;

class CourseTest {

    private static final Path HOME = Path.of("..", "..");

    private static String markdown(List<Document> documents, String name) {
        return documents.stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow()
                .markdown();
    }

    private static String of(String name, CourseUnit... units) {
        return markdown(Course.documents(List.of(units), 30), name);
    }

    @Test
    void theKitHasADocumentForEachCourseAndNotebookWithItsTitleOnTop() {
        var kit = new Kit(HOME);
        var documents = Course.documents(kit);

        assertThat(documents.stream().map(Document::name))
                .doesNotHaveDuplicates()
                .contains("syllabus-6-weeks", "syllabus-10-weeks", "syllabus-14-weeks", "points", "lms-columns")
                .contains("lesson-plan-00", "lesson-plan-01")
                .hasSize(Course.WEEKS.size() + kit.allNotebooks().size() + 2);
        assertThat(documents).allSatisfy(document -> {
            assertThat(document.markdown())
                    .startsWith("# " + document.title() + "\n")
                    // A statistician's null stands within a sentence, a missing value alone.
                    .doesNotContainPattern("(?m)(^|: |\\| )null( \\||$)");
            assertThat(document.markdown().lines()).allMatch(line -> line.equals(line.stripTrailing()));
        });
        assertThat(Course.documents(kit)).isEqualTo(documents);
    }

    @Test
    void aLessonPlanIsFilledFromItsNotebook() throws Exception {
        var unit = CourseUnit.of(
                "02-cloned-languages",
                Notebook.read(HOME.resolve("notebooks/02-cloned-languages.ipynb")),
                Solutions.exercises());
        var plan = markdown(Course.documents(new Kit(HOME)), "lesson-plan-02");

        assertThat(plan)
                .contains("> " + unit.lesson().question())
                .contains(unit.lesson().objectives())
                .contains(unit.lesson().discussion())
                .contains(unit.lesson().keyPoints())
                .contains("Recall 00 Start here:", unit.lesson().expectedSeconds() + " s on two cores")
                .contains("*Train* (", "C1. Is the rare clone learned with fewer words?", "*Limits*")
                .contains(
                        "- (a) `cloneCorpus`, ",
                        "- (d) `judge`, ",
                        "all of it gives " + unit.exercise().orElseThrow().total() + " points");
        assertThat(plan.indexOf("*Predict*")).isLessThan(plan.indexOf("*Set-up*"));
        assertThat(plan.indexOf("*Set-up*")).isLessThan(plan.indexOf("*Train*"));
        assertThat(plan.indexOf("*Train*")).isLessThan(plan.indexOf("*Verdicts*"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 120})
    void theTimetableOfALessonAddsUp(int run) {
        var plan = of("lesson-plan-01", unit("01", 10, run, 10));

        var minutes = Pattern.compile("\\| (\\d+) to (\\d+) \\| (\\d+) \\|").matcher(plan);
        var sum = 0;
        while (minutes.find()) {
            assertThat(Integer.parseInt(minutes.group(1))).isEqualTo(sum);
            sum += Integer.parseInt(minutes.group(3));
            assertThat(Integer.parseInt(minutes.group(2))).isEqualTo(sum);
        }
        assertThat(sum).isEqualTo(90);
        assertThat(plan.contains("let it run before class")).isEqualTo(run == 120);
    }

    @Test
    void aSyllabusSaysHowManyPapersAreDoneAndWhichWeeksAreFree() {
        var syllabus = of("syllabus-6-weeks", unit("00", 5, 1, 5), unit("01", 40, 1, 60, "00"));

        assertThat(syllabus)
                .contains("1 of the 30 papers", "reads all of them", "The fullest week of this course takes 60.")
                .contains("## Weeks 4 to 6\n\nFree", "the other 29 papers are planned and not done")
                .contains("| 6 | free |  |  |")
                .doesNotContain("Left out");
    }

    @Test
    void aSyllabusPrintsTheMinutesOfItsWeeksAndWhatItLeavesOut() {
        var units = Lessons.random(30, 3);
        var plan = WeekPlan.of(units, 6, Course.WORKLOAD);
        var syllabus = markdown(Course.documents(units, 30), "syllabus-6-weeks");

        var rows = Pattern.compile("(?m)^\\| \\d+ \\| .* \\| (\\d+) \\|$")
                .matcher(syllabus)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
        assertThat(rows).isEqualTo(plan.taught().stream().map(WeekPlan::minutes).toList());
        assertThat(plan.leftOut()).isNotEmpty();
        assertThat(plan.leftOut()).allSatisfy(one -> assertThat(syllabus)
                .contains("\n- " + one.unit().name()));
        assertThat(syllabus)
                .contains("at most 270 minutes: 90 in class and up to 180 at home")
                .doesNotContain("free");
    }

    @Test
    void pointsAreThoseThatTheGraderGives() {
        for (var exercise : Solutions.exercises()) {
            var points = ExercisePoints.of(exercise);
            var outline = Outline.of(exercise, List.of());

            assertThat(points.total()).isEqualTo(outline.possible());
            assertThat(points.questions().stream().map(ExercisePoints.Part::question))
                    .containsExactlyElementsOf(
                            outline.parts().stream().map(Outline.Part::question).toList());
        }
    }

    @Test
    void thePointsSchemeAddsUp() {
        var text = of("points", unit("01", 1, 1, 1), unit("02", 1, 1, 1));

        assertThat(text)
                .contains("| 01-made-up | 3 | 5 | 4 | 12 | 50.0 % |", "| all | 6 | 10 | 8 | 24 | 100.0 % |")
                .contains("| (c) | Why? | 0 | 0 | 4 | 4 |")
                .contains("(a suggestion)", "| very good | 90 % | 22 |", "| pass | 50 % | 12 |");
    }

    @Test
    void everyColumnOfTheGradebookHasAPlace() {
        var text = of("lms-columns", unit("01", 1, 1, 1));

        assertThat(Arrays.stream(Gradebook.Column.values())).allSatisfy(column -> assertThat(text)
                .contains("| `" + column.label() + "` | " + column.meaning() + " |"));
    }

    @Test
    void theExampleIsAGradebookAsTheGraderWritesIt() {
        assertThat(of("lms-columns", unit("01", 1, 1, 1)))
                .contains(
                        """
                        student,name,file,status,a,b,c,total,of,attempts,submitted,late,problem,sha256,seed,isolation
                        1001,Ada Example,1001.ipynb,GRADED,3,5,4,12,12,1,,,,,,
                        1002,Ben Example,1002.ipynb,NEEDS REVIEW,1,2,,,12,1,,,,,,
                        1003,Cem Example,,MISSING,,,,,12,0,,,,,,
                        """)
                .contains(
                        """
                        Student,ID,SIS User ID,SIS Login ID,Section,01-made-up
                            Points Possible,,,,,12
                        Ada Example,1001,,,,12
                        Ben Example,1002,,,,
                        Cem Example,1003,,,,
                        """);
    }
}
