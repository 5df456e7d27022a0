package org.tinybabel.grader.api;

import java.util.Map;

/** A contract with arguments of several types, one of which must stay as it is. */
@Exercise(id = "97-sorting", title = "Sorting", visibleTests = SortingChecks.class)
public interface Sorting {

    @Question("a")
    @Unchanged
    double[] sorted(double[] values);

    @Question("a")
    double largest(double[] values);

    @Question("b")
    int most(Map<String, Integer> counts);

    @Question("b")
    boolean same(int[] names);

    @Question("b")
    String upper(String text);
}
