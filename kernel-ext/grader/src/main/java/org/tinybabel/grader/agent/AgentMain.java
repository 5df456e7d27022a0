package org.tinybabel.grader.agent;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ExecutionControlException;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.UserException;
import org.tinybabel.grader.api.Unchanged;
import org.tinybabel.grader.remote.FrameTooLargeException;
import org.tinybabel.grader.remote.Frames;
import org.tinybabel.grader.remote.Wire;
import org.tinybabel.grader.remote.WireException;

/**
 * The process that runs a student's code, and does nothing else: it receives compiled classes and calls over a socket and
 * answers with JSON. It holds no test, no score and no compiler.
 */
public final class AgentMain {

    /** Deep recursion is a legitimate answer; the default stack of a thread is too small for it. */
    private static final long STACK_BYTES = 64L << 20;

    private static final int MOST_KINDS = 20;

    private final Frames frames;
    private final Class<?> contract;
    private final CapturedOutput output;
    private final DirectExecutionControl control = new DirectExecutionControl();
    private JsonArray changed = new JsonArray();

    private AgentMain(Frames frames, Class<?> contract, CapturedOutput output) {
        this.frames = frames;
        this.contract = contract;
        this.output = output;
    }

    /**
     * Serves one submission until the connection ends.
     *
     * @param arguments the socket's path and the contract's class name
     * @throws Exception if the socket or the contract cannot be opened
     */
    public static void main(String[] arguments) throws Exception {
        if (Boolean.getBoolean(SandboxProbe.PROPERTY)) {
            System.exit(SandboxProbe.run(Class.forName(arguments[1])) ? 0 : 1);
        }
        var channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(arguments[0])));
        var agent = new AgentMain(new Frames(channel), Class.forName(arguments[1]), CapturedOutput.install());
        new Thread(null, agent::serve, "student", STACK_BYTES).start();
    }

    private void serve() {
        try (frames) {
            while (true) {
                var request = frames.read();
                changed = new JsonArray();
                var reply = answer(request);
                if (!changed.isEmpty()) {
                    reply.add("changed", changed);
                }
                // Student code may have interrupted this thread, which would close the connection.
                Thread.interrupted();
                reply.add("id", request.get("id"));
                reply.addProperty("output", output.take());
                send(reply);
            }
        } catch (EOFException e) {
            System.exit(0);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void send(JsonObject reply) throws IOException {
        try {
            frames.write(reply);
        } catch (FrameTooLargeException e) {
            var smaller = new JsonObject();
            smaller.add("id", reply.get("id"));
            smaller.addProperty("failed", "The value is too large to be looked at: " + e.getMessage());
            frames.write(smaller);
        }
    }

    private JsonObject answer(JsonObject request) {
        try {
            return ok(perform(request));
        } catch (UserException e) {
            return threw(List.of(e.causeExceptionClass()), e.getMessage(), e.getStackTrace());
        } catch (ResolutionException e) {
            var reply = new JsonObject();
            reply.addProperty("unresolved", e.id());
            reply.add("stack", stack(e.getStackTrace()));
            return reply;
        } catch (ExecutionControlException | WireException e) {
            var reply = new JsonObject();
            reply.addProperty("failed", String.valueOf(e.getMessage()));
            return reply;
        } catch (Throwable e) {
            return threw(kinds(e.getClass()), e.getMessage(), e.getStackTrace());
        }
    }

    private JsonElement perform(JsonObject request) throws Throwable {
        return switch (request.get("do").getAsString()) {
            case "load" -> {
                control.load(classes(request.getAsJsonArray("classes")));
                yield JsonNull.INSTANCE;
            }
            case "redefine" -> {
                control.redefine(classes(request.getAsJsonArray("classes")));
                yield JsonNull.INSTANCE;
            }
            case "invoke" -> new JsonPrimitive(control.invoke(text(request, "class"), text(request, "method")));
            case "variable" -> new JsonPrimitive(control.varValue(text(request, "class"), text(request, "name")));
            case "call" -> call(text(request, "signature"), request.getAsJsonArray("arguments"));
            default -> throw new WireException("Unknown request " + request.get("do"));
        };
    }

    private static String text(JsonObject request, String key) {
        return request.get(key).getAsString();
    }

    private static ClassBytecodes[] classes(JsonArray classes) {
        var decoded = new ClassBytecodes[classes.size()];
        for (var i = 0; i < decoded.length; i++) {
            var item = classes.get(i).getAsJsonObject();
            decoded[i] =
                    new ClassBytecodes(text(item, "name"), Base64.getDecoder().decode(text(item, "bytes")));
        }
        return decoded;
    }

    private JsonElement call(String signature, JsonArray json) throws Throwable {
        var method = Arrays.stream(contract.getMethods())
                .filter(candidate -> Bindings.signature(candidate).equals(signature))
                .findFirst()
                .orElseThrow(() -> new WireException("The contract has no method " + signature));
        var bound = Bindings.find(signature).orElseThrow(() -> new WireException(signature + " is not declared"));
        var arguments = arguments(method, json);
        var before = method.isAnnotationPresent(Unchanged.class) ? encoded(method, arguments) : new JsonArray();
        try {
            return Wire.encode(bound.call(arguments), method.getGenericReturnType());
        } finally {
            var after = before.isEmpty() ? before : encoded(method, arguments);
            for (var i = 0; i < before.size(); i++) {
                if (!before.get(i).equals(after.get(i))) {
                    changed.add(i);
                }
            }
        }
    }

    private static JsonArray encoded(Method method, Object[] arguments) {
        var types = method.getGenericParameterTypes();
        var all = new JsonArray();
        for (var i = 0; i < types.length; i++) {
            all.add(Wire.encode(arguments[i], types[i]));
        }
        return all;
    }

    private static Object[] arguments(Method method, JsonArray json) {
        var types = method.getGenericParameterTypes();
        var arguments = new Object[types.length];
        for (var i = 0; i < types.length; i++) {
            arguments[i] = Wire.decode(json.get(i), types[i]);
        }
        return arguments;
    }

    private static JsonObject ok(JsonElement value) {
        var reply = new JsonObject();
        reply.add("value", value);
        return reply;
    }

    /** The exception's class and what it extends, so that a student's own kind of a known exception counts as one. */
    private static List<String> kinds(Class<?> exception) {
        return Stream.<Class<?>>iterate(exception, kind -> kind != Throwable.class, Class::getSuperclass)
                .map(Class::getName)
                .limit(MOST_KINDS)
                .toList();
    }

    private static JsonObject threw(List<String> kinds, String message, StackTraceElement[] trace) {
        var reply = new JsonObject();
        reply.addProperty("threw", kinds.isEmpty() ? Throwable.class.getName() : kinds.get(0));
        var all = new JsonArray();
        kinds.forEach(all::add);
        reply.add("kinds", all);
        reply.addProperty("message", message);
        reply.add("stack", stack(trace));
        return reply;
    }

    private static JsonArray stack(StackTraceElement[] trace) {
        var stack = new JsonArray();
        for (var element : Arrays.copyOf(trace, Math.min(trace.length, 40))) {
            var frame = new JsonArray();
            frame.add(element.getClassName());
            frame.add(element.getMethodName());
            frame.add(element.getFileName());
            frame.add(element.getLineNumber());
            stack.add(frame);
        }
        return stack;
    }
}
