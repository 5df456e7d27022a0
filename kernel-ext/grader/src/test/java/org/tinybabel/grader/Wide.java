package org.tinybabel.grader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import tech.tablesaw.api.Table;

/** An exercise whose methods use every kind of type that may cross, overloads included. */
@Exercise(id = "98-wide", title = "Wide", visibleTests = WideChecks.class)
public interface Wide {

    enum Colour {
        RED,
        GREEN
    }

    record Pair<A, B>(A left, B right) {}

    @Question("a")
    int size(int[] values);

    @Question("a")
    int size(String text);

    @Question("b")
    Table doubled(Table table);

    @Question("c")
    Map<Colour, List<Pair<String, Double>>> grouped(List<Pair<String, Double>> pairs, Set<Colour> colours);

    @Question("d")
    Optional<double[]> limits(float[] values);

    @Question("e")
    int count();
}
