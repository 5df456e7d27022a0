package org.tinybabel.grader;

import java.util.Objects;

/**
 * A student's text for a question that a human grades.
 *
 * @param question the question's name
 * @param title what the question is about
 * @param points the points that can be earned
 * @param text the student's text, as Markdown; blank if there is none
 */
public record WrittenAnswer(String question, String title, int points, String text) {

    /**
     * Rejects {@code null}.
     *
     * @param question the question's name
     * @param title what the question is about
     * @param points the points that can be earned
     * @param text the student's text, as Markdown; blank if there is none
     */
    public WrittenAnswer {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
    }

    /**
     * The title that reports show.
     *
     * @return the title, or the question's name where the author gave none
     */
    public String heading() {
        return title.isBlank() ? "Question (" + question + ")" : title;
    }
}
