package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The points that a passed test earns; one without this annotation. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Points {

    /**
     * How many points.
     *
     * @return 0 or more; 0 for a test that only says whether there is an answer
     */
    int value();
}
