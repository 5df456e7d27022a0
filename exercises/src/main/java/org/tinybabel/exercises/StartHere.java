package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;

/** The warm-up of notebook 00: one small method and one sentence, to see how checking and grading work. */
@Exercise(id = "00-start-here", title = "Start here", visibleTests = StartHereTest.class)
@Written(question = "b", title = "Why an empty array is refused", points = 1)
public interface StartHere {

    /**
     * The arithmetic mean.
     *
     * @param values one number or more
     * @return their sum divided by their number
     * @throws IllegalArgumentException if there are no values
     */
    @Question(value = "a", hidden = 3)
    double mean(double[] values);
}
