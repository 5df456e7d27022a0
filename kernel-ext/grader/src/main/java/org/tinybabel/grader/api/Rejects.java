package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the known-wrong answers that the test must reject; the build proves that it does. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rejects {

    /**
     * The names of wrong answers.
     *
     * @return file names without ending, such as {@code a-counts-across-borders}
     */
    String[] value();
}
