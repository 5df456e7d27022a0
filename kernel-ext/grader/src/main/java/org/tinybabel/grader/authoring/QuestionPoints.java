package org.tinybabel.grader.authoring;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tinybabel.grader.ExerciseTests;

/**
 * What the questions of an exercise are worth in the notebook that students receive.
 *
 * @param checked the points of each question's visible tests
 * @param written the points of each question that a person grades
 */
public record QuestionPoints(Map<String, Integer> checked, Map<String, Integer> written) {

    private static final String WRITTEN = "org.tinybabel.grader.api.Written";

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
        Arrays.stream(exercise.contract().getAnnotations())
                .flatMap(QuestionPoints::withRepeated)
                .filter(annotation -> annotation.annotationType().getName().equals(WRITTEN))
                .forEach(annotation ->
                        written.put((String) value(annotation, "question"), (Integer) value(annotation, "points")));
        return new QuestionPoints(checked, written);
    }

    /** An annotation, or those that the compiler has put into a container. */
    private static Stream<Annotation> withRepeated(Annotation annotation) {
        return Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .filter(element -> element.getName().equals("value")
                        && element.getReturnType().isArray()
                        && element.getReturnType().getComponentType().getName().equals(WRITTEN))
                .findFirst()
                .map(element -> Arrays.stream((Annotation[]) value(annotation, "value")))
                .orElseGet(() -> Stream.of(annotation));
    }

    private static Object value(Annotation annotation, String element) {
        try {
            return annotation.annotationType().getMethod(element).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(annotation + " has no element " + element, e);
        }
    }
}
