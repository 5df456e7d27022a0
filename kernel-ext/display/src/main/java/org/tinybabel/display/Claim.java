package org.tinybabel.display;

import java.util.Objects;
import java.util.Optional;

/**
 * What a notebook sets out to test, written down before the data.
 *
 * @param id a short name such as {@code C1}
 * @param statement what is claimed, and who claims it
 * @param measure what the toy measures; empty in claims of the first pattern
 * @param criterion when the claim counts as reproduced: the bound of the measure
 * @param control the comparison that could falsify the claim, blank if there is none
 */
public record Claim(String id, Statement statement, Optional<Measure> measure, String criterion, String control) {

    /**
     * Rejects claims that say nothing.
     *
     * @param id not blank
     * @param statement what is claimed
     * @param measure what the toy measures
     * @param criterion not blank
     * @param control may be blank
     */
    public Claim {
        required(id, "id");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(measure, "measure");
        required(criterion, "criterion");
        Objects.requireNonNull(control, "control");
    }

    /**
     * A claim of the first pattern, which does not say whose it is.
     *
     * @param id not blank
     * @param text what is claimed, not blank
     * @param criterion not blank
     * @param control may be blank
     */
    public Claim(String id, String text, String criterion, String control) {
        this(id, new Statement(text, Statement.Author.UNSAID, "", ""), Optional.empty(), criterion, control);
    }

    /**
     * What is claimed.
     *
     * @return the statement's text
     */
    public String text() {
        return statement.text();
    }

    private static void required(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException("a claim's " + name + " must not be blank");
        }
    }
}
