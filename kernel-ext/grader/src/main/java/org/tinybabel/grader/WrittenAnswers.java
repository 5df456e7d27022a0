package org.tinybabel.grader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tinybabel.grader.api.Written;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Finds a student's texts for the questions that a human grades.
 *
 * <p>A Markdown cell with the comment {@code <!-- ANSWER d -->}, which no reader sees, belongs to question d. What stands
 * before the first comment of a cell belongs to its question too, because students write where they like.
 */
public final class WrittenAnswers {

    /** What a student's notebook holds where a text is expected. */
    public static final String PLACEHOLDER = "*Your answer here.*";

    private static final Pattern MARK = Pattern.compile("<!--\\s*ANSWER\\s+(\\S+)\\s*-->");

    private WrittenAnswers() {}

    /**
     * The questions of an exercise that a human grades.
     *
     * @param contract the exercise's interface
     * @return one blank answer for each {@link Written}, in the author's order
     */
    public static List<WrittenAnswer> blank(Class<?> contract) {
        return answers(contract, Map.of());
    }

    /**
     * The texts in a notebook.
     *
     * @param notebook the student's notebook
     * @param contract the exercise's interface
     * @return one answer for each {@link Written}, in the author's order; its text is blank where the student wrote nothing
     */
    public static List<WrittenAnswer> in(Notebook notebook, Class<?> contract) {
        var texts = new LinkedHashMap<String, List<String>>();
        notebook.cells().stream()
                .filter(cell -> cell.type() == Cell.Type.MARKDOWN)
                .forEach(cell -> collect(cell.source(), texts));
        return answers(contract, texts);
    }

    private static void collect(String source, Map<String, List<String>> texts) {
        var mark = MARK.matcher(source);
        if (!mark.find()) {
            return;
        }
        var before = source.substring(0, mark.start()).strip();
        var question = mark.group(1);
        var start = mark.end();
        while (mark.find()) {
            add(question, before + source.substring(start, mark.start()), texts);
            before = "";
            question = mark.group(1);
            start = mark.end();
        }
        add(question, before + source.substring(start), texts);
    }

    private static void add(String question, String text, Map<String, List<String>> texts) {
        if (!text.isBlank() && !text.strip().equals(PLACEHOLDER)) {
            texts.computeIfAbsent(question, key -> new ArrayList<>()).add(text.strip());
        }
    }

    private static List<WrittenAnswer> answers(Class<?> contract, Map<String, List<String>> texts) {
        var answers = new ArrayList<WrittenAnswer>();
        for (var written : contract.getAnnotationsByType(Written.class)) {
            answers.add(new WrittenAnswer(
                    written.question(),
                    written.title(),
                    written.points(),
                    String.join("\n\n", texts.getOrDefault(written.question(), List.of()))));
        }
        return answers;
    }
}
