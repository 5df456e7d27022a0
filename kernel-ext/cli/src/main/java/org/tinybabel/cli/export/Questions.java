package org.tinybabel.cli.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.ExerciseTests.TestMethod;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Written;

/**
 * The questions of an exercise, with all that its annotations say about them.
 *
 * @param tests the exercise with all of its tests
 */
record Questions(ExerciseTests tests) {

    private static final Pattern HEADING = Pattern.compile("\\(([^)]+)\\) .+");

    /** The question that a heading of the notebook begins, such as {@code (a) The bigram model}. */
    static Optional<String> begunBy(Element heading) {
        var letter = HEADING.matcher(heading.text());
        return letter.matches() ? Optional.of(letter.group(1)) : Optional.empty();
    }

    /** All questions, those that a human grades too. */
    List<String> names() {
        return Stream.concat(tests.questions().stream(), written().keySet().stream())
                .sorted()
                .toList();
    }

    /** What questions that a human grades are about. */
    Map<String, Written> written() {
        var written = new LinkedHashMap<String, Written>();
        Arrays.stream(tests.contract().getAnnotationsByType(Written.class))
                .forEach(question -> written.put(question.question(), question));
        return written;
    }

    List<TestMethod> testsOf(String question) {
        return tests.tests().stream()
                .filter(test -> test.question().equals(question))
                .toList();
    }

    /** What a question is worth, in words. */
    String points(String question) {
        if (written().containsKey(question)) {
            return Markup.count(written().get(question).points(), "point", "points") + ", given by a person";
        }
        var visible = sum(testsOf(question).stream().filter(TestMethod::visible));
        var all = sum(testsOf(question).stream());
        return Markup.count(all, "point", "points") + ", " + visible + " of them for the visible checks";
    }

    /** What the whole exercise is worth. */
    int points() {
        return sum(tests.tests().stream())
                + written().values().stream().mapToInt(Written::points).sum();
    }

    private static int sum(Stream<TestMethod> tests) {
        return tests.mapToInt(TestMethod::points).sum();
    }

    static String title(TestMethod test) {
        return Optional.ofNullable(test.method().getAnnotation(DisplayName.class))
                .map(DisplayName::value)
                .orElse(test.method().getName());
    }

    static List<String> hints(TestMethod test) {
        return Optional.ofNullable(test.method().getAnnotation(Hint.class))
                .map(hint -> List.of(hint.value()))
                .orElse(List.of());
    }

    static List<String> rejects(TestMethod test) {
        return Optional.ofNullable(test.method().getAnnotation(Rejects.class))
                .map(rejects -> List.of(rejects.value()))
                .orElse(List.of());
    }
}
