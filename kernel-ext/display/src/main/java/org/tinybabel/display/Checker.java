package org.tinybabel.display;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs an exercise's visible tests against the live notebook. The grader provides the implementation through
 * {@link java.util.ServiceLoader}; the facade's {@code exercise} and {@code check} verbs call it.
 */
public interface Checker {

    /**
     * Chooses the exercise that {@link #check} is about.
     *
     * @param contract the interface that holds the exercise's methods
     */
    void begin(Class<?> contract);

    /**
     * Runs the visible tests of one question.
     *
     * @param question the question's name, such as {@code "a"}
     * @return the feedback to show
     * @throws IllegalStateException if no exercise was begun
     * @throws IllegalArgumentException if the exercise has no such question; the message lists those it has
     */
    MimeBundle check(String question);

    /**
     * Runs the visible tests of all questions.
     *
     * @return the feedback to show
     * @throws IllegalStateException if no exercise was begun
     */
    MimeBundle checkAll();

    /**
     * Runs the notebook as it was saved, from top to bottom in a new process, and says where that differs from the live
     * notebook.
     *
     * @param questions the questions to check; all of them if there are none
     * @param notebook the notebook file; empty to find the file of this notebook
     * @return the feedback to show
     * @throws IllegalStateException if no exercise was begun
     * @throws IllegalArgumentException if the exercise has no such question, or the file cannot be found or read
     */
    MimeBundle checkFresh(List<String> questions, Optional<Path> notebook);
}
