package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tinybabel.grader.report.Gradebook.Column;
import org.tinybabel.grader.report.ManualGrades;

/** What every question gives points for, as a page, with what a course has to agree on beside. */
final class PointsScheme {

    private static final List<Boundary> SUGGESTED = List.of(
            new Boundary("very good", 90),
            new Boundary("good", 75),
            new Boundary("satisfactory", 60),
            new Boundary("pass", 50));

    private record Boundary(String grade, int percent) {}

    private final List<ExercisePoints> exercises;

    PointsScheme(List<ExercisePoints> exercises) {
        this.exercises = exercises;
    }

    Document document() {
        var title = "Points, grades, lateness, honesty";
        var text = new MarkdownText()
                .heading(1, title)
                .block(
                        "Made from the annotations of the exercises' tests. Visible points are those of checks that students can"
                                + " run themselves, hidden ones those of tests that only the teacher has; written answers are graded by"
                                + " a person in `" + ManualGrades.FILE + "`.");
        overview(text);
        exercises.forEach(exercise -> questions(text, exercise));
        boundaries(text);
        late(text);
        honesty(text);
        return new Document("points", title, text.toString());
    }

    private int total() {
        return exercises.stream().mapToInt(ExercisePoints::total).sum();
    }

    private void overview(MarkdownText text) {
        var rows = new ArrayList<List<String>>();
        for (var exercise : exercises) {
            rows.add(row(exercise.id(), exercise.questions(), percent(exercise.total())));
        }
        rows.add(row(
                "all",
                exercises.stream()
                        .flatMap(exercise -> exercise.questions().stream())
                        .toList(),
                percent(total())));
        text.heading(2, "All exercises")
                .table(
                        List.of("exercise", "visible", "hidden", "written", "points", "share"),
                        List.of(1, 2, 3, 4, 5),
                        rows)
                .block(
                        "The share is the weight of an exercise if points are simply added. For equal weights divide each"
                                + " student's `" + Column.TOTAL.label() + "` by `" + Column.OF.label() + "` first.");
    }

    private static List<String> row(String name, List<ExercisePoints.Part> parts, String last) {
        return List.of(
                name,
                sum(parts.stream().mapToInt(ExercisePoints.Part::visible).sum()),
                sum(parts.stream().mapToInt(ExercisePoints.Part::hidden).sum()),
                sum(parts.stream().mapToInt(ExercisePoints.Part::written).sum()),
                sum(parts.stream().mapToInt(ExercisePoints.Part::total).sum()),
                last);
    }

    private static String sum(int points) {
        return Integer.toString(points);
    }

    private String percent(int points) {
        return total() == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * points / total());
    }

    private static void questions(MarkdownText text, ExercisePoints exercise) {
        var rows = exercise.questions().stream()
                .map(part -> List.of(
                        "(" + part.question() + ")",
                        part.about(),
                        sum(part.visible()),
                        sum(part.hidden()),
                        sum(part.written()),
                        sum(part.total())))
                .toList();
        text.heading(2, exercise.id() + ": " + exercise.total() + " points")
                .table(
                        List.of("question", "about", "visible", "hidden", "written", "points"),
                        List.of(2, 3, 4, 5),
                        rows);
    }

    private void boundaries(MarkdownText text) {
        text.heading(2, "Grade boundaries (a suggestion)")
                .block(
                        "A suggestion only: your institution's rules come first, and so does what you see in the class report."
                                + " Points are rounded up.")
                .table(
                        List.of("grade", "from", "points of " + total()),
                        List.of(1, 2),
                        SUGGESTED.stream()
                                .map(one -> List.of(
                                        one.grade(), one.percent() + " %", sum((total() * one.percent() + 99) / 100)))
                                .toList());
    }

    private static void late(MarkdownText text) {
        text.heading(2, "Late policy (a template)")
                .block(
                        "> Exercises are due on ______ at ______. What comes up to ______ hours later counts with ______ % of its"
                                + " points; what comes later is read and not counted. Each student may be late ______ times without"
                                + " giving a reason. Illness and the like: write to ______ before the due date if you can.")
                .block("With `--due`, `tinybabel grade` writes into the column `" + Column.LATE.label()
                        + "` how late a submission came where the time is known. It deducts nothing: that is your decision and"
                        + " your spreadsheet's.");
    }

    private static void honesty(MarkdownText text) {
        text.heading(2, "Academic honesty: what the tools see, and what they do not")
                .block("What they see:")
                .list(List.of(
                        "Equal files: the column `" + Column.SHA256.label()
                                + "` of the gradebook is equal. One changed letter, or one more run, makes it different.",
                        "Answers made for the visible checks only: hidden tests use other, often random, inputs.",
                        "Code that looks for the tests, forges results, or leaves its sandbox: it gains nothing"
                                + " (`tinybabel grade --selftest`).",
                        "How often the learning platform has received a file, and how late, where it says so."))
                .block("What they do not see:")
                .list(List.of(
                        "Who wrote the code or the text: a friend, a forum, a language model.",
                        "Copies with other names, other formatting or another order: nothing compares submissions for likeness.",
                        "Solutions that were found: the masters and the hidden tests lie in `solutions/` of the repository, and"
                                + " whoever finds the repository finds them. For marks that matter, change questions or ask in"
                                + " person.",
                        "What a student understood. Five minutes of talk about one cell show it."))
                .block(
                        "> A sentence for the first page of your course: talk about the exercises with whomever you like, write"
                                + " down what you hand in by yourself, and say whom or what you asked.");
    }
}
