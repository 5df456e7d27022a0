package org.tinybabel.grader;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Evaluator;

/** What a notebook has declared at one moment, so that methods of one more cell can be taken back. */
final class Declarations {

    private static final Pattern WORD = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private final JShell shell;
    private final Map<String, Snippet> active;
    private final List<String> before;
    private final AtomicBoolean beyondMethods = new AtomicBoolean();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private JShell.Subscription watch;

    /** What a shell has declared now. Until {@link #endOfCell} it is watched for what could not be taken back. */
    Declarations(JShell shell) {
        this.shell = shell;
        active = active().collect(Collectors.toMap(Snippet::id, Function.identity()));
        before = described();
        watch = shell.onSnippetEvent(this::note);
    }

    private Stream<Snippet> active() {
        return shell.snippets()
                .filter(snippet -> snippet instanceof PersistentSnippet
                        && shell.status(snippet).isActive());
    }

    private List<String> described() {
        return active().map(snippet -> snippet.subKind() + " " + shell.status(snippet) + " " + snippet.source())
                .sorted()
                .toList();
    }

    /** A statement may change anything, and a variable that JShell declares anew loses its value. */
    private void note(SnippetEvent event) {
        if (event.causeSnippet() == null) {
            beyondMethods.compareAndSet(false, !(event.snippet() instanceof MethodSnippet));
        } else if (event.snippet() instanceof VarSnippet variable) {
            lost.add(variable.name());
        }
    }

    /** The variables that have lost their values so far. */
    Set<String> lost() {
        return lost;
    }

    /** Whether Java code says one of several names. */
    static boolean mentions(String source, Set<String> names) {
        return WORD.matcher(source).results().anyMatch(word -> names.contains(word.group()));
    }

    /** Ends the watch over the cell. */
    void endOfCell() {
        shell.unsubscribe(watch);
    }

    /** Whether these are the declarations of a shell, and not those of an earlier one. */
    boolean areOf(JShell other) {
        return shell == other;
    }

    /**
     * Declares what the cell has replaced, and drops what it has added. Variables may lose their values, as long as no
     * method or class mentions them.
     *
     * @return false if the declarations are not what they were, or something else may not be
     */
    boolean restore(Evaluator evaluator) {
        watch = shell.onSnippetEvent(this::note);
        try {
            var added = active().filter(snippet -> !active.containsKey(snippet.id()))
                    .toList();
            var replaced = active.values().stream()
                    .filter(snippet -> !shell.status(snippet).isActive())
                    .toList();
            for (var snippet : replaced) {
                if (!(evaluator.evaluate(snippet.source(), 0) instanceof CellOutcome.Completed)) {
                    return false;
                }
            }
            added.stream().filter(snippet -> shell.status(snippet).isActive()).forEach(shell::drop);
            return !beyondMethods.get()
                    && described().equals(before)
                    && active().noneMatch(
                                    snippet -> !(snippet instanceof VarSnippet) && mentions(snippet.source(), lost));
        } finally {
            endOfCell();
        }
    }
}
