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
}
