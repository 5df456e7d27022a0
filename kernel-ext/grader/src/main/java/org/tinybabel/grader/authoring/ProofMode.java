package org.tinybabel.grader.authoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the known-wrong answers are graded.
 *
 * @param isolated whether each has a process of its own; otherwise they share sessions
 * @param turn which tenth of the answers is graded once more, each in a process of its own, 0 to 9; empty for none
 */
public record ProofMode(boolean isolated, OptionalInt turn) {

    /** Each answer in a process of its own. */
    public static final ProofMode ISOLATED = new ProofMode(true, OptionalInt.empty());

    /** In sessions alone, as fast as can be. */
    public static final ProofMode SESSIONS = new ProofMode(false, OptionalInt.empty());

    private static final String HOW = "proof";
    private static final String TURN = "proof.turn";
    private static final int TURNS = 10;

    /**
     * Checks the turn.
     *
     * @param isolated whether each answer has a process of its own
     * @param turn which tenth of the answers is graded once more, 0 to 9; empty for none
     * @throws IllegalArgumentException if there is no such turn
     */
    public ProofMode {
        Objects.requireNonNull(turn, "turn");
        if (turn.isPresent() && (turn.getAsInt() < 0 || turn.getAsInt() >= TURNS)) {
            throw new IllegalArgumentException("the turn must be 0 to " + (TURNS - 1) + ", got " + turn.getAsInt());
        }
    }

    /**
     * Sessions, of which a tenth is compared with processes of their own.
     *
     * @param turn which tenth, 0 to 9
     * @return the mode
     * @throws IllegalArgumentException if there is no such turn
     */
    public static ProofMode compared(int turn) {
        return new ProofMode(false, OptionalInt.of(turn));
    }

    /**
     * What the system properties ask for: {@code -Dproof=isolated}, or {@code -Dproof.turn=3}.
     *
     * @return without them, sessions with another turn each day, so that ten days compare everything
     * @throws IllegalArgumentException if a property has another value than those there are
     */
    public static ProofMode asked() {
        var how = System.getProperty(HOW, "sessions");
        if (!how.equals("sessions") && !how.equals("isolated")) {
            throw new IllegalArgumentException("-D" + HOW + " is sessions or isolated, got " + how);
        }
        return how.equals("isolated")
                ? ISOLATED
                : compared(Optional.ofNullable(System.getProperty(TURN))
                        .map(ProofMode::turn)
                        .orElseGet(() -> (int) (ChronoUnit.DAYS.between(Instant.EPOCH, Instant.now()) % TURNS)));
    }

    private static int turn(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + TURN + " is a number from 0 to 9, got " + text, e);
        }
    }

    /** Whether the answer at a place, from 0, is graded once more in a process of its own. */
    boolean repeats(int place) {
        return turn.isPresent() && place % TURNS == turn.getAsInt();
    }

    /** What makes the same comparison again. */
    String again() {
        return turn.isPresent() ? "-D" + TURN + "=" + turn.getAsInt() : "";
    }
}
