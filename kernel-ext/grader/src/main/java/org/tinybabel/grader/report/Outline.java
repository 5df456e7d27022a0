package org.tinybabel.grader.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.WrittenAnswer;
import org.tinybabel.grader.WrittenAnswers;

/**
 * What an exercise asks and what it gives for it.
 *
 * @param id the exercise's name
 * @param title its title
 * @param parts the questions: those with tests, then those that a human grades
 */
public record Outline(String id, String title, List<Part> parts) {

    /**
     * One question.
     *
     * @param question its name
     * @param title what it is about; blank where nobody said
     * @param possible the points that can be earned
     * @param written whether a human grades it
     */
    public record Part(String question, String title, int possible, boolean written) {}

    /**
     * Copies the list.
     *
     * @param id the exercise's name
     * @param title its title
     * @param parts the questions
     */
    public Outline {
        parts = List.copyOf(parts);
    }

    /**
     * The outline that results were graded by. It comes from the results themselves, so that old ones keep their points; only
     * where none was graded it comes from the exercise.
     *
     * @param exercise the exercise
     * @param results the results, all by the same tests
     * @return the questions and their points
     */
    public static Outline of(ExerciseTests exercise, List<GradedSubmission> results) {
        var possible = new LinkedHashMap<String, Integer>();
        var graded = results.stream().filter(GradedSubmission::graded).findFirst();
        if (graded.isPresent()) {
            graded.get().tests().forEach(test -> possible.merge(test.question(), test.points(), Integer::sum));
        } else {
            exercise.tests().forEach(test -> possible.merge(test.question(), test.points(), Integer::sum));
        }
        var parts = new ArrayList<Part>();
        possible.keySet().stream()
                .sorted()
                .forEach(question -> parts.add(new Part(question, "", possible.get(question), false)));
        graded.map(GradedSubmission::written)
                .orElseGet(() -> WrittenAnswers.blank(exercise.contract()))
                .forEach(answer -> parts.add(part(answer)));
        return new Outline(exercise.id(), exercise.title(), parts);
    }

    private static Part part(WrittenAnswer answer) {
        return new Part(answer.question(), answer.title(), answer.points(), true);
    }

    /**
     * The points that can be earned in all.
     *
     * @return the sum over all questions
     */
    public int possible() {
        return parts.stream().mapToInt(Part::possible).sum();
    }

    /**
     * The questions that a human grades.
     *
     * @return possibly none
     */
    public List<Part> written() {
        return parts.stream().filter(Part::written).toList();
    }

    /**
     * A question that a human grades.
     *
     * @param question its name
     * @return the question, if there is one of that name
     */
    public Optional<Part> written(String question) {
        return written().stream()
                .filter(part -> part.question().equals(question))
                .findFirst();
    }
}
