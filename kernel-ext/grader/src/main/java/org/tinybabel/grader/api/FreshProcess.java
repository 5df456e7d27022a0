package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the test in a new process of the student's, in which the cells have just run: for tests that what earlier calls have
 * left in variables would disturb. It costs a second; in a live notebook, whose state is the student's own, it does nothing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshProcess {}
