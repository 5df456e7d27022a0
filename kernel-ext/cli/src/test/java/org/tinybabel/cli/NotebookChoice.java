package org.tinybabel.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which notebooks a build runs: those whose key has changed, and three of the others in turn, so that each runs every few days
 * whatever its key says.
 *
 * @param turn the number of the turn: the same number chooses the same notebooks
 * @param all whether all run
 */
record NotebookChoice(long turn, boolean all) {

    /** {@code -Dnotebooks=all} runs all. */
    static final String ALL = "notebooks";

    /** {@code -Dnotebooks.turn=N} repeats a turn; without it, each day since 1970 has its own. */
    static final String TURN = "notebooks.turn";

    private static final int IN_TURN = 3;

    /** What system properties say, or the day in UTC. */
    static NotebookChoice current() {
        return of(System.getProperty(ALL, ""), System.getProperty(TURN, ""), Instant.now());
    }

    /**
     * Reads what a person asks for.
     *
     * @throws IllegalArgumentException if it is something else than all notebooks, or the turn is not a number
     */
    static NotebookChoice of(String notebooks, String turn, Instant now) {
        if (!notebooks.isBlank() && !notebooks.equals("all")) {
            throw new IllegalArgumentException("-D" + ALL + "=all runs all notebooks, got \"" + notebooks
                    + "\"; one alone runs with ./tinybabel run NN --verify");
        }
        return new NotebookChoice(
                turn.isBlank() ? Instant.EPOCH.until(now, ChronoUnit.DAYS) : Long.parseLong(turn),
                !notebooks.isBlank());
    }

    /**
     * Chooses.
     *
     * @param changes for each notebook, in order, what has changed since its outputs were stored; empty if nothing has
     * @return for each notebook that runs, why it does
     */
    Map<Path, String> reasons(Map<Path, List<String>> changes) {
        var rotating = rotating(changes);
        var reasons = new LinkedHashMap<Path, String>();
        changes.forEach((notebook, changed) -> {
            if (!changed.isEmpty()) {
                reasons.put(notebook, String.join("; ", changed));
            } else if (all) {
                reasons.put(notebook, "all run");
            } else if (rotating.contains(notebook)) {
                reasons.put(notebook, "it is its turn, -D" + TURN + "=" + turn);
            }
        });
        return reasons;
    }

    /** Each turn begins where the one before ended, if no key has changed. */
    private Set<Path> rotating(Map<Path, List<String>> changes) {
        var notebooks = List.copyOf(changes.keySet());
        var chosen = new HashSet<Path>();
        for (var i = 0; i < notebooks.size() && chosen.size() < IN_TURN; i++) {
            var notebook = notebooks.get((int) Math.floorMod(IN_TURN * turn + i, (long) notebooks.size()));
            if (changes.get(notebook).isEmpty()) {
                chosen.add(notebook);
            }
        }
        return chosen;
    }
}
