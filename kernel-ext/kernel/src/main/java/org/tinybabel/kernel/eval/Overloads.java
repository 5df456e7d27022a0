package org.tinybabel.kernel.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import org.tinybabel.kernel.language.Calls;
import org.tinybabel.kernel.language.MethodSource;

/**
 * Lets the methods of a notebook overload each other, and those that it imports, as readers expect.
 *
 * <p>JShell makes a class of each method, and in a class its own methods hide imported ones of their name, whatever their
 * parameters: {@code double f(double x) { return f(x, 1); }} does not find {@code f(double, int)}, or calls itself where the
 * other one fits better. But JShell makes one class of methods of one name that mention their name when a new one comes, so
 * all of them are made to mention it. In the same way a notebook's own {@code check(double)} hides an imported
 * {@code check(String)}; a call that the compiler refuses for that reason is evaluated with the class written in front.
 */
final class Overloads {

    private static final String AMBIGUOUS = "compiler.err.ref.ambiguous";

    private final JShell shell;
    private final BiConsumer<Snippet, Snippet> replaced;
    private final Map<String, String> written = new HashMap<>();
    private final Map<String, MethodSnippet> announced = new HashMap<>();

    /**
     * What came of a part of a cell.
     *
     * @param events all that JShell tells; empty if it has passed over the part
     * @param insertedAt behind which place of the part the compiler has seen more than was written
     * @param inserted how much more
     */
    record Evaluation(List<SnippetEvent> events, int insertedAt, int inserted) {

        /** The event of the part itself, and not of what depends on it. */
        SnippetEvent main() {
            return mainEvent(events);
        }

        private boolean isRejected() {
            return !events.isEmpty() && main().status() == Snippet.Status.REJECTED;
        }

        /** Where a place that the compiler knows is in what was written. */
        long written(long place) {
            return place > insertedAt ? Math.max(insertedAt, place - inserted) : place;
        }
    }

    /**
     * Starts without methods.
     *
     * @param shell what evaluates
     * @param replaced is told of an earlier snippet and of the one that stands for it now
     */
    Overloads(JShell shell, BiConsumer<Snippet, Snippet> replaced) {
        this.shell = shell;
        this.replaced = replaced;
    }

    /** The event of what was evaluated itself, and not of what depends on it. */
    static SnippetEvent mainEvent(List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .findFirst()
                .orElse(events.get(0));
    }

    /** What the cell says that declared a snippet. */
    String source(Snippet snippet) {
        return written.getOrDefault(snippet.id(), snippet.source());
    }

    /**
     * Evaluates a part of a cell.
     *
     * @param source the part
     * @param names what it declares
     * @param later gives those parts of the rest of the cell that declare something of a name
     * @return what came of it
     */
    Evaluation evaluate(String source, Set<String> names, Function<String, List<String>> later) {
        var method = names.size() == 1 ? MethodSource.of(source) : Optional.<MethodSource>empty();
        if (method.isEmpty()) {
            return evaluated(source, source, 0, List.of());
        }
        try {
            return evaluated(method.get(), later);
        } catch (AssertionError | InternalError e) {
            // With several methods at once, javac can trip over faults that it would only have told of in one.
            dropAnnounced();
            return evaluated(source, source, 0, List.of());
        }
    }

    private Evaluation evaluated(MethodSource method, Function<String, List<String>> later) {
        var evaluation = evaluated(method);
        if (evaluation.isRejected() && missesOthers(method, evaluation.main().snippet())) {
            announce(method);
            later.apply(method.name()).forEach(each -> MethodSource.of(each).ifPresent(this::announce));
            evaluation = evaluated(method);
            if (evaluation.isRejected()) {
                dropAnnounced();
            }
        }
        if (!evaluation.isRejected()) {
            announced.remove(method.signature());
        }
        return evaluation;
    }

    /** Drops what the cell has announced and not declared, because something came between. */
    void dropAnnounced() {
        announced.values().stream()
                .filter(method -> shell.status(method).isActive())
                .forEach(shell::drop);
        announced.clear();
    }

    private Evaluation evaluated(MethodSource method) {
        var others = others(method);
        var together = !others.isEmpty()
                && (method.mentionsItsName()
                        || others.stream().anyMatch(other -> other.source().mentionsItsName()));
        if (!together) {
            return evaluated(method.text(), method.text(), 0, List.of());
        }
        var earlier = new ArrayList<SnippetEvent>();
        others.forEach(other -> earlier.addAll(mention(other)));
        return evaluated(method.text(), method.mentioning(), method.bodyStart(), earlier);
    }

    /** Whether nothing is wrong but calls of the method's name, which may mean one that the compiler has not looked at. */
    private boolean missesOthers(MethodSource method, Snippet rejected) {
        return qualified(rejected.source(), rejected, Set.of(method.name()), "any")
                .isPresent();
    }

    /** Alone, a call that means another method is wrong and not only waiting; so all are there before the first body is. */
    private void announce(MethodSource method) {
        if (active(method.signature()).isEmpty()) {
            var announcement = mainEvent(shell.eval(method.withoutBody())).snippet();
            if (announcement instanceof MethodSnippet announcedMethod
                    && shell.status(announcement).isActive()) {
                announced.put(method.signature(), announcedMethod);
            }
        }
    }

    private Evaluation evaluated(String source, String text, int insertedAt, List<SnippetEvent> earlier) {
        var events = new ArrayList<>(shell.eval(text));
        if (!events.isEmpty() && isFaulty(mainEvent(events))) {
            events = new ArrayList<>(reach(text, mainEvent(events).snippet()).orElse(events));
        }
        if (!events.isEmpty()) {
            remember(mainEvent(events).snippet(), source);
            events.addAll(earlier);
            mend(events);
        }
        return new Evaluation(events, insertedAt, text.length() - source.length());
    }

    private void remember(Snippet snippet, String source) {
        if (!snippet.source().equals(source)) {
            written.put(snippet.id(), source);
        }
    }

    /** A method that a cell has declared. */
    private record Other(MethodSnippet snippet, MethodSource source) {}

    private List<Other> others(MethodSource method) {
        return shell.methods()
                .filter(other ->
                        other.name().equals(method.name()) && !signature(other).equals(method.signature()))
                .flatMap(other -> MethodSource.of(other.source()).map(source -> new Other(other, source)).stream())
                .toList();
    }

    private Optional<MethodSnippet> active(String signature) {
        return shell.methods()
                .filter(method -> signature(method).equals(signature))
                .findFirst();
    }

    private static String signature(MethodSnippet method) {
        return MethodSource.signature(method.name(), method.parameterTypes());
    }

    private List<SnippetEvent> mention(Other other) {
        if (other.source().mentionsItsName()) {
            return List.of();
        }
        var events = shell.eval(other.source().mentioning());
        replace(other.snippet(), events);
        return events;
    }

    private void replace(Snippet earlier, List<SnippetEvent> events) {
        var now = mainEvent(events).snippet();
        remember(now, source(earlier));
        replaced.accept(earlier, now);
    }

    /** Whether something is wrong that no later declaration can heal by its mere coming. */
    private boolean isFaulty(SnippetEvent event) {
        return switch (event.status()) {
            case REJECTED -> true;
            case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED ->
                event.snippet() instanceof DeclarationSnippet declaration
                        && shell.status(declaration) == event.status()
                        && shell.unresolvedDependencies(declaration).findAny().isEmpty();
            default -> false;
        };
    }

    /**
     * Evaluates code again, with the classes of imported methods in front of calls that do not find them.
     *
     * @return what JShell tells of it; empty if nothing was evaluated
     */
    private Optional<List<SnippetEvent>> reach(String source, Snippet faulty) {
        var names = Stream.concat(shell.methods(), Stream.of(faulty))
                .filter(MethodSnippet.class::isInstance)
                .map(method -> ((MethodSnippet) method).name())
                .collect(Collectors.toSet());
        for (var owner : owners()) {
            var code = qualified(source, faulty, names, owner);
            // The compiler looks at what is around a call only when it has understood the call.
            while (code.isPresent()) {
                var events = shell.eval(code.get());
                if (!isFaulty(mainEvent(events))) {
                    return Optional.of(events);
                }
                code = qualified(code.get(), mainEvent(events).snippet(), names, owner);
            }
        }
        return shell.status(faulty) == Snippet.Status.OVERWRITTEN ? Optional.of(shell.eval(source)) : Optional.empty();
    }

    private Optional<String> qualified(String code, Snippet faulty, Set<String> names, String owner) {
        var places = shell.diagnostics(faulty)
                .filter(Diag::isError)
                .map(error -> (int) error.getPosition())
                .toList();
        return Calls.qualified(code, places, names, owner);
    }

    /** The classes whose methods are imported, those of the latest imports first. */
    private List<String> owners() {
        var owners = shell.imports()
                .filter(ImportSnippet::isStatic)
                .map(ImportSnippet::fullname)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(owners);
        return owners;
    }

    /**
     * What calls an imported method has to be told whose it is as soon as the notebook has one of the same name; and what
     * JShell has compiled while two classes of one method were there is compiled again.
     */
    private void mend(List<SnippetEvent> events) {
        for (var event : List.copyOf(events)) {
            var snippet = event.snippet();
            if (event.causeSnippet() == null
                    || !(snippet instanceof MethodSnippet || snippet instanceof TypeDeclSnippet)
                    || !isFaulty(event)) {
                continue;
            }
            var again =
                    shell.diagnostics(snippet).anyMatch(error -> error.getCode().equals(AMBIGUOUS))
                            ? Optional.of(shell.eval(snippet.source()))
                            : reach(snippet.source(), snippet);
            again.ifPresent(more -> {
                replace(snippet, more);
                events.addAll(more);
            });
        }
    }
}
