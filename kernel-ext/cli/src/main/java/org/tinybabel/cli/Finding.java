package org.tinybabel.cli;

/**
 * What {@code tinybabel doctor} found out about one thing.
 *
 * @param subject what was looked at
 * @param state how it is
 * @param found what is there
 * @param fix what to do about it, in one line; blank when all is well
 */
record Finding(String subject, State state, String found, String fix) {

    /** How a thing is. */
    enum State {
        /** As it should be. */
        OK("ok"),
        /** The kit works, with something less. */
        NOTE("note"),
        /** The kit does not work without it. */
        MISSING("MISSING");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, State.OK, found, "");
    }

    static Finding note(String subject, String found, String fix) {
        return new Finding(subject, State.NOTE, found, fix);
    }

    static Finding missing(String subject, String found, String fix) {
        return new Finding(subject, State.MISSING, found, fix);
    }
}
