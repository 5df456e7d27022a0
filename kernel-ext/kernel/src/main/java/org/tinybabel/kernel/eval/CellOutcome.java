package org.tinybabel.kernel.eval;

import java.util.List;
import java.util.Optional;

/** How the evaluation of one cell ended. */
public sealed interface CellOutcome {

    /**
     * All of the cell ran.
     *
     * @param value the value of the last expression; empty if the cell does not end with one or it is {@code null}. The
     *     object itself when cells run in this process, else the text that the execution control returned.
     * @param warnings what the reader should know, such as a method that cannot be called yet; often empty
     */
    record Completed(Optional<Object> value, List<String> warnings) implements CellOutcome {}

    /**
     * A part of the cell is not valid Java. Parts before it have run, unless the fault is one of syntax.
     *
     * @param problems what the compiler says, at least one entry
     * @param traceback the problems as they are shown, line by line
     */
    record CompileFailed(List<Problem> problems, List<String> traceback) implements CellOutcome {}

    /**
     * The cell threw an exception.
     *
     * @param exceptionClass the exception's own class, such as {@code java.lang.ArithmeticException}
     * @param message the exception's message; blank if it has none
     * @param traceback what is shown: exception, place in the cell, frames, causes
     * @param thrown the exception itself when cells run in this process
     */
    record Threw(String exceptionClass, String message, List<String> traceback, Optional<Throwable> thrown)
            implements CellOutcome {}

    /**
     * The cell was stopped.
     *
     * @param stillRunning whether its code could not be ended and goes on in the background
     */
    record Interrupted(boolean stillRunning) implements CellOutcome {}
}
