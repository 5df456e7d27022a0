package org.tinybabel.kernel.language;

import java.util.List;
import java.util.Optional;

/** Answers questions about code that is being written. None of its answers runs any of it. */
public final class LanguageTools {

    private final CellCompiler compiler = new CellCompiler();
    private final ClassIndex index = new ClassIndex();
    private final Completer completer = new Completer(compiler, index);
    private final Inspector inspector = new Inspector(compiler);
    private final Checker checker = new Checker(compiler);
    private final Hints hints = new Hints(compiler, index);

    /** Makes tools that load what they need when they are first asked. */
    public LanguageTools() {}

    /**
     * Proposals for a place.
     *
     * @param start where the word starts that they replace
     * @param matches the proposals, best first
     */
    public record Completions(int start, List<Completion> matches) {}

    /**
     * Proposes what can stand at a place.
     *
     * @param scope what the cell sees
     * @param code the cell
     * @param cursor the place, in UTF-16 units
     * @return proposals; none inside texts and comments
     */
    public Completions complete(CellScope scope, String code, int cursor) {
        return completer.complete(scope, code, cursor);
    }

    /**
     * Describes what stands at a place.
     *
     * @param scope what the cell sees
     * @param code the cell
     * @param cursor the place, in or after a name or among the arguments of a call, in UTF-16 units
     * @return the description; empty if nothing there has a meaning
     */
    public Optional<Description> inspect(CellScope scope, String code, int cursor) {
        return inspector.inspect(scope, code, cursor);
    }

    /**
     * Guesses what was meant by a name that the compiler does not know.
     *
     * @param scope what the cell sees
     * @param code the cell, or a part of it that can stand alone
     * @param end where the name ends, in UTF-16 units
     * @return what to tell the reader, such as {@code Did you mean length?}; empty if nothing is near
     */
    public Optional<String> hint(CellScope scope, String code, int end) {
        return hints.hint(scope, code, end);
    }

    /**
     * Guesses which package was meant by the name of one that does not exist.
     *
     * @param scope what the cell sees
     * @param name the name of no package
     * @return what to tell the reader; empty if nothing is near
     */
    public Optional<String> packageHint(CellScope scope, String name) {
        return hints.packageHint(scope, name);
    }

    /**
     * Something that the compiler complains about; places are in UTF-16 units from the start of the code.
     *
     * @param code the compiler's name for the complaint
     * @param start where the fault starts
     * @param position where the compiler noticed it
     * @param end where it ends
     * @param message what the compiler says
     */
    public record Fault(String code, int start, int position, int end, String message) {}

    /**
     * Finds faults in a part of a cell without running it: only such as are there whatever runs before.
     *
     * @param scope what the cell sees
     * @param context parts of the cell that the part may use
     * @param part a statement or a declaration
     * @return the faults; empty if there are none, or none that are sure
     */
    public List<Fault> faults(CellScope scope, String context, String part) {
        return checker.faults(scope, context, part);
    }

    /**
     * How deep the next line belongs.
     *
     * @param code a cell that is not finished
     * @return the number of blocks that are open at its end, and one more inside parentheses
     */
    public int depth(String code) {
        return Grammar.depth(code);
    }
}
