package org.tinybabel.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinybabel.display.Action;
import org.tinybabel.display.Comm;
import org.tinybabel.display.CommMessage;
import org.tinybabel.display.Comms;
import org.tinybabel.kernel.protocol.Message;

/** The lines that are open, and what the front end may open lines to. */
final class KernelComms implements Comms {

    /** Sends a message to the front end, for the request that the calling thread works for. */
    interface Sender {
        void send(String type, JsonObject content, JsonObject metadata, List<byte[]> buffers);
    }

    private static final Logger LOG = LoggerFactory.getLogger(KernelComms.class);

    private record Target(BiConsumer<Comm, CommMessage> opened, Optional<Message> origin) {}

    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Requests requests;
    private final Sender sender;

    KernelComms(Requests requests, Sender sender) {
        this.requests = requests;
        this.sender = sender;
    }

    @Override
    public Comm open(String target, CommMessage opening) {
        var line = new Line(UUID.randomUUID().toString(), target);
        lines.put(line.id, line);
        var content = content(line.id, opening.data());
        content.addProperty("target_name", target);
        sender.send("comm_open", content, Replies.json(opening.metadata()).getAsJsonObject(), opening.buffers());
        return line;
    }

    @Override
    public void register(String target, BiConsumer<Comm, CommMessage> opened) {
        targets.put(target, new Target(opened, requests.ofThisThread()));
    }

    private static JsonObject content(String id, Map<String, Object> data) {
        var content = new JsonObject();
        content.addProperty("comm_id", id);
        content.add("data", Replies.json(data));
        return content;
    }

    /** The content of the reply to a {@code comm_info_request}. */
    JsonObject info(Message request) {
        var wanted = request.text("target_name", "");
        var open = new JsonObject();
        lines.forEach((id, line) -> {
            if (wanted.isEmpty() || line.target.equals(wanted)) {
                var target = new JsonObject();
                target.addProperty("target_name", line.target);
                open.add(id, target);
            }
        });
        var content = Replies.ok();
        content.add("comms", open);
        return content;
    }

    /**
     * What a message of the front end asks for.
     *
     * @param request what the output belongs to: the request of the cell that asked to be called, else the message
     * @param action to be run on the thread of cells
     */
    record Work(Message request, Action action) {}

    Work work(Message message) {
        var id = message.text("comm_id", "");
        return switch (message.type()) {
            case "comm_open" -> opened(id, message.text("target_name", ""), message);
            case "comm_close" -> {
                var line = Optional.ofNullable(lines.remove(id));
                line.ifPresent(each -> each.open = false);
                yield line.map(each -> each.closed).orElse(Handler.NONE).on(message);
            }
            default ->
                Optional.ofNullable(lines.get(id))
                        .map(line -> line.received.on(message))
                        .orElseGet(() -> {
                            LOG.warn("A message for the line {}, which is not open, was ignored.", id);
                            return Handler.NONE.on(message);
                        });
        };
    }

    private Work opened(String id, String name, Message message) {
        var target = targets.get(name);
        if (target == null) {
            LOG.warn("The front end asked for {}, which is not registered.", name);
            return new Work(
                    message, () -> sender.send("comm_close", content(id, Map.of()), new JsonObject(), List.of()));
        }
        var line = new Line(id, name);
        lines.put(id, line);
        return new Handler(
                        first -> {
                            try {
                                target.opened().accept(line, first);
                            } catch (Throwable e) {
                                line.close();
                                throw e;
                            }
                        },
                        target.origin())
                .on(message);
    }

    private static CommMessage arrived(Message message) {
        return new CommMessage(values(message.content().get("data")), values(message.metadata()), message.buffers());
    }

    /** The members of a JSON object as Java values; empty if it is none. */
    static Map<String, Object> values(JsonElement json) {
        var values = new LinkedHashMap<String, Object>();
        if (json instanceof JsonObject object) {
            object.entrySet().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        }
        return values;
    }

    private static Object value(JsonElement json) {
        if (json instanceof JsonObject) {
            return values(json);
        } else if (json instanceof JsonArray array) {
            var list = new ArrayList<Object>();
            array.forEach(each -> list.add(value(each)));
            return list;
        } else if (json instanceof JsonPrimitive primitive) {
            return primitive.isBoolean()
                    ? (Object) primitive.getAsBoolean()
                    : primitive.isNumber() ? number(primitive.getAsString()) : primitive.getAsString();
        }
        return null;
    }

    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return Double.valueOf(text);
        }
    }

    /** Tells the front end that nothing is listened to any more. */
    void closeAll() {
        List.copyOf(lines.values()).forEach(Line::close);
    }

    /** What to do with a message, and the request whose cell asked for it. */
    private record Handler(Consumer<CommMessage> task, Optional<Message> origin) {

        static final Handler NONE = new Handler(message -> {}, Optional.empty());

        Work on(Message message) {
            return new Work(origin.orElse(message), () -> task.accept(arrived(message)));
        }
    }

    private final class Line implements Comm {

        private final String id;
        private final String target;
        private volatile Handler received = Handler.NONE;
        private volatile Handler closed = Handler.NONE;
        private volatile boolean open = true;

        Line(String id, String target) {
            this.id = id;
            this.target = target;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String target() {
            return target;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void send(CommMessage message) {
            if (open) {
                sender.send(
                        "comm_msg",
                        content(id, message.data()),
                        Replies.json(message.metadata()).getAsJsonObject(),
                        message.buffers());
            }
        }

        @Override
        public void onMessage(Consumer<CommMessage> handler) {
            received = new Handler(handler, requests.ofThisThread());
        }

        @Override
        public void onClose(Consumer<CommMessage> handler) {
            closed = new Handler(handler, requests.ofThisThread());
        }

        @Override
        public void close() {
            if (lines.remove(id) != null) {
                open = false;
                sender.send("comm_close", content(id, Map.of()), new JsonObject(), List.of());
            }
        }
    }
}
