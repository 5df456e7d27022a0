package org.tinybabel.grader.authoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How the known-wrong answers are graded.
 *
 * @param isolated whether each has a process of its own; otherwise they share sessions, and a tenth of them is repeated in
 *     processes of their own
 * @param turn which tenth, 0 to 9
 */
public record ProofMode(boolean isolated, int turn) {

    /** The system property that asks for the long way, {@code -Dproof=isolated}. */
    public static final String PROPERTY = "proof";

    /** The system property that says which tenth is repeated, {@code -Dproof.turn=3}. */
    public static final String TURN = "proof.turn";

    private static final int TURNS = 10;

    /**
     * Checks the turn.
     *
     * @param isolated whether each answer has a process of its own
     * @param turn which tenth of the answers is repeated, 0 to 9
     */
    public ProofMode {
        if (turn < 0 || turn >= TURNS) {
            throw new IllegalArgumentException("the turn must be 0 to " + (TURNS - 1) + ", got " + turn);
        }
    }

    /**
     * What the system properties ask for.
     *
     * @return sessions unless they say otherwise, and each day another turn, so that ten days repeat everything
     * @throws IllegalArgumentException if a property has another value than those there are
     */
    public static ProofMode asked() {
        var how = System.getProperty(PROPERTY, "sessions");
        if (!how.equals("sessions") && !how.equals("isolated")) {
            throw new IllegalArgumentException("-D" + PROPERTY + " is sessions or isolated, got " + how);
        }
        var turn = Optional.ofNullable(System.getProperty(TURN))
                .map(Integer::parseInt)
                .orElseGet(() -> (int) (ChronoUnit.DAYS.between(Instant.EPOCH, Instant.now()) % TURNS));
        return new ProofMode(how.equals("isolated"), turn);
    }

    /** Whether the answer at a place, from 0, is repeated in a process of its own. */
    boolean repeats(int place) {
        return place % TURNS == turn;
    }

    /** What makes the same comparison again. */
    String howToRepeat() {
        return "to see it again: -D" + TURN + "=" + turn;
    }
}
