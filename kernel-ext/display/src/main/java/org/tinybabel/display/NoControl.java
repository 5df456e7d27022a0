package org.tinybabel.display;

import java.util.Objects;

/**
 * That a claim has no control, with the reason.
 *
 * @param why one short sentence
 */
public record NoControl(String why) implements ClaimControl {

    /**
     * Rejects a reason that says nothing.
     *
     * @param why not blank
     */
    public NoControl {
        if (Objects.requireNonNull(why, "why").isBlank()) {
            throw new IllegalArgumentException("say why there is no control: noControl(\"…\")");
        }
    }
}
