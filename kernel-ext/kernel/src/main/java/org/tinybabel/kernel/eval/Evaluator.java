package org.tinybabel.kernel.eval;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.tinybabel.kernel.language.CellParts;
import org.tinybabel.kernel.language.CellScope;
import org.tinybabel.kernel.language.CellSplitter;
import org.tinybabel.kernel.language.LanguageTools;

/**
 * Evaluates the cells of a notebook, one after the other, in one JShell.
 *
 * <pre>{@code
 * try (var evaluator = Evaluator.builder().imports(List.of("import java.util.*;")).build()) {
 *     var outcome = evaluator.evaluate("var words = List.of(\"ein\", \"uno\");\nwords.size()", 1);
 * }
 * }</pre>
 *
 * <p>Cells run in this process, on a thread of their own, unless the builder is given another execution control.
 */
public final class Evaluator implements AutoCloseable {

    /** The options of the compiler unless others are chosen: names for messages and debuggers, no annotation processors. */
    public static final List<String> COMPILER_OPTIONS = List.of("-g", "-parameters", "-proc:none");

    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

    private static volatile Evaluator live;

    private static final int MOST_PROBLEMS = 10;
    private static final long LONGEST_WAIT_FOR_SCOPE_MS = 100;
    private static final Pattern WRAPPER = Pattern.compile("\\nclass \\$JShell\\$");

    /** Fair, so that questions about code take turns with cells. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final CellMap cells = new CellMap();
    private final Tracebacks tracebacks = new Tracebacks(cells);
    private final Map<String, Snippet> declarations = new HashMap<>();
    private final Map<String, Set<MethodSnippet>> methodsOfCells = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Optional<InProcessExecution> inProcess;
    private final List<Path> classPath = new CopyOnWriteArrayList<>();
    private final LanguageTools language = new LanguageTools();
    private final Advice advice;
    private final LaterFaults laterFaults;
    private final CellSplitter splitter;
    private final JShell shell;
    private final Overloads overloads;
    private volatile Optional<CellScope> lastScope = Optional.empty();
    private volatile boolean scopeStale = true;
    private volatile boolean running;
    private volatile boolean stopRequested;
    private volatile boolean announced;
    private volatile boolean terminated;

    private Evaluator(Builder builder) {
        advice = new Advice(language, this::freshScope, builder.earlierCells);
        laterFaults = new LaterFaults(language, advice);
        splitter = new CellSplitter(builder.compilerOptions);
        inProcess = builder.execution.isPresent()
                ? Optional.empty()
                : Optional.of(new InProcessExecution(builder.parentLoader, () -> stopRequested));
        shell = JShell.builder()
                .executionEngine(provider(builder), builder.executionParameters)
                .compilerOptions(builder.compilerOptions.toArray(String[]::new))
                .build();
        overloads = new Overloads(shell, this::replace);
        shell.onShutdown(ended -> terminated = true);
        shell.onSnippetEvent(event -> scopeStale = true);
        Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(Files::exists)
                .forEach(classPath::add);
        addToClassPath(builder.classPath);
        for (var declaration : builder.imports) {
            shell.eval(declaration);
        }
        keepDeclarations();
    }

    private ExecutionControlProvider provider(Builder builder) {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "tinybabel";
            }

            @Override
            public Map<String, String> defaultParameters() {
                return builder.execution
                        .map(ExecutionControlProvider::defaultParameters)
                        .orElse(Map.of());
            }

            @Override
            public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters)
                    throws Throwable {
                ExecutionControl target = builder.execution.isPresent()
                        ? builder.execution.get().generate(environment, parameters)
                        : inProcess.orElseThrow();
                return new LockReleasingExecution(target, lock, () -> stopRequested);
            }
        };
    }

    /**
     * Starts the description of an evaluator.
     *
     * @return a builder whose defaults run cells in this process with this process's class path and no imports
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The evaluator of the notebook that this process is the kernel of.
     *
     * @return the evaluator, through which code that a cell calls can evaluate more; empty outside a kernel
     */
    public static Optional<Evaluator> live() {
        return Optional.ofNullable(live);
    }

    /** Makes this the evaluator of the notebook that this process is the kernel of. */
    public void goLive() {
        live = this;
    }

    /**
     * Evaluates a cell. A running cell may call this too; then the code runs on the calling thread.
     *
     * @param source the text of the cell: any number of imports, declarations, statements and expressions
     * @param executionCount the number by which errors call the cell
     * @return how it ended
     * @throws IllegalStateException if the evaluator is closed or its execution process has ended
     */
    public CellOutcome evaluate(String source, int executionCount) {
        return evaluate(source, executionCount, "");
    }

    /**
     * Evaluates a cell that may have been evaluated before. Methods that it declared then, and now declares with other
     * parameters, are dropped first, as a reader of the notebook expects.
     *
     * @param source the text of the cell
     * @param executionCount the number by which errors call the cell
     * @param cellId the front end's name for the cell; blank if unknown
     * @return how it ended
     * @throws IllegalStateException if the evaluator is closed or its execution process has ended
     */
    public CellOutcome evaluate(String source, int executionCount, String cellId) {
        return evaluate(source, source, executionCount, cellId);
    }

    /**
     * Evaluates a cell that its author wrote in another form, line by line.
     *
     * @param source the Java code
     * @param shown what the author wrote: each line has the same number; errors show it
     * @param executionCount the number by which errors call the cell
     * @param cellId the front end's name for the cell; blank if unknown
     * @return how it ended
     * @throws IllegalStateException if the evaluator is closed or its execution process has ended
     */
    public CellOutcome evaluate(String source, String shown, int executionCount, String cellId) {
        return locked(() -> {
            advice.cellRuns(executionCount, source);
            return evaluate(new CellText("Cell [" + executionCount + "]", source, shown, cellId));
        });
    }

    /**
     * Evaluates code that stands in no cell, such as a start-up script.
     *
     * @param source the Java code
     * @param shown what the author wrote: each line has the same number; errors show it
     * @param label what errors call the code
     * @return how it ended
     * @throws IllegalStateException if the evaluator is closed or its execution process has ended
     */
    public CellOutcome evaluateScript(String source, String shown, String label) {
        return evaluate(new CellText(label, source, shown, ""));
    }

    private CellOutcome evaluate(CellText cell) {
        lock.lock();
        try {
            // While a cell runs, only its own code and threads get here.
            return running ? runOnCallersThread(cell) : runCell(cell);
        } finally {
            lock.unlock();
        }
    }

    private CellOutcome runCell(CellText cell) {
        try {
            running = true;
            return run(cell);
        } finally {
            if (!terminated) {
                overloads.dropAnnounced();
            }
            noLongerRunning();
        }
    }

    private void noLongerRunning() {
        running = false;
        if (!announced) {
            stopRequested = false;
        }
    }

    /**
     * Does what belongs to one cell, from the moment that a front end sees it as running: an interrupt that comes before
     * the cell's code runs, or while its value is shown, is not lost.
     *
     * @param <T> the type of the result
     * @param task calls {@link #evaluate} and whatever comes before and after it, on this thread
     * @return what the task returned
     */
    public <T> T asOneCell(Supplier<T> task) {
        announced = true;
        try {
            return task.get();
        } finally {
            announced = false;
            stopRequested = false;
        }
    }

    private CellOutcome runOnCallersThread(CellText cell) {
        return inProcess.isPresent() ? inProcess.get().onCallersThread(() -> run(cell)) : run(cell);
    }

    /**
     * Evaluates code from within a running cell, on the calling thread.
     *
     * @param source any code that a cell may hold
     * @return the value of its last expression; {@code null} if that is its value or there is none
     * @throws CellFailedException if the code does not compile, is interrupted, or throws a checked exception;
     *     unchecked exceptions and errors of the code are thrown as they are
     */
    public Object eval(String source) {
        return eval(source, source, "eval");
    }

    /**
     * Evaluates code from within a running cell, on the calling thread.
     *
     * @param source any code that a cell may hold
     * @param shown what its author wrote: each line has the same number; errors show it
     * @param label what errors call the code
     * @return the value of its last expression; {@code null} if that is its value or there is none
     * @throws CellFailedException if the code does not compile, is interrupted, or throws a checked exception;
     *     unchecked exceptions and errors of the code are thrown as they are
     */
    public Object eval(String source, String shown, String label) {
        var outcome = locked(() -> runOnCallersThread(new CellText(label, source, shown, "")));
        if (outcome instanceof CellOutcome.Completed completed) {
            return completed.value().orElse(null);
        }
        if (outcome instanceof CellOutcome.CompileFailed failed) {
            throw new CellFailedException(String.join("\n", failed.traceback()), outcome, null);
        }
        if (outcome instanceof CellOutcome.Threw threw) {
            var cause = threw.thrown().orElse(null);
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new CellFailedException(threw.exceptionClass() + ": " + threw.message(), outcome, cause);
        }
        throw new CellFailedException("The evaluation was interrupted.", outcome, null);
    }

    /**
     * Runs something of the user's, such as a {@code toString}, where it can be interrupted like a cell.
     *
     * @param <T> the type of the result
     * @param task what to run
     * @return what it returned
     * @throws InterruptedException if it was interrupted
     * @throws Exception what the task threw
     */
    public <T> T onCellThread(Callable<T> task) throws Exception {
        if (inProcess.isEmpty()) {
            return task.call();
        }
        lock.lock();
        try {
            running = true;
        } finally {
            lock.unlock();
        }
        try {
            return inProcess.get().call(task);
        } finally {
            noLongerRunning();
        }
    }

    /**
     * Tells of an exception that code of a cell threw when something else than a cell called it.
     *
     * @param thrown what was thrown
     * @return the exception with the lines that are shown
     */
    public CellOutcome.Threw describe(Throwable thrown) {
        return locked(() -> inProcess
                .map(execution -> execution.onCallersThread(() -> {
                    Rethrow.handOver(thrown);
                    var event = Overloads.mainEvent(shell.eval(Rethrow.SNIPPET));
                    shell.drop(event.snippet());
                    return event.exception();
                }))
                .map(this::threw)
                .orElseGet(() -> new CellOutcome.Threw(
                        thrown.getClass().getName(),
                        String.valueOf(thrown.getMessage()),
                        List.of(thrown.toString()),
                        Optional.of(thrown))));
    }

    /** A cell: what is evaluated, and what its author wrote. */
    private record CellText(String label, String source, String shown, String id) {}

    /** A part of a cell that JShell evaluates at once. */
    private record Part(String source, CellMap.Origin origin, Set<String> names) {}

    private CellOutcome run(CellText cell) {
        var parts = new ArrayDeque<Part>();
        var fault = split(cell, parts);
        if (fault.isPresent()) {
            return fault.get();
        }
        dropChangedMethods(cell, parts);
        var declared = new HashSet<String>();
        var lost = new LinkedHashSet<String>();
        var unresolved = new LinkedHashSet<DeclarationSnippet>();
        var retried = false;
        Optional<Object> value = Optional.empty();
        while (!parts.isEmpty()) {
            if (stopRequested) {
                return new CellOutcome.Interrupted(false);
            }
            var part = parts.poll();
            if (isUnchanged(part)) {
                continue;
            }
            Overloads.Evaluation evaluation;
            try {
                evaluation = overloads.evaluate(part.source(), part.names(), name -> declaring(name, parts));
            } catch (AssertionError | InternalError e) {
                return compilerFailed(part, e);
            }
            var dropped = dropped(part, evaluation.events());
            if (dropped.isPresent()) {
                return dropped.get();
            }
            var event = evaluation.main();
            noteLostVariables(evaluation.events(), lost);
            var snippet = event.snippet();
            var exception = Optional.ofNullable(event.exception());
            cells.put(snippet.id(), part.origin());
            value = valueOf(event);
            if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                    && snippet instanceof VarSnippet variable) {
                // Each variable that JShell makes for a value would slow down all compilations to come.
                shell.drop(variable);
            }
            if (stopRequested) {
                return new CellOutcome.Interrupted(
                        inProcess.map(InProcessExecution::takeLeftRunning).orElse(false));
            }
            if (terminated) {
                return ended();
            }
            if (event.status() == Snippet.Status.REJECTED) {
                var published = withPublicConstructor(part, snippet);
                if (published.isPresent()) {
                    parts.addFirst(published.get());
                    continue;
                }
                if (!retried && hoistDeclarations(part, parts)) {
                    retried = true;
                    continue;
                }
                return withFaultsOf(parts, part, rejected(snippet, part.origin(), evaluation::written));
            }
            if (exception.isPresent()) {
                return threw(exception.get());
            }
            if (cannotBeGenerated(snippet, event.status())) {
                var failed = rejected(snippet, part.origin(), evaluation::written);
                shell.drop(snippet);
                clearCompiler();
                return failed;
            }
            retried = false;
            remember(cell, part, snippet, declared, unresolved);
        }
        return new CellOutcome.Completed(value, warnings(unresolved, lost, declared));
    }

    /**
     * Cuts a cell as {@link #evaluate} does, without running any of it.
     *
     * @param source the Java code of a cell
     * @return its parts, and what keeps it from being run
     */
    public CellParts split(String source) {
        return splitter.split(source);
    }

    /** Splits the cell; returns the fault if some of it cannot be parsed, so that nothing runs of a malformed cell. */
    private Optional<CellOutcome> split(CellText cell, Deque<Part> parts) {
        var split = splitter.split(cell.source());
        for (var part : split.parts()) {
            parts.add(new Part(part.source(), origin(cell, part.start()), part.names()));
        }
        return split.fault().map(fault -> malformed(cell, fault));
    }

    private static CellMap.Origin origin(CellText cell, int start) {
        return new CellMap.Origin(cell.label(), cell.source(), cell.shown(), start);
    }

    /** JShell's words are those of the compiler too, and come with advice; but it does not look behind one snippet. */
    private CellOutcome malformed(CellText cell, CellParts.Fault fault) {
        var rest = cell.source().substring(fault.start());
        var origin = origin(cell, fault.start());
        var snippets = shell.sourceCodeAnalysis().sourceToSnippets(rest);
        // Evaluating what does not parse runs nothing.
        return !snippets.isEmpty() && snippets.get(0).kind() == Snippet.Kind.ERRONEOUS
                ? rejected(Overloads.mainEvent(shell.eval(rest)).snippet(), origin, place -> place)
                : failed(List.of(CellMap.problem(
                        origin,
                        fault.from() - fault.start(),
                        fault.from() - fault.start(),
                        fault.to() - fault.start(),
                        Problem.cleaned(fault.message()))));
    }

    /** There are faults that javac does not tell of, but trips over. */
    private static CellOutcome compilerFailed(Part part, Error error) {
        return failed(List.of(CellMap.problem(
                part.origin(),
                0,
                0,
                part.source().length(),
                "The compiler has failed on this (" + error.getClass().getSimpleName()
                        + "), as it may where a name is not declared.")));
    }

    /** What JShell passes over must be said, whatever the reason. */
    private static Optional<CellOutcome> dropped(Part part, List<SnippetEvent> events) {
        var names = events.stream()
                .map(SnippetEvent::snippet)
                .filter(DeclarationSnippet.class::isInstance)
                .map(snippet -> ((DeclarationSnippet) snippet).name())
                .collect(Collectors.toSet());
        var missing = part.names().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .toList();
        var rejected = events.stream().anyMatch(event -> event.status() == Snippet.Status.REJECTED);
        if (rejected || !events.isEmpty() && missing.isEmpty()) {
            return Optional.empty();
        }
        var what = events.isEmpty()
                ? "JShell has not run this."
                : "JShell has not declared " + String.join(", ", missing) + ".";
        return Optional.of(failed(List.of(CellMap.problem(
                part.origin(), 0, 0, part.source().length(), what + " Put it into a cell of its own."))));
    }

    private void dropChangedMethods(CellText cell, Deque<Part> parts) {
        var before = methodsOfCells.getOrDefault(cell.id(), Set.of());
        if (before.isEmpty()) {
            return;
        }
        var analysis = shell.sourceCodeAnalysis();
        var now = parts.stream()
                .flatMap(part -> analysis.sourceToSnippets(part.source()).stream())
                .filter(MethodSnippet.class::isInstance)
                .map(MethodSnippet.class::cast)
                .toList();
        for (var old : List.copyOf(before)) {
            var sameName = now.stream()
                    .filter(method -> method.name().equals(old.name()))
                    .toList();
            if (!sameName.isEmpty()
                    && sameName.stream().noneMatch(method -> method.signature().equals(old.signature()))) {
                before.remove(old);
                if (shell.status(old).isActive()) {
                    shell.drop(old);
                }
            }
        }
    }

    /**
     * Whether a declaration stands as it was. Declaring it anew would give it a new class, and objects of the old class
     * would be lost; only classes with static state are declared anew, since that resets the state.
     */
    private boolean isUnchanged(Part part) {
        var earlier = declarations.get(part.source().strip());
        if (earlier == null
                || shell.status(earlier) != Snippet.Status.VALID
                || part.source().contains("static ") && earlier.kind() == Snippet.Kind.TYPE_DECL) {
            return false;
        }
        cells.put(earlier.id(), part.origin());
        return true;
    }

    private void noteLostVariables(List<SnippetEvent> events, Set<String> lost) {
        inProcess.ifPresent(execution -> lost.addAll(execution.takeLostVariables()));
        for (var event : events) {
            if (event.causeSnippet() != null
                    && event.snippet() instanceof VarSnippet variable
                    && event.previousStatus().isDefined()
                    && (event.status() == Snippet.Status.REJECTED
                            || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED)) {
                lost.add(variable.name());
            }
        }
    }

    private Optional<Object> valueOf(SnippetEvent event) {
        if (event.value() == null) {
            return Optional.empty();
        }
        var value = inProcess.isPresent()
                ? inProcess.get().take(event.value())
                : Optional.<Object>of(event.value()).filter(text -> !text.equals("null") && !text.equals(""));
        return switch (event.snippet().subKind()) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> value;
            default -> Optional.empty();
        };
    }

    private CellOutcome ended() {
        var message = "The process that runs the cells has ended.";
        return new CellOutcome.Threw(
                ExecutionControl.EngineTerminationException.class.getName(),
                message,
                List.of(message),
                Optional.empty());
    }

    /**
     * JShell makes every type public, after which Java 17 demands that a record's own constructor be public too, though
     * the reader wrote neither.
     */
    private Optional<Part> withPublicConstructor(Part part, Snippet rejected) {
        return shell.diagnostics(rejected)
                .filter(diagnostic ->
                        "compiler.err.invalid.canonical.constructor.in.record".equals(diagnostic.getCode())
                                && diagnostic.getMessage(Locale.ENGLISH).contains("stronger access"))
                .map(diagnostic -> (int) diagnostic.getStartPosition())
                .filter(start -> start > 0 && start < part.source().length())
                .findFirst()
                .map(start -> new Part(
                        part.source().substring(0, start) + "public "
                                + part.source().substring(start),
                        part.origin(),
                        part.names()));
    }

    /** Puts a part behind the declarations in the rest of the cell, so that it can use them; false if there are none. */
    private boolean hoistDeclarations(Part failed, Deque<Part> parts) {
        var analysis = shell.sourceCodeAnalysis();
        var hoisted = new ArrayList<Part>();
        for (var part : parts) {
            var kind = analysis.sourceToSnippets(part.source()).stream()
                    .findFirst()
                    .map(Snippet::kind)
                    .orElse(Snippet.Kind.ERRONEOUS);
            if (kind == Snippet.Kind.METHOD || kind == Snippet.Kind.TYPE_DECL || kind == Snippet.Kind.IMPORT) {
                hoisted.add(part);
            }
        }
        parts.removeAll(hoisted);
        parts.addFirst(failed);
        for (var i = hoisted.size() - 1; i >= 0; i--) {
            parts.addFirst(hoisted.get(i));
        }
        return !hoisted.isEmpty();
    }

    /** Tells the faults further down too, as far as they can be known without running anything. */
    private CellOutcome.CompileFailed withFaultsOf(Deque<Part> later, Part failed, CellOutcome.CompileFailed outcome) {
        if (inProcess.isEmpty() || later.isEmpty()) {
            return outcome;
        }
        var all = new ArrayList<>(outcome.problems());
        all.addAll(laterFaults.problems(
                freshScope(),
                failed.source(),
                later.stream()
                        .filter(part -> part != failed)
                        .map(part -> new LaterFaults.Part(part.source(), part.origin()))
                        .toList()));
        return failed(all.stream().distinct().limit(MOST_PROBLEMS).toList());
    }

    private static CellOutcome.CompileFailed failed(List<Problem> problems) {
        return new CellOutcome.CompileFailed(
                problems,
                problems.stream().flatMap(problem -> problem.lines().stream()).toList());
    }

    /** What is wrong with a snippet; the compiler's places become those of the origin. */
    private CellOutcome.CompileFailed rejected(Snippet snippet, CellMap.Origin origin, LongUnaryOperator written) {
        var problems = shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(diagnostic -> CellMap.problem(
                        origin,
                        written.applyAsLong(diagnostic.getStartPosition()),
                        written.applyAsLong(diagnostic.getPosition()),
                        written.applyAsLong(diagnostic.getEndPosition()),
                        messageOf(diagnostic) + advice(diagnostic, snippet)))
                .distinct()
                .toList();
        if (problems.isEmpty()) {
            var line = SourceLines.lineAt(origin.cell(), origin.offset());
            problems = List.of(
                    new Problem(origin.label(), line, 1, "This is not valid Java.", origin.sourceLine(line), 1));
        }
        return failed(problems.stream().limit(MOST_PROBLEMS).toList());
    }

    private String advice(Diag diagnostic, Snippet snippet) {
        return inProcess.isEmpty()
                ? ""
                : advice.about(diagnostic.getCode(), diagnostic.getMessage(Locale.ENGLISH), snippet.source(), (int)
                                diagnostic.getEndPosition())
                        .map(hint -> "\n" + hint)
                        .orElse("");
    }

    private static String messageOf(Diag diagnostic) {
        return Problem.cleaned(diagnostic.getMessage(Locale.ENGLISH));
    }

    private CellOutcome.Threw threw(jdk.jshell.JShellException exception) {
        var thrown = inProcess.flatMap(InProcessExecution::takeThrown);
        var unresolved = exception instanceof UnresolvedReferenceException reference
                ? explain(reference.getSnippet()).orElse("Something it uses is not declared.")
                : "";
        var suppressed = new ArrayList<String>();
        thrown.ifPresent(original -> {
            for (var each : original.getSuppressed()) {
                suppressed.add("Suppressed: " + Tracebacks.withoutGeneratedNames(each.toString()));
            }
        });
        return new CellOutcome.Threw(
                Tracebacks.className(exception),
                Tracebacks.message(exception, unresolved),
                tracebacks.lines(exception, unresolved, suppressed),
                thrown);
    }

    /** Whether a declaration is understood, but cannot become a class file, as with a text that is too long. */
    private boolean cannotBeGenerated(Snippet snippet, Snippet.Status status) {
        return status == Snippet.Status.RECOVERABLE_NOT_DEFINED
                && snippet instanceof DeclarationSnippet declaration
                && shell.unresolvedDependencies(declaration).findAny().isEmpty()
                && shell.diagnostics(snippet).anyMatch(Diag::isError);
    }

    /**
     * JShell's compilers keep what could not be written and fail ever after; a new class path gives new compilers. Where
     * cells run elsewhere this process's own class path is none of their business, so that evaluator has come to its end.
     */
    private void clearCompiler() {
        if (inProcess.isEmpty()) {
            terminated = true;
            return;
        }
        shell.addToClasspath(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))[0]);
    }

    private static List<String> declaring(String name, Collection<Part> parts) {
        return parts.stream()
                .filter(part -> part.names().contains(name))
                .map(Part::source)
                .toList();
    }

    private void replace(Snippet earlier, Snippet now) {
        cells.replace(earlier.id(), now.id());
        declarations.replaceAll((source, snippet) -> snippet.equals(earlier) ? now : snippet);
        if (now instanceof MethodSnippet method) {
            methodsOfCells.values().stream()
                    .filter(methods -> methods.contains(earlier))
                    .forEach(methods -> methods.add(method));
        }
    }

    private void remember(
            CellText cell, Part part, Snippet snippet, Set<String> declared, Set<DeclarationSnippet> unresolved) {
        if (snippet instanceof VarSnippet variable) {
            declared.add(variable.name());
            unresolved.add(variable);
        } else if (snippet instanceof DeclarationSnippet declaration) {
            declarations.put(part.source().strip(), snippet);
            unresolved.add(declaration);
            if (snippet instanceof MethodSnippet method && !cell.id().isBlank()) {
                methodsOfCells.computeIfAbsent(cell.id(), id -> new HashSet<>()).add(method);
            }
        } else if (snippet.kind() == Snippet.Kind.IMPORT) {
            declarations.put(part.source().strip(), snippet);
        }
    }

    private List<String> warnings(Set<DeclarationSnippet> declarations, Set<String> lost, Set<String> declared) {
        var warnings = new ArrayList<String>();
        for (var declaration : declarations) {
            explain(declaration).ifPresent(warnings::add);
        }
        for (var variable : lost) {
            if (!declared.contains(variable)) {
                warnings.add("The variable " + variable + " is empty now, because something it is made of was declared"
                        + " anew: run the cell that fills it again.");
            }
        }
        return warnings;
    }

    /** Says what keeps a declaration from being used; empty if nothing does. */
    private Optional<String> explain(DeclarationSnippet declaration) {
        var status = shell.status(declaration);
        if (status != Snippet.Status.RECOVERABLE_DEFINED && status != Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            return Optional.empty();
        }
        var missing = shell.unresolvedDependencies(declaration).toList();
        var name = declaration instanceof MethodSnippet method
                ? method.name() + "(" + method.parameterTypes() + ")"
                : declaration.name();
        var hints = inProcess.isEmpty()
                ? ""
                : missing.stream()
                        .flatMap(each -> advice.aboutMissing(each, declaration.source()).stream())
                        .distinct()
                        .map(hint -> " " + hint)
                        .collect(Collectors.joining());
        return Optional.of(name + " cannot be used yet: "
                + (missing.isEmpty()
                        ? fault(declaration)
                        : String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " not declared.")
                + hints);
    }

    /** What the compiler says first, on one line. */
    private String fault(Snippet snippet) {
        return shell.diagnostics(snippet)
                .filter(Diag::isError)
                .findFirst()
                .map(error -> messageOf(error)
                                .lines()
                                .map(line -> line.strip().replaceFirst("[;:]$", ""))
                                .collect(Collectors.joining("; "))
                        + ".")
                .orElse("it has errors.");
    }

    /**
     * Keeps what is declared so far, such as what start-up scripts declare, from being forgotten by {@link #forgetAll}.
     */
    public void keepDeclarations() {
        locked(() -> kept.addAll(shell.snippets().map(Snippet::id).toList()));
    }

    /**
     * Drops everything that cells have declared: variables with their values, methods, types, imports.
     *
     * @return how many declarations were dropped
     */
    public int forgetAll() {
        return forget(snippet -> true);
    }

    /**
     * Drops what has a certain name.
     *
     * @param name the name of a variable, of methods, or of a type
     * @return how many declarations were dropped
     */
    public int forget(String name) {
        return forget(snippet -> snippet instanceof DeclarationSnippet declaration
                && declaration.name().equals(name));
    }

    private int forget(Predicate<Snippet> which) {
        return locked(() -> {
            var dropped = shell.snippets()
                    .filter(snippet -> shell.status(snippet).isActive()
                            && snippet instanceof PersistentSnippet
                            && !kept.contains(snippet.id())
                            && which.test(snippet))
                    .toList();
            freeValues(dropped);
            dropped.forEach(shell::drop);
            declarations.values().removeAll(dropped);
            methodsOfCells.values().forEach(methods -> methods.removeAll(dropped));
            return dropped.size();
        });
    }

    /** The class that holds a variable stays for ever, so its value must not. */
    private void freeValues(List<Snippet> dropped) {
        var assignments = dropped.stream()
                .filter(snippet -> snippet instanceof VarSnippet variable
                        && shell.status(snippet) == Snippet.Status.VALID
                        && !PRIMITIVES.contains(variable.typeName()))
                .map(snippet -> ((VarSnippet) snippet).name() + " = null;")
                .collect(Collectors.joining(" "));
        if (!assignments.isEmpty()) {
            eval("{ " + assignments + " }");
        }
    }

    /**
     * Measures what code of cells costs from now on.
     *
     * @return the meter, to be stopped
     */
    public CellMeter startMeter() {
        return inProcess.map(InProcessExecution::startMeter).orElseGet(() -> new CellMeter(() -> {}));
    }

    /** Stops the running cell, at once or in stages; does nothing when no cell runs. */
    public void interrupt() {
        if (announced || running) {
            // In this order: who starts to run looks at the request after it says that it runs.
            stopRequested = true;
            if (running) {
                shell.stop();
            }
        }
    }

    /**
     * Adds jars or class folders to what cells can use.
     *
     * @param entries files or folders that exist
     */
    public void addToClassPath(List<Path> entries) {
        if (entries.isEmpty()) {
            return;
        }
        classPath.addAll(entries);
        locked(() -> {
            // One call, since JShell rebuilds its compiler on each.
            scopeStale = true;
            shell.addToClasspath(String.join(
                    File.pathSeparator, entries.stream().map(Path::toString).toList()));
            return null;
        });
    }

    /**
     * Does something with JShell while no other thread does: all access to {@link #shell()} beside the methods of this
     * class goes through here.
     *
     * @param <T> the type of the result
     * @param task what to do
     * @return what the task returned
     */
    public <T> T locked(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What answers questions about code that is being written.
     *
     * @return the tools, to be asked with {@link #scope}
     */
    public LanguageTools language() {
        return language;
    }

    /**
     * What the next cell will see. While JShell is busy for long, the answer is what was seen before.
     *
     * @return a picture of the notebook
     */
    public CellScope scope() {
        var known = lastScope;
        if (known.isPresent() && !scopeStale) {
            return known.get();
        }
        var locked = false;
        try {
            locked =
                    lock.tryLock(known.isPresent() ? LONGEST_WAIT_FOR_SCOPE_MS : Long.MAX_VALUE, TimeUnit.MILLISECONDS);
            return locked ? freshScope() : known.orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known.orElseThrow(() -> new IllegalStateException("Interrupted while the kernel starts."));
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
    }

    private CellScope freshScope() {
        scopeStale = false;
        var wrapped = shell.sourceCodeAnalysis().wrappers("0;").get(0).wrapped();
        var end = WRAPPER.matcher(wrapped);
        var header = end.find() ? wrapped.substring(0, end.start() + 1) : "";
        var declared = new HashMap<String, List<CellScope.Declaration>>();
        declarations().forEach(snippet -> declared.computeIfAbsent(snippet.name(), name -> new ArrayList<>())
                .add(new CellScope.Declaration(
                        cells.label(snippet.id()), overloads.source(snippet).strip())));
        var scope = new CellScope(
                header,
                inProcess.map(execution -> execution.loader().classFiles()).orElse(Map.of()),
                List.copyOf(classPath),
                declared,
                name -> valueOf(header, name));
        lastScope = Optional.of(scope);
        return scope;
    }

    private Optional<String> valueOf(String header, String variable) {
        var holder = Pattern.compile("import static (REPL\\.\\$JShell\\$\\w+)\\." + Pattern.quote(variable) + ";")
                .matcher(header);
        if (inProcess.isEmpty() || !holder.find()) {
            return Optional.empty();
        }
        try {
            var field = inProcess.get().loader().loadClass(holder.group(1)).getField(variable);
            field.setAccessible(true);
            return ValueText.of(field.get(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    /**
     * What cells have declared, whether it can be used yet or not.
     *
     * @return variables, methods and types
     */
    public List<DeclarationSnippet> declarations() {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive())
                .filter(DeclarationSnippet.class::isInstance)
                .map(DeclarationSnippet.class::cast)
                .toList();
    }

    /**
     * The JShell that holds the declarations of all cells.
     *
     * @return the shell
     */
    public JShell shell() {
        return shell;
    }

    /**
     * The class loader that cell code has.
     *
     * @return the loader of cells that run in this process; empty if they run elsewhere
     */
    public Optional<ClassLoader> cellLoader() {
        return inProcess.map(InProcessExecution::loader);
    }

    /**
     * Whether cells can be evaluated.
     *
     * @return false once the evaluator is closed or its execution process has ended
     */
    public boolean isAlive() {
        return !terminated;
    }

    /** Ends the shell; variables are lost. */
    @Override
    public void close() {
        shell.close();
    }

    /** Describes an evaluator. */
    public static final class Builder {

        private List<Path> classPath = List.of();
        private List<String> imports = List.of();
        private List<String> compilerOptions = COMPILER_OPTIONS;
        private Optional<ExecutionControlProvider> execution = Optional.empty();
        private Map<String, String> executionParameters = Map.of();
        private Supplier<List<String>> earlierCells = List::of;
        private ClassLoader parentLoader = Evaluator.class.getClassLoader();

        private Builder() {}

        /**
         * Adds to what cells compile against, beside this process's own class path.
         *
         * @param entries jars and class folders
         * @return this builder
         */
        public Builder classPath(List<Path> entries) {
            classPath = List.copyOf(entries);
            return this;
        }

        /**
         * Chooses what is imported before the first cell. An import of something that is not on the class path is left
         * out silently, so that one list serves class paths of different size.
         *
         * @param declarations import declarations, each with its semicolon
         * @return this builder
         */
        public Builder imports(List<String> declarations) {
            imports = List.copyOf(declarations);
            return this;
        }

        /**
         * Replaces the options of the compiler.
         *
         * @param options options of javac; by default {@link Evaluator#COMPILER_OPTIONS}
         * @return this builder
         */
        public Builder compilerOptions(List<String> options) {
            compilerOptions = List.copyOf(options);
            return this;
        }

        /**
         * Chooses where cells run.
         *
         * @param provider makes the execution control
         * @param parameters what the provider wants to know
         * @return this builder
         */
        public Builder execution(ExecutionControlProvider provider, Map<String, String> parameters) {
            execution = Optional.of(provider);
            executionParameters = Map.copyOf(parameters);
            return this;
        }

        /**
         * Tells what earlier sessions of the notebook ran, so that errors can say where a missing name was declared.
         *
         * @param cells gives the texts of cells, the oldest first; asked when there is such an error
         * @return this builder
         */
        public Builder earlierCells(Supplier<List<String>> cells) {
            earlierCells = cells;
            return this;
        }

        /**
         * Starts JShell and evaluates the imports.
         *
         * @return an evaluator, to be closed after use
         * @throws IllegalStateException if the execution control cannot be started
         */
        public Evaluator build() {
            return new Evaluator(this);
        }
    }
}
