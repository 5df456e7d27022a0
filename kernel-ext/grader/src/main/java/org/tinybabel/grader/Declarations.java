package org.tinybabel.grader;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Evaluator;

/** What a notebook has declared at one moment, so that methods of one more cell can be taken back. */
final class Declarations {

    private final JShell shell;
    private final Map<String, Snippet> active;
    private final List<String> before;
    private final AtomicBoolean beyondMethods = new AtomicBoolean();
    private final Set<String> methods = ConcurrentHashMap.newKeySet();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private JShell.Subscription watch;

    /** What a shell has declared now. Until {@link #endOfCell} it is watched for what changes. */
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

    /**
     * A statement may change anything. What uses a new declaration is declared anew by JShell, which tells it of a variable,
     * since it loses its value, but not of each method.
     */
    private void note(SnippetEvent event) {
        if (event.snippet() instanceof MethodSnippet method) {
            methods.add(method.name());
        } else if (event.causeSnippet() != null && event.snippet() instanceof VarSnippet variable) {
            lost.add(variable.name());
        } else {
            beyondMethods.set(true);
        }
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
     * The names of the methods that are no longer what they were, by themselves or through what they use; empty if anything
     * else may have changed, too.
     */
    Optional<Set<String>> changedMethods() {
        return beyondMethods.get()
                ? Optional.empty()
                : Optional.of(methods(users(shell, shell.methods().filter(method -> methods.contains(method.name())))));
    }

    private static Set<String> methods(Set<Snippet> snippets) {
        return snippets.stream()
                .filter(MethodSnippet.class::isInstance)
                .map(snippet -> ((MethodSnippet) snippet).name())
                .collect(Collectors.toSet());
    }

    /** The variables that have lost their values. */
    Set<String> lost() {
        return lost;
    }

    /** Whether a method or a class uses one of several variables, or something that uses it. */
    static boolean areUsed(JShell shell, Set<String> variables) {
        var lost = shell.variables().filter(variable -> variables.contains(variable.name()));
        return users(shell, lost.map(Snippet.class::cast)).stream()
                .anyMatch(user -> user instanceof MethodSnippet || user instanceof TypeDeclSnippet);
    }

    /** Declarations, those that use them, and so on. JShell goes by names, so there may be some that do not. */
    private static Set<Snippet> users(JShell shell, Stream<? extends Snippet> used) {
        var users = new HashSet<Snippet>();
        var open = new ArrayDeque<Snippet>(used.toList());
        while (!open.isEmpty()) {
            var snippet = open.poll();
            if (users.add(snippet)) {
                shell.sourceCodeAnalysis().dependents(snippet).stream()
                        .filter(user -> shell.status(user).isActive())
                        .forEach(open::add);
            }
        }
        return users;
    }

    /**
     * Declares what the cell has replaced, and drops what it has added. Variables may lose their values, as long as no
     * method or class uses them.
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
            return !beyondMethods.get() && described().equals(before) && !areUsed(shell, lost);
        } finally {
            endOfCell();
        }
    }
}
