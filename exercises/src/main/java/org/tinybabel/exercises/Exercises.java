package org.tinybabel.exercises;

import java.util.List;

/** All contracts, in the order of the papers. */
public final class Exercises {

    private Exercises() {}

    /**
     * The contracts of all exercises.
     *
     * @return one interface for each exercise notebook
     */
    public static List<Class<?>> contracts() {
        return List.of(StartHere.class, BigramSubnetworks.class);
    }
}
