package org.tinybabel.display;

import java.util.Objects;

/**
 * What a notebook sets out to test, written down before the data.
 *
 * @param id a short name such as {@code C1}
 * @param text the paper's claim, in the notebook's words
 * @param criterion when the claim counts as reproduced: the measure and its bound
 * @param control the comparison that could falsify the claim, blank if there is none
 */
public record Claim(String id, String text, String criterion, String control) {

    /**
     * Rejects claims that say nothing.
     *
     * @param id not blank
     * @param text not blank
     * @param criterion not blank
     * @param control may be blank
     */
    public Claim {
        required(id, "id");
        required(text, "text");
        required(criterion, "criterion");
        Objects.requireNonNull(control, "control");
    }

    private static void required(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException("a claim's " + name + " must not be blank");
        }
    }
}
