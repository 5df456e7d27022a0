package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.tinybabel.cli.lesson.Lesson;

/** Notebooks that are made up. */
final class Lessons {

    private Lessons() {}

    static CourseUnit unit(String number, int read, int run, int exercise, String... prerequisites) {
        var lesson = new Lesson(
                number + "-made-up",
                "Title " + number,
                "Why " + number + "?",
                number.equals("00") ? Optional.empty() : Optional.of(new Lesson.Paper("A. Author", 2024, "2401.00001")),
                List.of("Do " + number),
                List.of("Key " + number),
                List.of("term " + number),
                List.of("Talk about " + number + "?"),
                List.of(prerequisites),
                new Lesson.Minutes(read, run, exercise),
                4,
                run * 60,
                List.of());
        return new CourseUnit(
                lesson,
                List.of(
                        new CourseUnit.Section("Question", List.of(), 0),
                        new CourseUnit.Section("Predict", List.of(), 1),
                        new CourseUnit.Section("Set-up", List.of(), 2),
                        new CourseUnit.Section("Train", List.of("C1"), 3),
                        new CourseUnit.Section("Verdicts", List.of(), 1)),
                Optional.of(new ExercisePoints(
                        number + "-made-up",
                        "Title " + number,
                        List.of(
                                new ExercisePoints.Part("a", "`a`", 1, 2, 0),
                                new ExercisePoints.Part("b", "`b`", 2, 3, 0),
                                new ExercisePoints.Part("c", "Why?", 0, 0, 4)))));
    }

    /** An introduction and {@code n} notebooks of random length, each of which needs some that have any other number. */
    static List<CourseUnit> random(int n, long seed) {
        var random = new Random(seed);
        var units = new ArrayList<>(List.of(unit("00", 5, 1, 5)));
        var numbers = new ArrayList<>(List.of("00"));
        for (var i = n; i >= 1; i--) {
            var number = String.format(Locale.ROOT, "%02d", i);
            var needs = numbers.stream().filter(other -> random.nextInt(6) == 0).toArray(String[]::new);
            units.add(unit(number, 30 + random.nextInt(60), 1 + random.nextInt(3), 40 + random.nextInt(100), needs));
            numbers.add(number);
        }
        return units;
    }
}
