package org.tinybabel.grader;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tinybabel.grader.GradedSubmission.CellProblem;
import org.tinybabel.grader.agent.Bindings;
import org.tinybabel.grader.api.Student;
import org.tinybabel.grader.remote.AgentProgram;
import org.tinybabel.grader.remote.Isolation;
import org.tinybabel.grader.remote.RemoteExecution;
import org.tinybabel.grader.remote.StudentProcess;
import org.tinybabel.grader.remote.StudentProcessDied;
import org.tinybabel.grader.remote.Wire;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.eval.StartupImports;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * One notebook, executed in a student process, ready for calls. When the process dies, in a cell or in a call, a new one is
 * started and the cells are replayed without the one that was fatal: a single {@code System.exit} must not cost the other
 * questions.
 */
final class NotebookRun implements Student.Answer, AutoCloseable {

    /** Marks a cell that takes long and on which no method depends, such as a training run: it is not graded. */
    private static final String HEAVY = "heavy";

    private static final int MOST_RESTARTS = 12;

    /** A method may end its process for one input and be right for others; one that always does only costs time. */
    private static final int MOST_DEATHS_OF_A_METHOD = 3;

    private static final int MOST_CHARACTERS_OF_A_PROBLEM = 4000;

    private final List<String> cells = new ArrayList<>();
    private final ExerciseTests tests;
    private final AgentProgram program;
    private final Isolation isolation;
    private final Limits limits;
    private final CompilerWatch watch;
    private Instant deadline;
    private final Map<Integer, String> problems = new TreeMap<>();
    private final Map<Integer, String> outputs = new TreeMap<>();
    private final Map<Integer, String> fatal;
    private final Map<String, String> unbound = new HashMap<>();
    private final Map<String, Integer> deaths = new HashMap<>();
    private final StageMeter meter = new StageMeter(this::studentTime);
    private Session session;
    private Optional<Session> starting = Optional.empty();
    private int starts;
    private boolean firstCall;
    private Duration usedBefore = Duration.ZERO;
    private Duration spentOnOthers = Duration.ZERO;
    private Optional<Declarations> beneath = Optional.empty();
    private final Set<String> lost = new HashSet<>();

    private record Session(StudentProcess process, Evaluator evaluator) implements AutoCloseable {

        @Override
        public void close() {
            evaluator.close();
            process.close();
        }
    }

    /**
     * Prepares to run a notebook.
     *
     * @param leftOut code cells, from 0, that must not be compiled, and why
     */
    NotebookRun(
            Notebook notebook,
            ExerciseTests tests,
            AgentProgram program,
            Isolation isolation,
            Limits limits,
            CompilerWatch watch,
            Map<Integer, String> leftOut) {
        notebook.codeCells()
                .forEach(cell -> cells.add(cell.tags().contains(HEAVY) ? "" : withoutMagics(cell.source())));
        this.tests = tests;
        this.program = program;
        this.isolation = isolation;
        this.limits = limits;
        this.watch = watch;
        this.deadline = Instant.now().plus(limits.submission().clock());
        this.fatal = new HashMap<>(leftOut);
        leaveOutWhatIsTooLong();
    }

    /** Lines stay where they are, so that messages name the right ones. */
    private static String withoutMagics(String source) {
        return source.lines().map(line -> line.startsWith("%") ? "" : line).collect(Collectors.joining("\n"));
    }

    private void leaveOutWhatIsTooLong() {
        var total = 0;
        for (var i = 0; i < cells.size(); i++) {
            var length = cells.get(i).length();
            total += length;
            if (length > Limits.MOST_CHARACTERS_OF_A_CELL) {
                fatal.put(
                        i,
                        "The cell was left out: it has " + length + " characters, and "
                                + Limits.MOST_CHARACTERS_OF_A_CELL + " are compiled at most.");
            } else if (total > Limits.MOST_CHARACTERS) {
                fatal.put(
                        i,
                        "The cell was left out: the cells up to here have more than " + Limits.MOST_CHARACTERS
                                + " characters.");
            }
        }
    }

    /** Runs the cells if no process holds their state. */
    void ensureStarted() {
        while (session == null) {
            if (Instant.now().isAfter(deadline) || left().isNegative() || left().isZero()) {
                throw new StudentProcessDied("The notebook has used up its time: "
                        + limits.submission().processor().toSeconds()
                        + " s of processor time for all cells and calls.");
            }
            if (++starts > MOST_RESTARTS) {
                throw new StudentProcessDied("The notebook ended its process " + MOST_RESTARTS + " times.");
            }
            start();
        }
    }

    private Duration left() {
        return limits.submission().processor().minus(studentTime()).plus(spentOnOthers);
    }

    /** The processor time of all student processes so far. */
    Duration studentTime() {
        return Optional.ofNullable(session)
                .or(() -> starting)
                .map(running -> usedBefore.plus(running.process().processorTime()))
                .orElse(usedBefore);
    }

    /** Where the processor time went so far. */
    List<Costs.Stage> stages() {
        return meter.stages();
    }

    /** How many student processes there were. */
    int processes() {
        return starts;
    }

    private void start() {
        meter.enter("start");
        var opened = open();
        starting = Optional.of(opened);
        meter.enter("cells");
        for (var i = 0; i < cells.size(); i++) {
            if (fatal.containsKey(i)) {
                problems.put(i, fatal.get(i));
            } else if (!evaluate(opened, i)) {
                fatal.put(i, problems.get(i));
                end(opened);
                return;
            }
        }
        session = opened;
        starting = Optional.empty();
        meter.enter("binding");
        bind();
        meter.enter("tests");
        firstCall = true;
    }

    private void end(Session ended) {
        ended.close();
        usedBefore = usedBefore.plus(ended.process().processorTime());
        starting = Optional.empty();
        session = null;
        lost.clear();
    }

    private Session open() {
        try {
            var process = StudentProcess.start(program, isolation);
            var evaluator = Evaluator.builder()
                    .compilerOptions(compilerOptions())
                    .imports(StartupImports.kit())
                    .execution(new RemoteExecution(process, () -> limits.cell().atMost(left(process))), Map.of())
                    .build();
            return new Session(process, evaluator);
        } catch (IOException e) {
            throw new InfrastructureFailure(
                    "no process could be started for the notebook (" + e.getMessage() + ").", e);
        }
    }

    private Duration left(StudentProcess process) {
        return limits.submission()
                .processor()
                .plus(spentOnOthers)
                .minus(usedBefore)
                .minus(process.recentProcessorTime());
    }

    /** The compiler sees what the student's process sees: not this process's own class path with the hidden tests. */
    private List<String> compilerOptions() {
        var path = program.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of("-g", "-parameters", "-proc:none", "-classpath", path);
    }

    /**
     * Adds a cell below the others and runs it with a budget of its own. The others are not run again, unless no process
     * holds their state.
     */
    void append(String source) {
        spentOnOthers = studentTime();
        deadline = Instant.now().plus(limits.submission().clock());
        starts = 0;
        deaths.clear();
        ensureStarted();
        var alive = evaluateAppended(withoutMagics(source));
        if (alive && Declarations.areUsed(session.evaluator().shell(), lost)) {
            // Only now is it known that the cell uses what an earlier one has cost its value.
            cells.remove(cells.size() - 1);
            end(session);
            ensureStarted();
            alive = evaluateAppended(withoutMagics(source));
        }
        if (alive) {
            meter.enter("binding");
            bind();
            meter.enter("tests");
            firstCall = true;
        } else {
            fatal.put(cells.size() - 1, problems.get(cells.size() - 1));
            end(session);
        }
    }

    private boolean evaluateAppended(String source) {
        var before = new Declarations(session.evaluator().shell());
        beneath = Optional.of(before);
        cells.add(source);
        var alive = evaluate(session, cells.size() - 1);
        before.endOfCell();
        return alive;
    }

    /** The names of the methods that the last appended cell has changed; empty if it may have changed anything else. */
    Optional<Set<String>> changedMethods() {
        return session == null ? Optional.empty() : beneath.flatMap(Declarations::changedMethods);
    }

    /** Takes the cell away that was added last, and all that it has declared; if that can't be done, the process too. */
    void takeBack() {
        var last = cells.size() - 1;
        cells.remove(last);
        problems.remove(last);
        outputs.remove(last);
        fatal.remove(last);
        if (session != null) {
            var shell = session.evaluator().shell();
            if (beneath.filter(before -> before.areOf(shell) && before.restore(session.evaluator()))
                    .isEmpty()) {
                end(session);
            } else {
                session.process().takeOutput();
                lost.addAll(beneath.orElseThrow().lost());
            }
        }
        beneath = Optional.empty();
    }

    /** Runs one cell; false if it must not be run again: the process died of it, or the compiler did. */
    private boolean evaluate(Session in, int index) {
        watch.compiling(index + 1);
        problems.remove(index);
        try {
            describe(in.evaluator().evaluate(cells.get(index), index + 1))
                    .ifPresent(problem -> problems.put(index, problem));
        } catch (InfrastructureFailure | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // JShell closes itself when the process ends; anything else is a compiler that tripped over the cell.
            problems.put(
                    index, "The compiler failed on this cell: " + e.getClass().getSimpleName() + ".");
        }
        outputs.put(index, in.process().takeOutput());
        in.process().death().ifPresent(why -> problems.put(index, why));
        return in.process().death().isEmpty() && in.evaluator().isAlive();
    }

    private static Optional<String> describe(CellOutcome outcome) {
        if (outcome instanceof CellOutcome.CompileFailed failed) {
            return Optional.of(String.join("\n", failed.traceback()));
        }
        if (outcome instanceof CellOutcome.Threw threw) {
            return Optional.of(String.join("\n", threw.traceback()));
        }
        return Optional.empty();
    }

    /** Binds all methods at once, which is one compilation; if that fails, each on its own, to find out which. */
    private void bind() {
        watch.compiling(0);
        unbound.clear();
        var methods = tests.methods();
        var together = methods.stream().map(ContractBinding::snippet).collect(Collectors.joining("\n", "{\n", "\n}"));
        if (!bound(together)) {
            for (var method : methods) {
                if (!bound(ContractBinding.snippet(method))) {
                    unbound.put(
                            Bindings.signature(method),
                            "The notebook has no method that fits the contract: " + ContractBinding.declaration(method)
                                    + ". Does its cell compile, and is its first line unchanged?");
                }
            }
        }
        session.process().takeOutput();
    }

    private boolean bound(String snippet) {
        return session.evaluator().evaluate(snippet, 0) instanceof CellOutcome.Completed completed
                && completed.warnings().isEmpty();
    }

    /** A new process for a test that wants one does not count as one that the student's code has ended. */
    @Override
    public void startAfresh() {
        if (session != null) {
            close();
            starts--;
        }
    }

    @Override
    public Set<Integer> changedArguments() {
        return Optional.ofNullable(session)
                .map(running -> running.process().changedArguments())
                .orElse(Set.of());
    }

    @Override
    public Object call(Method method, Object[] arguments) throws Throwable {
        var signature = Bindings.signature(method);
        if (deaths.getOrDefault(signature, 0) >= MOST_DEATHS_OF_A_METHOD) {
            throw new StudentProcessDied(method.getName() + " ended the program " + MOST_DEATHS_OF_A_METHOD
                    + " times, or had to be ended, and is not called any more.");
        }
        ensureStarted();
        var missing = unbound.get(signature);
        if (missing != null) {
            throw new AssertionError(missing);
        }
        var request = new JsonObject();
        request.addProperty("do", "call");
        request.addProperty("signature", signature);
        var encoded = new JsonArray();
        for (var i = 0; i < arguments.length; i++) {
            encoded.add(Wire.encode(arguments[i], method.getGenericParameterTypes()[i]));
        }
        request.add("arguments", encoded);
        // The first call also loads and links classes, which is none of the student's business.
        var budget = firstCall ? limits.call().times(2) : limits.call();
        firstCall = false;
        try {
            return session.process().call(request, method, budget.atMost(left(session.process())));
        } catch (StudentProcessDied e) {
            deaths.merge(signature, 1, Integer::sum);
            close();
            throw e;
        }
    }

    /** Forgets what calls have printed, which may tell hidden arguments. */
    void dropOutput() {
        if (session != null) {
            session.process().takeOutput();
        }
    }

    /**
     * The cells that did not end well, and those that printed something.
     *
     * @return one entry for each cell that did not end well, top to bottom
     */
    List<CellProblem> problems() {
        var list = new ArrayList<CellProblem>();
        problems.forEach((cell, message) ->
                list.add(new CellProblem(cell + 1, shortened(message), outputs.getOrDefault(cell, ""))));
        return list;
    }

    private static String shortened(String message) {
        return message.length() <= MOST_CHARACTERS_OF_A_PROBLEM
                ? message
                : message.substring(0, MOST_CHARACTERS_OF_A_PROBLEM) + " …";
    }

    @Override
    public void close() {
        if (session != null) {
            end(session);
        }
    }
}
