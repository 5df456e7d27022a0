package org.tinybabel.grader.authoring;

import java.io.*;
import java.util.concurrent.TimeoutException;
import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;

/** A contract whose tests, in several broken versions, must not get through the gates. */
@Exercise(id = "98-halving", title = "Halving", visibleTests = HalvingChecks.class)
@Written(question = "c", title = "why", points = 3)
public interface Halving {

    /**
     * Half of a number.
     *
     * @param x a number
     * @return x / 2
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    @Question("a")
    double half(double x);

    /**
     * Reads a number and halves it.
     *
     * @param text a number
     * @return its half
     * @throws FileNotFoundException found by an import on demand
     * @throws TimeoutException found by an import of its own
     * @throws InterruptedException by its clause as well
     */
    @Question("b")
    double read(String text) throws InterruptedException;
}
