package org.tinybabel.display;

import java.util.Optional;

/** How a claim came out. */
public enum Verdict {
    /** The paper's claim: the criterion holds, and the control does not do the same. */
    REPRODUCED("reproduced", "✓"),
    /** A claim of our own: the criterion holds, and the control does not do the same. */
    HOLDS("holds", "✓"),
    /** The paper's claim: the interval lies on the other side of the criterion's bound. */
    CONTRADICTED("contradicted", "✗"),
    /** A claim of our own: the interval lies on the other side of the criterion's bound. */
    DOES_NOT_HOLD("does not hold", "✗"),
    /** The interval straddles the criterion's bound, or that of the control. */
    UNDECIDED("undecided", "?"),
    /** The criterion holds, and the control does the same, so it is no evidence. */
    CONTROL_DOES_THE_SAME("control does the same", "="),
    /** The criterion does not hold in the toy set-up: what the first pattern, which has no computed control, says of it. */
    NOT_AT_THIS_SCALE("not reproduced at this scale", "✗"),
    /** The toy set-up cannot test the claim. */
    OUT_OF_SCOPE("out of scope", "–");

    private final String words;
    private final String sign;

    Verdict(String words, String sign) {
        this.words = words;
        this.sign = sign;
    }

    /**
     * What follows from criterion and control.
     *
     * @param ours whether the claim is our own
     * @param criterion whether the criterion holds
     * @param control whether the control does the same; empty if there is none
     * @return one of the first six
     */
    static Verdict of(boolean ours, Condition.Outcome criterion, Optional<Condition.Outcome> control) {
        return switch (criterion) {
            case FAILS -> ours ? DOES_NOT_HOLD : CONTRADICTED;
            case UNDECIDED -> UNDECIDED;
            case HOLDS ->
                switch (control.orElse(Condition.Outcome.FAILS)) {
                    case HOLDS -> CONTROL_DOES_THE_SAME;
                    case UNDECIDED -> UNDECIDED;
                    case FAILS -> ours ? HOLDS : REPRODUCED;
                };
        };
    }

    /**
     * Whether it earns a ✓.
     *
     * @return true for {@link #REPRODUCED} and {@link #HOLDS} only
     */
    public boolean succeeds() {
        return this == REPRODUCED || this == HOLDS;
    }

    /**
     * The verdict as notebooks spell it.
     *
     * @return such as {@code not reproduced at this scale}
     */
    public String words() {
        return words;
    }

    /**
     * A sign for the verdict, for the eye only: {@link #words()} say the same.
     *
     * @return one character
     */
    public String sign() {
        return sign;
    }

    /** The words: a cell that ends with a verdict shows it. */
    @Override
    public String toString() {
        return words;
    }
}
