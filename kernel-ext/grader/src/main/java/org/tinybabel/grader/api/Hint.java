package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A ladder of hints for students whose answer fails the test: each failed try opens one more. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Hint {

    /**
     * The hints, the gentlest first.
     *
     * @return one sentence or more
     */
    String[] value();
}
