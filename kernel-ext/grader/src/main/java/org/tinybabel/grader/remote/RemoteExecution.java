package org.tinybabel.grader.remote;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Lets JShell compile here and execute in a {@link StudentProcess}: the compiler stays on the trusted side, only bytecode
 * goes over and only JSON comes back.
 */
public final class RemoteExecution implements ExecutionControlProvider, ExecutionControl {

    private final StudentProcess process;
    private final Supplier<Budget> budget;

    /**
     * Executes in a process.
     *
     * @param process where code runs
     * @param budget what the next snippet may use
     */
    public RemoteExecution(StudentProcess process, Supplier<Budget> budget) {
        this.process = process;
        this.budget = budget;
    }

    @Override
    public String name() {
        return "student-process";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return this;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException, EngineTerminationException {
        install("load", classes);
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws ClassInstallException, EngineTerminationException {
        install("redefine", classes);
    }

    private void install(String action, ClassBytecodes[] classes)
            throws ClassInstallException, EngineTerminationException {
        var encoded = new JsonArray();
        for (var type : classes) {
            var item = new JsonObject();
            item.addProperty("name", type.name());
            item.addProperty("bytes", Base64.getEncoder().encodeToString(type.bytecodes()));
            encoded.add(item);
        }
        var request = action(action);
        request.add("classes", encoded);
        var reply = reply(request);
        if (!reply.has("value")) {
            throw new ClassInstallException(reply.toString(), new boolean[classes.length]);
        }
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, EngineTerminationException, InternalException {
        var request = action("invoke");
        request.addProperty("class", className);
        request.addProperty("method", methodName);
        return value(reply(request));
    }

    @Override
    public String varValue(String className, String varName)
            throws RunException, EngineTerminationException, InternalException {
        var request = action("variable");
        request.addProperty("class", className);
        request.addProperty("name", varName);
        return value(reply(request));
    }

    private static String value(JsonObject reply) throws RunException, InternalException {
        if (reply.has("threw")) {
            var message = reply.get("message");
            throw new UserException(
                    message == null || message.isJsonNull() ? null : message.getAsString(),
                    reply.get("threw").getAsString(),
                    Replies.stack(reply));
        }
        if (reply.has("unresolved")) {
            throw new ResolutionException(reply.get("unresolved").getAsInt(), Replies.stack(reply));
        }
        if (!reply.has("value")) {
            throw new InternalException(reply.toString());
        }
        return reply.get("value").getAsString();
    }

    private static JsonObject action(String action) {
        var request = new JsonObject();
        request.addProperty("do", action);
        return request;
    }

    private JsonObject reply(JsonObject request) throws EngineTerminationException {
        try {
            return process.request(request, budget.get());
        } catch (StudentProcessDied e) {
            throw new EngineTerminationException(e.getMessage());
        }
    }

    @Override
    public void addToClasspath(String path) throws NotImplementedException {
        throw new NotImplementedException("The class path of a graded notebook is fixed");
    }

    @Override
    public void stop() {
        process.close();
    }

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {
        process.close();
    }
}
