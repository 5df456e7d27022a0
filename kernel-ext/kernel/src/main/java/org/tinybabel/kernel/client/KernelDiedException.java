package org.tinybabel.kernel.client;

import java.io.IOException;

/** The kernel's process ended while something was expected of it. */
public final class KernelDiedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says how it ended.
     *
     * @param message a sentence for the user, with the exit status and the last lines that the process logged
     */
    public KernelDiedException(String message) {
        super(message);
    }
}
