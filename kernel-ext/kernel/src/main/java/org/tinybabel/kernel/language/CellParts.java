package org.tinybabel.kernel.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a cell is made of. Each character of the cell belongs to a part, or is a blank, a comment or an empty statement
 * between parts; all that cannot be told apart belongs to the fault.
 *
 * @param parts imports, declarations, statements and expressions that stand before the fault, top to bottom
 * @param fault why the rest of the cell cannot be run; empty if there is nothing wrong with it
 */
public record CellParts(List<Part> parts, Optional<Fault> fault) {

    /**
     * What JShell takes at once; places are in UTF-16 units from the start of the cell.
     *
     * @param start where it starts, with the comments in front of it
     * @param end where it ends
     * @param source its text; at the end of a cell, with the semicolon that may be left out there
     * @param names the variables, methods and types that it declares
     */
    public record Part(int start, int end, String source, Set<String> names) {}

    /**
     * Where the grammar is broken; places are in UTF-16 units from the start of the cell.
     *
     * @param start where the statement or declaration starts that is at fault
     * @param from where the fault is
     * @param to where it ends
     * @param message what the compiler says
     * @param unfinished whether the cell only stops too early
     */
    public record Fault(int start, int from, int to, String message, boolean unfinished) {}
}
