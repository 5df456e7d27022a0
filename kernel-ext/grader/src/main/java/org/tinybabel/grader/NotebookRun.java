package org.tinybabel.grader;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tinybabel.grader.GradedSubmission.CellProblem;
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
final class NotebookRun implements AutoCloseable {

    private static final int MOST_RESTARTS = 8;

    private final List<String> cells;
    private final ExerciseTests tests;
    private final List<Path> classPath;
    private final Limits limits;
    private final Instant deadline;
    private final Map<Integer, String> problems = new TreeMap<>();
    private final Set<Integer> fatal = new HashSet<>();
    private final Map<String, String> unbound = new HashMap<>();
    private Session session;
    private int starts;

    private record Session(StudentProcess process, Evaluator evaluator) implements AutoCloseable {

        @Override
        public void close() {
            evaluator.close();
            process.close();
        }
    }

    NotebookRun(Notebook notebook, ExerciseTests tests, List<Path> classPath, Limits limits) {
        this.cells = notebook.codeCells().stream()
                .map(cell -> withoutMagics(cell.source()))
                .toList();
        this.tests = tests;
        this.classPath = classPath;
        this.limits = limits;
        this.deadline = Instant.now().plus(limits.submission());
    }

    private static String withoutMagics(String source) {
        return source.lines().filter(line -> !line.startsWith("%")).collect(Collectors.joining("\n"));
    }

    /** Runs the cells if no process holds their state. */
    void ensureStarted() {
        while (session == null) {
            if (Instant.now().isAfter(deadline)) {
                throw new StudentProcessDied("The notebook has used up its time of "
                        + limits.submission().toSeconds() + " s.");
            }
            if (++starts > MOST_RESTARTS) {
                throw new StudentProcessDied("The notebook ended its process " + MOST_RESTARTS + " times.");
            }
            start();
        }
    }

    private void start() {
        var opened = open();
        for (var i = 0; i < cells.size(); i++) {
            if (!fatal.contains(i) && !evaluate(opened, i)) {
                fatal.add(i);
                opened.close();
                return;
            }
        }
        session = opened;
        bind();
    }

    private Session open() {
        try {
            var process = StudentProcess.start(tests.contract(), classPath);
            var evaluator = Evaluator.builder()
                    .compilerOptions(compilerOptions())
                    .imports(StartupImports.kit())
                    .execution(new RemoteExecution(process, limits.cell()), Map.of())
                    .build();
            return new Session(process, evaluator);
        } catch (IOException e) {
            throw new InfrastructureFailure(
                    "The grader could not start a process for the notebook: " + e.getMessage(), e);
        }
    }

    /** The compiler sees what the student's process sees: not this process's own class path with the hidden tests. */
    private List<String> compilerOptions() {
        var path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of("-g", "-parameters", "-proc:none", "-classpath", path);
    }

    /** Runs one cell; false if the process died of it. */
    private boolean evaluate(Session in, int index) {
        var outcome = outcome(in, index);
        if (in.process().death().isPresent()) {
            problems.put(index, in.process().death().get());
            return false;
        }
        if (outcome instanceof CellOutcome.CompileFailed failed) {
            problems.put(index, String.join("\n", failed.traceback()));
        } else if (outcome instanceof CellOutcome.Threw threw) {
            problems.put(index, String.join("\n", threw.traceback()));
        }
        return true;
    }

    private CellOutcome outcome(Session in, int index) {
        try {
            return in.evaluator().evaluate(cells.get(index), index + 1);
        } catch (IllegalStateException e) {
            // JShell closes itself when the process ends; anything else is a fault of ours.
            if (in.process().death().isEmpty()) {
                throw new InfrastructureFailure(
                        "The compiler failed on cell " + (index + 1) + ": " + e.getMessage(), e);
            }
            return new CellOutcome.Interrupted(false);
        }
    }

    private void bind() {
        unbound.clear();
        for (var method : tests.methods()) {
            var outcome = session.evaluator().evaluate(ContractBinding.snippet(method), 0);
            if (!(outcome instanceof CellOutcome.Completed)) {
                unbound.put(
                        method.getName(),
                        "The notebook has no method that fits the contract: " + ContractBinding.declaration(method)
                                + ". Does its cell compile, and is its first line unchanged?");
            }
        }
    }

    /**
     * Calls a student's method.
     *
     * @param method the contract method
     * @param arguments its arguments
     * @return what came back, converted by the contract's type
     * @throws Throwable what the student's method threw; an {@link AssertionError} if it could not be called
     */
    Object call(Method method, Object[] arguments) throws Throwable {
        ensureStarted();
        var missing = unbound.get(method.getName());
        if (missing != null) {
            throw new AssertionError(missing);
        }
        var request = new JsonObject();
        request.addProperty("do", "call");
        request.addProperty("method", method.getName());
        var encoded = new JsonArray();
        for (var i = 0; i < arguments.length; i++) {
            encoded.add(Wire.encode(arguments[i], method.getGenericParameterTypes()[i]));
        }
        request.add("arguments", encoded);
        try {
            return session.process().call(request, method, limits.call());
        } catch (StudentProcessDied e) {
            close();
            throw e;
        }
    }

    /**
     * The cells that did not end well.
     *
     * @return one entry for each, top to bottom
     */
    List<CellProblem> problems() {
        var list = new ArrayList<CellProblem>();
        problems.forEach((cell, message) -> list.add(new CellProblem(cell + 1, message, "")));
        return list;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
