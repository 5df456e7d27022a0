package org.tinybabel.kernel.eval;

/** A cell tried to end the Java virtual machine, which would lose the whole notebook. */
public final class ExitRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what to do instead.
     *
     * @param status the exit status that the cell asked for
     */
    public ExitRefusedException(int status) {
        super("System.exit(" + status + ") would end the kernel and lose all variables, so it was not done."
                + " Use return to leave a method; to restart, choose Restart Kernel in the menu.");
    }
}
