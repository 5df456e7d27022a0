package org.tinybabel.display;

import java.util.Objects;

/**
 * What a claim states, and who states it.
 *
 * @param text one sentence
 * @param author whose statement it is
 * @param section where the paper says it, such as {@code §4.2} or {@code abstract}; blank unless it is the paper's
 * @param number the paper's own number with its unit, or words such as {@code no number}; blank unless it is the paper's
 */
public record Statement(String text, Author author, String section, String number) {

    /** Whose statement it is. */
    public enum Author {
        /** The paper's, with the section that says it. */
        PAPER,
        /** Ours, which no paper states. */
        OURS,
        /** Not said: claims of the first pattern. */
        UNSAID
    }

    /**
     * Rejects statements that say nothing or do not say where they come from.
     *
     * @param text not blank
     * @param author whose statement it is
     * @param section not blank if it is the paper's
     * @param number not blank if it is the paper's
     */
    public Statement {
        Objects.requireNonNull(author, "author");
        if (Objects.requireNonNull(text, "text").isBlank()) {
            throw new IllegalArgumentException("a claim's text must not be blank");
        }
        if (author == Author.PAPER && (section.isBlank() || number.isBlank())) {
            throw new IllegalArgumentException("say where the paper states \"" + text
                    + "\" and with which number: paper(text, section, number), such as paper(text, \"§4.2\", \"0.93\"); "
                    + "\"no number\" is an answer, too. A claim that the paper does not make is ours(text).");
        }
    }

    boolean isOurs() {
        return author == Author.OURS;
    }

    /** Such as {@code Six layers are best (§4.2: 0.93)}. */
    String spelled() {
        return switch (author) {
            case PAPER -> text + " (" + section + ": " + number + ")";
            case OURS -> "Ours: " + text;
            case UNSAID -> text;
        };
    }
}
