package org.tinybabel.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.tinybabel.display.Action;
import org.tinybabel.display.Knob;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.display.Renderers;
import org.tinybabel.kernel.StartUp.TimeLimit;
import org.tinybabel.kernel.eval.CellMeter;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.magic.IsolatedCellException;
import org.tinybabel.kernel.magic.MagicCell;
import org.tinybabel.kernel.magic.MagicException;
import org.tinybabel.kernel.magic.Magics;
import org.tinybabel.kernel.protocol.Message;

/** Runs one cell after the other and reports what comes of it. Used on the shell thread only. */
final class CellRunner {

    /** Sends an output that belongs to a request. */
    interface Publisher {
        void publish(String type, Optional<Message> request, JsonObject content);
    }

    private final Evaluator evaluator;
    private final Requests requests;
    private final OutputStreams streams;
    private final Publisher publisher;
    private final History history;
    private final Recordings recordings;
    private final Set<Object> displayed = ConcurrentHashMap.newKeySet();
    private final Magics magics;
    private final StartUp startUp;
    private final List<String> startUpProblems = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "timeout");
        thread.setDaemon(true);
        return thread;
    });
    private int count;

    CellRunner(
            Evaluator evaluator,
            Requests requests,
            OutputStreams streams,
            Publisher publisher,
            History history,
            Recordings recordings,
            Magics magics,
            StartUp startUp) {
        this.evaluator = evaluator;
        this.requests = requests;
        this.streams = streams;
        this.publisher = publisher;
        this.history = history;
        this.recordings = recordings;
        this.magics = magics;
        this.startUp = startUp;
        evaluator.goLive();
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Remembers the name of an output, so that it is not shown as the value of the call that made it. */
    void noteDisplayed(String displayId) {
        displayed.add(displayId);
    }

    /**
     * Does what the environment asks for. What fails is reported by the first cell, since before it there is no place
     * where the reader would see it.
     */
    void runStartUp() {
        startUpProblems.addAll(startUp.problems());
        evaluator.addToClassPath(startUp.classPath());
        for (var script : startUp.scripts()) {
            try {
                var source = MagicCell.parse(script.source(), magics).code();
                shown(evaluator.evaluateScript(source, script.source(), script.label()), Optional.empty());
            } catch (CellError e) {
                startUpProblems.add(
                        "The start-up script " + script.label() + " failed:\n" + String.join("\n", e.traceback));
            } catch (MagicException e) {
                startUpProblems.add("The start-up script " + script.label() + " failed: " + e.getMessage());
            }
        }
        evaluator.keepDeclarations();
    }

    /** Has the compiler and the renderers loaded before the first cell needs them, unless that is already waiting. */
    void warmUp(BooleanSupplier idle) {
        if (idle.getAsBoolean()) {
            evaluator.evaluate("{ }", 0);
        }
        if (idle.getAsBoolean() && evaluator.evaluate("1 + 1", 0) instanceof CellOutcome.Completed done) {
            Renderers.render(done.value().orElse(""));
        }
    }

    /** Runs a cell; returns the content of the reply. */
    JsonObject run(Message request, String code) {
        return evaluator.asOneCell(() -> runNow(request, code));
    }

    private JsonObject runNow(Message request, String code) {
        requests.setCurrent(request);
        displayed.clear();
        var silent = request.flag("silent", false);
        var stored = !silent && request.flag("store_history", true);
        if (stored) {
            count++;
        }
        if (!silent) {
            var content = new JsonObject();
            content.addProperty("code", code);
            content.addProperty("execution_count", count);
            publisher.publish("execute_input", Optional.of(request), content);
        }
        var shown = Optional.<MimeBundle>empty();
        var error = Optional.<JsonObject>empty();
        try {
            shown = evaluate(request, code);
        } catch (CellError e) {
            error = Optional.of(Replies.error(e.name, e.getMessage(), Emphasis.of(e.traceback)));
        }
        streams.flush();
        if (stored) {
            history.add(
                    count,
                    code,
                    shown.map(bundle -> String.valueOf(bundle.data().get(MimeBundle.TEXT)))
                            .orElse(""));
        }
        if (shown.isPresent() && !silent) {
            var content = Replies.bundle(shown.get());
            content.addProperty("execution_count", count);
            publisher.publish("execute_result", Optional.of(request), content);
        }
        error.ifPresent(content -> publisher.publish("error", Optional.of(request), published(content)));
        var reply = error.isPresent() ? error.get() : Replies.ok();
        if (error.isEmpty()) {
            reply.add("user_expressions", userExpressions(request));
            reply.add("payload", new com.google.gson.JsonArray());
        }
        reply.addProperty("execution_count", count);
        return reply;
    }

    /** Runs what a message of the front end asks for, where it can be stopped like a cell. */
    void call(Message request, Action task) {
        requests.setCurrent(request);
        var limit = startUp.timeLimit();
        recordings.setStopReason("before it was done");
        var alarm = alarm(
                limit,
                () -> recordings.setStopReason("after " + limit.get().seconds() + " s, as "
                        + limit.get().source() + " says"));
        try {
            evaluator.onCellThread(() -> {
                task.run();
                return null;
            });
        } catch (InterruptedException e) {
            if (!recordings.stopped()) {
                System.err.println("What a message of the front end had started was stopped.");
            }
        } catch (Throwable e) {
            System.err.println(String.join("\n", evaluator.describe(e).traceback()));
        } finally {
            alarm.ifPresent(each -> each.cancel(false));
        }
        streams.flush();
    }

    private static JsonObject published(JsonObject error) {
        var content = error.deepCopy();
        content.remove("status");
        return content;
    }

    /** A cell that did not complete. */
    private static final class CellError extends Exception {

        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient List<String> traceback;

        CellError(String name, String message, List<String> traceback) {
            super(message);
            this.name = name;
            this.traceback = traceback;
        }
    }

    private Optional<MimeBundle> evaluate(Message request, String code) throws CellError {
        MagicCell cell;
        try {
            cell = MagicCell.parse(code, magics);
        } catch (MagicException e) {
            throw magicError(e.getMessage(), List.of());
        }
        if (!startUpProblems.isEmpty()) {
            System.err.println(String.join("\n", startUpProblems));
            startUpProblems.clear();
        }
        var limit = TimeLimit.ofCell(cell.timeoutSeconds()).or(startUp::timeLimit);
        var timedOut = new AtomicBoolean();
        var alarm = alarm(limit, () -> timedOut.set(true));
        var meter = cell.timed() ? Optional.of(evaluator.startMeter()) : Optional.<CellMeter>empty();
        try {
            var outcome = evaluator.evaluate(cell.code(), code, count, cellId(request));
            return shown(outcome, limit.filter(each -> timedOut.get()));
        } finally {
            alarm.ifPresent(each -> each.cancel(false));
            meter.ifPresent(each -> System.out.println(each.stop()));
        }
    }

    private Optional<ScheduledFuture<?>> alarm(Optional<TimeLimit> limit, Runnable timedOut) {
        return limit.map(each -> timer.schedule(
                () -> {
                    timedOut.run();
                    evaluator.interrupt();
                },
                (long) (each.seconds() * 1000),
                TimeUnit.MILLISECONDS));
    }

    private static CellError magicError(String message, List<String> place) {
        var traceback = new ArrayList<>(List.of("MagicError: " + message));
        traceback.addAll(place);
        return new CellError("MagicError", message, traceback);
    }

    /** The name that JupyterLab gives the cell; blank for other front ends. */
    private static String cellId(Message request) {
        return request.metadata().get("cellId") instanceof JsonPrimitive id ? id.getAsString() : "";
    }

    private Optional<MimeBundle> shown(CellOutcome outcome, Optional<TimeLimit> timeout) throws CellError {
        if (outcome instanceof CellOutcome.Completed completed) {
            completed.warnings().forEach(warning -> System.err.println("Note: " + warning));
            return completed.value().filter(value -> !isDisplayed(value)).isPresent()
                    ? Optional.of(rendered(completed.value().get()))
                    : Optional.empty();
        } else if (outcome instanceof CellOutcome.CompileFailed failed) {
            throw new CellError(
                    "CompilationException",
                    failed.problems().get(0).message().lines().findFirst().orElse(""),
                    ForeignClasses.withAdvice(failed.traceback()));
        } else if (outcome instanceof CellOutcome.Threw threw
                && threw.thrown().orElse(null) instanceof MagicException magic) {
            throw magicError(magic.getMessage(), place(threw.traceback()));
        } else if (outcome instanceof CellOutcome.Threw threw
                && threw.thrown().orElse(null) instanceof IsolatedCellException isolated) {
            throw new CellError(isolated.name(), isolated.getMessage(), isolated.traceback());
        } else if (outcome instanceof CellOutcome.Threw threw) {
            throw new CellError(threw.exceptionClass(), threw.message(), withAdvice(threw));
        }
        throw interrupted(((CellOutcome.Interrupted) outcome).stillRunning(), timeout);
    }

    /** Whether a value is, or names, something that the cell has shown already. */
    private boolean isDisplayed(Object value) {
        // Never asked of other values: their hashCode may be anything.
        return value instanceof Knob<?> knob
                ? displayed.contains(knob.displayId())
                : value instanceof String && displayed.contains(value);
    }

    /** The lines that name the place in the cell, without the frames of the kernel. */
    private static List<String> place(List<String> traceback) {
        return traceback.stream()
                .skip(1)
                .takeWhile(line -> !line.startsWith("    at "))
                .toList();
    }

    private static CellError interrupted(boolean stillRunning, Optional<TimeLimit> timeout) {
        var message = timeout.isPresent()
                ? "The cell was stopped after " + timeout.get().seconds() + " s, as "
                        + timeout.get().source() + " says."
                : "The cell was stopped.";
        var name = timeout.isPresent() ? "CellTimeout" : "CellInterrupted";
        var traceback = new ArrayList<>(List.of(name + ": " + message));
        if (stillRunning) {
            traceback.add("A library call could not be ended: it goes on in the background until it is done.");
        }
        return new CellError(name, message, traceback);
    }

    private static List<String> withAdvice(CellOutcome.Threw threw) {
        if (!threw.exceptionClass().equals(OutOfMemoryError.class.getName())) {
            return threw.traceback();
        }
        var lines = new ArrayList<>(threw.traceback());
        lines.add("The kernel may use " + (Runtime.getRuntime().maxMemory() >> 20) + " MB. Free what you no longer need"
                + " (x = null), use less data, or set -Xmx in the argv of the kernel's kernel.json.");
        return lines;
    }

    private MimeBundle rendered(Object value) throws CellError {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return Renderers.render(value);
        }
        try {
            // Where it can be interrupted: rendering runs the value's own code.
            return evaluator.onCellThread(() -> Renderers.render(value));
        } catch (InterruptedException e) {
            throw interrupted(false, Optional.empty());
        } catch (Throwable e) {
            return MimeBundle.text("(a " + value.getClass().getName() + " that cannot be shown: " + e + ")");
        }
    }

    private JsonObject userExpressions(Message request) {
        var results = new JsonObject();
        if (request.content().get("user_expressions") instanceof JsonObject expressions) {
            expressions.entrySet().forEach(entry -> {
                JsonObject result;
                try {
                    var value = shown(evaluator.evaluate(entry.getValue().getAsString(), count), Optional.empty());
                    result = Replies.bundle(value.orElse(MimeBundle.text("null")));
                    result.addProperty("status", "ok");
                } catch (CellError e) {
                    result = Replies.error(e.name, e.getMessage(), e.traceback);
                } catch (UnsupportedOperationException | IllegalStateException e) {
                    result = Replies.error("MalformedRequest", "A user expression must be a text.", List.of());
                }
                results.add(entry.getKey(), result);
            });
        }
        return results;
    }
}
