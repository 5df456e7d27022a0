package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the question that a contract method answers, or that a test is about. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Question {

    /**
     * The question's name, as in {@code check("a")}.
     *
     * @return a short name, such as {@code a}
     */
    String value();

    /**
     * Whether the question asks for judgement, such as the choice of a control or the reading of a result. Of the points of an
     * exercise at least a quarter is for judgement. Of interest on contract methods only.
     *
     * @return true if it does
     */
    boolean judgement() default false;

    /**
     * The points of the question's hidden tests, which a check tells students who see only the visible ones. Stands on one
     * contract method of each question; the build compares it with the tests.
     *
     * @return the points, 0 where there are none
     */
    int hidden() default 0;
}
