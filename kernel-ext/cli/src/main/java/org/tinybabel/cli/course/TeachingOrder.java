package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts notebooks into an order in which each comes after those that it needs. */
final class TeachingOrder {

    private TeachingOrder() {}

    /**
     * Kahn's topological sorting: again and again, of the notebooks whose prerequisites have all been placed, that of the
     * smallest number. So the order is that of the numbers wherever prerequisites leave a choice, and it does not depend on
     * the order of the arguments.
     *
     * @param units the notebooks, with different numbers
     * @return all of them, in the order to teach them in
     * @throws IllegalArgumentException if two have the same number, one needs a notebook that is not there, or some need each
     *     other
     */
    static List<CourseUnit> of(List<CourseUnit> units) {
        var waiting = new TreeMap<String, CourseUnit>();
        for (var unit : units) {
            if (waiting.put(unit.lesson().number(), unit) != null) {
                throw new IllegalArgumentException(
                        "two notebooks have the number " + unit.lesson().number());
            }
        }
        for (var unit : units) {
            checkPrerequisites(unit, waiting);
        }
        var placed = new HashSet<String>();
        var order = new ArrayList<CourseUnit>();
        while (!waiting.isEmpty()) {
            var next = waiting.values().stream()
                    .filter(unit -> placed.containsAll(unit.lesson().prerequisites()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "these notebooks need each other: " + String.join(", ", waiting.keySet())));
            waiting.remove(next.lesson().number());
            placed.add(next.lesson().number());
            order.add(next);
        }
        return order;
    }

    private static void checkPrerequisites(CourseUnit unit, TreeMap<String, CourseUnit> known) {
        var missing = unit.lesson().prerequisites().stream()
                .filter(number -> !known.containsKey(number))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    unit.lesson().id() + " needs notebook " + missing + ", which is not there");
        }
    }
}
