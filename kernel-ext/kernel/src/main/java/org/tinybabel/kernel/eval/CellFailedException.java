package org.tinybabel.kernel.eval;

import java.util.Objects;

/** Code given to {@link Evaluator#eval} could not be compiled, was interrupted, or threw a checked exception. */
public final class CellFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // Outcomes hold objects of the cell, which need not be serializable.
    private final transient CellOutcome outcome;

    CellFailedException(String message, CellOutcome outcome, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /**
     * How the evaluation ended.
     *
     * @return the outcome
     * @throws NullPointerException if this exception was deserialised
     */
    public CellOutcome outcome() {
        return Objects.requireNonNull(outcome, "The outcome does not travel with a serialised exception.");
    }
}
