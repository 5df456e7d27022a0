package org.tinybabel.grader;

import java.util.List;
import java.util.Map;
import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;

/** A small exercise with three questions. */
@Exercise(id = "99-small", title = "Small", visibleTests = SmallChecks.class)
public interface Small {

    @Question("a")
    int twice(int x);

    @Question("b")
    double[] halves(List<Double> values);

    @Question("c")
    Sum sum(Map<String, int[]> groups);

    record Sum(long total, String largest) {}
}
