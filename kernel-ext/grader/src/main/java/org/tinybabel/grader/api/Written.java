package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a question that the student answers in words and that a human grades. It stands on the contract; the answer is the
 * Markdown cell with the comment {@code <!-- ANSWER d -->}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Written.All.class)
public @interface Written {

    /**
     * The question's name.
     *
     * @return a short name that no method of the contract has, such as {@code d}
     */
    String question();

    /**
     * What the question is about.
     *
     * @return a few words
     */
    String title();

    /**
     * The points that can be earned.
     *
     * @return a positive number
     */
    int points();

    /** Several questions of one exercise; written by the compiler. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /**
         * The questions.
         *
         * @return in the author's order
         */
        Written[] value();
    }
}
