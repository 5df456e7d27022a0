package org.tinybabel.grader.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a JUnit class that tests an exercise. Its test methods receive the student's answers as a parameter of the
 * contract's type and carry {@link Question}, {@link Points}, {@link Hint} and {@link Rejects}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StudentExtension.class)
public @interface TestsOf {

    /**
     * The contract under test.
     *
     * @return an interface annotated with {@link Exercise}
     */
    Class<?> value();
}
