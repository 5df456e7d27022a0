package org.tinybabel.grader.authoring;

import java.util.Map;
import java.util.TreeMap;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.api.Written;

/**
 * What the questions of an exercise are worth in the notebook that students receive.
 *
 * @param checked the points of each question's visible tests
 * @param written the points of each question that a person grades
 */
public record QuestionPoints(Map<String, Integer> checked, Map<String, Integer> written) {

    /**
     * Copies the maps.
     *
     * @param checked the points of each question's visible tests
     * @param written the points of each question that a person grades
     */
    public QuestionPoints {
        checked = Map.copyOf(checked);
        written = Map.copyOf(written);
    }

    /**
     * For notebooks whose contract is not known.
     *
     * @return no points for anything
     */
    public static QuestionPoints none() {
        return new QuestionPoints(Map.of(), Map.of());
    }

    /**
     * Reads them from an exercise's annotations.
     *
     * @param exercise the exercise, with or without its hidden tests, which do not count here
     * @return the points
     */
    public static QuestionPoints of(ExerciseTests exercise) {
        var checked = new TreeMap<String, Integer>();
        exercise.questions().forEach(question -> checked.put(question, 0));
        exercise.visibleOnly().tests().forEach(test -> checked.merge(test.question(), test.points(), Integer::sum));
        var written = new TreeMap<String, Integer>();
        for (var question : exercise.contract().getAnnotationsByType(Written.class)) {
            written.put(question.question(), question.points());
        }
        return new QuestionPoints(checked, written);
    }
}
