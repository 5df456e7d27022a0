package org.tinybabel.kernel.magic;

import java.util.List;

/** What went wrong in an isolated cell, as its own kernel reported it. */
public final class IsolatedCellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The class of the exception in the isolated kernel. */
    private final String name;

    private final transient List<String> traceback;

    IsolatedCellException(String name, String message, List<String> traceback) {
        super(message);
        this.name = name;
        this.traceback = traceback;
    }

    /**
     * The class of the exception.
     *
     * @return such as {@code java.lang.ArithmeticException}
     */
    public String name() {
        return name;
    }

    /**
     * The report, line by line.
     *
     * @return lines with colours
     */
    public List<String> traceback() {
        return traceback;
    }
}
