package org.tinybabel.kernel.eval;

/**
 * Hands an exception to a snippet that throws it again. Only JShell knows which line of a snippet is which line of the class
 * made of it, and it tells that only of exceptions that pass through it.
 */
public final class Rethrow {

    static final String SNIPPET = "throw " + Rethrow.class.getName() + ".take();";

    private static final ThreadLocal<Throwable> HANDED_OVER = new ThreadLocal<>();

    private Rethrow() {}

    static void handOver(Throwable exception) {
        HANDED_OVER.set(exception);
    }

    /**
     * The exception to throw.
     *
     * @return what was handed over on this thread
     */
    public static Throwable take() {
        var exception = HANDED_OVER.get();
        HANDED_OVER.remove();
        return exception;
    }
}
