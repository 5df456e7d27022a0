package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;

/**
 * What an exercise gives points for, as its annotations say.
 *
 * @param id the exercise's name, such as {@code 01-bigram-subnetworks}
 * @param title its title
 * @param questions those with tests, then those that a person grades
 */
public record ExercisePoints(String id, String title, List<Part> questions) {

    /**
     * One question.
     *
     * @param question its name, such as {@code a}
     * @param about the methods to write, or what the text is about
     * @param visible the points of its visible tests
     * @param hidden the points of its hidden tests
     * @param written the points that a person gives
     */
    public record Part(String question, String about, int visible, int hidden, int written) {

        /**
         * All of it.
         *
         * @return the sum
         */
        public int total() {
            return visible + hidden + written;
        }
    }

    /**
     * Copies the list.
     *
     * @param id the exercise's name
     * @param title its title
     * @param questions its questions
     */
    public ExercisePoints {
        questions = List.copyOf(questions);
    }

    /**
     * Reads the annotations of an exercise.
     *
     * @param exercise the exercise, with its hidden tests if they are to be counted
     * @return its points
     */
    public static ExercisePoints of(ExerciseTests exercise) {
        var parts = new ArrayList<Part>();
        for (var question : exercise.questions()) {
            parts.add(new Part(
                    question,
                    methods(exercise, question),
                    points(exercise, question, true),
                    points(exercise, question, false),
                    0));
        }
        for (var written : exercise.contract().getAnnotationsByType(Written.class)) {
            parts.add(new Part(written.question(), written.title(), 0, 0, written.points()));
        }
        return new ExercisePoints(exercise.id(), exercise.title(), parts);
    }

    private static String methods(ExerciseTests exercise, String question) {
        return exercise.methods().stream()
                .filter(method -> method.getAnnotation(Question.class).value().equals(question))
                .map(method -> "`" + method.getName() + "`")
                .collect(Collectors.joining(", "));
    }

    private static int points(ExerciseTests exercise, String question, boolean visible) {
        return exercise.tests().stream()
                .filter(test -> test.question().equals(question) && test.visible() == visible)
                .mapToInt(ExerciseTests.TestMethod::points)
                .sum();
    }

    /**
     * The points that can be earned in all.
     *
     * @return the sum over all questions
     */
    public int total() {
        return questions.stream().mapToInt(Part::total).sum();
    }
}
