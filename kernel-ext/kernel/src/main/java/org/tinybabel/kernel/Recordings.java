package org.tinybabel.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinybabel.display.Action;
import org.tinybabel.display.Interactive;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Guard;
import org.tinybabel.kernel.protocol.Message;

/**
 * Catches outputs before they go to the front end. Code that is recorded works for a request made up for it; what would be
 * published for that request goes to its recording.
 */
final class Recordings {

    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final long BETWEEN_REPORTS_MS = 250;

    private final Map<String, Recording> open = new ConcurrentHashMap<>();
    private final Set<Recording> running = ConcurrentHashMap.newKeySet();
    private volatile boolean toldOfStop;
    private volatile String stopReason = "before it was done";
    private final Requests requests;
    private final Runnable flush;
    private final Function<Throwable, CellOutcome.Threw> describe;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "recordings");
        thread.setDaemon(true);
        return thread;
    });

    Recordings(Requests requests, Runnable flush, Function<Throwable, CellOutcome.Threw> describe) {
        this.requests = requests;
        this.flush = flush;
        this.describe = describe;
    }

    /** Takes an output if it is of recorded code. */
    boolean take(Optional<Message> request, String type, JsonObject content) {
        return request.map(Message::id)
                .map(open::get)
                .map(recording -> recording.take(type, content))
                .orElse(false);
    }

    /** The request that recorded code really works for. */
    Optional<Message> real(Optional<Message> request) {
        return request.map(Message::id)
                .map(open::get)
                .map(recording -> recording.real)
                .orElse(request);
    }

    /** Makes a recorder that keeps the outputs of its last run. */
    Interactive.Recorder recorder(Consumer<List<Map<String, Object>>> sink) {
        return new Recorder(sink);
    }

    private final class Recorder implements Interactive.Recorder {

        private final Consumer<List<Map<String, Object>>> sink;
        private Optional<Message> last = Optional.empty();

        Recorder(Consumer<List<Map<String, Object>>> sink) {
            this.sink = sink;
        }

        @Override
        public void record(Action code) {
            close();
            var real = real(requests.ofThisThread());
            var request = madeUp(real);
            var recording = new Recording(sink, real);
            open.put(request.id(), recording);
            last = Optional.of(request);
            running.add(recording);
            toldOfStop = false;
            try {
                requests.during(request, code);
            } catch (Throwable e) {
                flush.run();
                if (Guard.isStop(e) || Guard.isStopping()) {
                    tellOfStop();
                    Recordings.<RuntimeException>rethrow(e);
                }
                var told = describe.apply(e);
                recording.add(error(told.exceptionClass(), told.message(), Emphasis.of(told.traceback())));
            } finally {
                flush.run();
                running.remove(recording);
                recording.report();
            }
        }

        @Override
        public void close() {
            last.map(Message::id).ifPresent(open::remove);
        }
    }

    /** What to say of code that is stopped, after "This was stopped". */
    void setStopReason(String reason) {
        stopReason = reason;
    }

    /** Says in what is being recorded that it was stopped; false if nothing was, so that nobody has been told. */
    boolean stopped() {
        tellOfStop();
        var told = toldOfStop;
        toldOfStop = false;
        return told;
    }

    private void tellOfStop() {
        for (var recording : List.copyOf(running)) {
            if (running.remove(recording)) {
                var message = "This was stopped " + stopReason + ".";
                recording.add(error("CellInterrupted", message, List.of("CellInterrupted: " + message)));
                recording.report();
                toldOfStop = true;
            }
        }
    }

    /** Whatever ends code that was stopped ends what called it too. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void rethrow(Throwable e) throws E {
        throw (E) e;
    }

    private static Message madeUp(Optional<Message> real) {
        var header = real.map(message -> message.header().deepCopy()).orElseGet(JsonObject::new);
        header.addProperty("msg_id", "recording-" + UUID.randomUUID());
        header.addProperty("msg_type", "recording");
        return new Message(List.of(), header, new JsonObject(), new JsonObject(), new JsonObject(), List.of());
    }

    private static JsonObject error(String name, String message, List<String> traceback) {
        var content = Replies.error(name, message, traceback);
        content.remove("status");
        content.addProperty("output_type", "error");
        return content;
    }

    /** The outputs of one run. */
    private final class Recording {

        private final Consumer<List<Map<String, Object>>> sink;
        private final Optional<Message> real;
        private final List<JsonObject> outputs = new ArrayList<>();
        private final Map<String, JsonObject> displays = new ConcurrentHashMap<>();
        private final Object reporting = new Object();
        private boolean clearBeforeNext;
        private boolean reportDue;

        Recording(Consumer<List<Map<String, Object>>> sink, Optional<Message> real) {
            this.sink = sink;
            this.real = real;
        }

        synchronized boolean take(String type, JsonObject content) {
            switch (type) {
                case "stream" -> print(content);
                case "display_data" -> show(content);
                case "update_display_data" -> {
                    var shown = displays.get(displayId(content));
                    if (shown == null) {
                        return false;
                    }
                    shown.add("data", content.get("data"));
                    shown.add("metadata", content.get("metadata"));
                    reportSoon();
                }
                case "clear_output" -> {
                    clearBeforeNext = content.get("wait").getAsBoolean();
                    if (!clearBeforeNext) {
                        clear();
                        reportSoon();
                    }
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void print(JsonObject content) {
            var last = outputs.isEmpty() || clearBeforeNext ? new JsonObject() : outputs.get(outputs.size() - 1);
            if (last.has("name") && last.get("name").equals(content.get("name"))) {
                last.addProperty(
                        "text",
                        last.get("text").getAsString() + content.get("text").getAsString());
                reportSoon();
                return;
            }
            content.addProperty("output_type", "stream");
            add(content);
        }

        private void show(JsonObject content) {
            var output = new JsonObject();
            output.addProperty("output_type", "display_data");
            output.add("data", content.get("data"));
            output.add("metadata", content.get("metadata"));
            add(output);
            var id = displayId(content);
            if (!id.isEmpty()) {
                displays.put(id, output);
            }
        }

        private static String displayId(JsonObject content) {
            return content.get("transient") instanceof JsonObject hints && hints.has("display_id")
                    ? hints.get("display_id").getAsString()
                    : "";
        }

        synchronized void add(JsonObject output) {
            if (clearBeforeNext) {
                clear();
            }
            outputs.add(output);
            reportSoon();
        }

        private void clear() {
            clearBeforeNext = false;
            outputs.clear();
            displays.clear();
        }

        private void reportSoon() {
            if (!reportDue) {
                reportDue = true;
                timer.schedule(
                        () -> {
                            if (isDue() && open.containsValue(this)) {
                                report();
                            }
                        },
                        BETWEEN_REPORTS_MS,
                        TimeUnit.MILLISECONDS);
            }
        }

        private synchronized boolean isDue() {
            return reportDue;
        }

        /** In turn with other reports, so that an older one never comes last. */
        void report() {
            synchronized (reporting) {
                try {
                    // On whatever thread: what the sink shows belongs to the cell.
                    Action pass = () -> sink.accept(soFar());
                    if (real.isPresent()) {
                        requests.during(real.get(), pass);
                    } else {
                        pass.run();
                    }
                } catch (Exception e) {
                    LOG.error("What a knob's code showed could not be passed on.", e);
                }
            }
        }

        private synchronized List<Map<String, Object>> soFar() {
            reportDue = false;
            return outputs.stream().map(KernelComms::values).toList();
        }
    }
}
