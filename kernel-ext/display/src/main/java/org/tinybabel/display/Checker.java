package org.tinybabel.display;

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
}
