package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test that looks at what a method refuses, and at nothing else. An answer that is right but for its validation, whose
 * name ends with {@code -no-validation}, loses the points of these tests only; the build proves that.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Validation {}
