package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a contract: the interface that holds every method a student writes for one paper, and the records they use.
 * Each abstract method carries its {@link Question}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exercise {

    /**
     * The name of the exercise's notebook.
     *
     * @return the file name without its ending, such as {@code 01-bigram-subnetworks}
     */
    String id();

    /**
     * What reports call the exercise.
     *
     * @return a title of a few words
     */
    String title();

    /**
     * The tests that students may see and run.
     *
     * @return a class annotated with {@link TestsOf}
     */
    Class<?> visibleTests();
}
