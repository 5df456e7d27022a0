package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;

/** The warm-up of notebook 00: one small method, to see how checking works. */
@Exercise(id = "00-start-here", title = "Start here", visibleTests = StartHereTest.class)
public interface StartHere {

    /**
     * The arithmetic mean.
     *
     * @param values one number or more
     * @return their sum divided by their number
     * @throws IllegalArgumentException if there are no values
     */
    @Question("a")
    double mean(double[] values);
}
