package org.tinybabel.kernel.eval;

/** Ends interrupted cell code. An error, since user code rarely catches errors; without a stack, so it costs nothing. */
final class CellStop extends Error {

    private static final long serialVersionUID = 1L;

    CellStop() {
        super("The cell was interrupted.", null, false, false);
    }
}
