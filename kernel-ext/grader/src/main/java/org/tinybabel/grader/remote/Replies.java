package org.tinybabel.grader.remote;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tinybabel.grader.api.NotSolvedYet;

/** Reads what an agent answers: values by the contract's types, exceptions only from a fixed list. */
final class Replies {

    /** The exceptions that keep their type on the way; any other becomes a {@link StudentException}. */
    private static final Map<String, Function<String, Throwable>> KNOWN =
            Stream.<Map.Entry<Class<?>, Function<String, Throwable>>>of(
                            Map.entry(IllegalArgumentException.class, IllegalArgumentException::new),
                            Map.entry(IllegalStateException.class, IllegalStateException::new),
                            Map.entry(NullPointerException.class, NullPointerException::new),
                            Map.entry(ArithmeticException.class, ArithmeticException::new),
                            Map.entry(IndexOutOfBoundsException.class, IndexOutOfBoundsException::new),
                            Map.entry(ArrayIndexOutOfBoundsException.class, ArrayIndexOutOfBoundsException::new),
                            Map.entry(ClassCastException.class, ClassCastException::new),
                            Map.entry(NumberFormatException.class, NumberFormatException::new),
                            Map.entry(NegativeArraySizeException.class, NegativeArraySizeException::new),
                            Map.entry(UnsupportedOperationException.class, UnsupportedOperationException::new),
                            Map.entry(java.util.NoSuchElementException.class, java.util.NoSuchElementException::new),
                            Map.entry(StackOverflowError.class, StackOverflowError::new))
                    .collect(Collectors.toMap(entry -> entry.getKey().getName(), Map.Entry::getValue));

    /** What JShell throws where a method cannot be called yet, because it needs something that is not declared. */
    private static final String UNRESOLVED = "jdk.jshell.spi.SPIResolutionException";

    private Replies() {}

    /**
     * The result of a call.
     *
     * @param reply the agent's reply
     * @param method the contract method that was called
     * @return the method's value
     * @throws Throwable the exception that the student's method threw, or a {@link WireException} as an assertion error
     */
    static Object result(JsonObject reply, Method method) throws Throwable {
        if (reply.has("threw")) {
            if (reply.get("threw").getAsString().equals(UNRESOLVED)) {
                throw new AssertionError(method.getName() + " uses a name that the notebook does not declare.");
            }
            throw exception(reply, method);
        }
        if (reply.has("failed")) {
            throw new AssertionError(reply.get("failed").getAsString());
        }
        try {
            return Wire.decode(reply.get("value"), method.getGenericReturnType());
        } catch (WireException e) {
            throw new AssertionError(
                    method.getName() + " returned something else than the contract says: " + e.getMessage());
        }
    }

    /** The indices of arguments that the call has changed, as the agent says; anything else it may say is left out. */
    static Set<Integer> changed(JsonObject reply, Method method) {
        return reply.get("changed") instanceof JsonArray all
                ? IntStream.range(0, method.getParameterCount())
                        .filter(i -> all.contains(new JsonPrimitive(i)))
                        .boxed()
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Throwable exception(JsonObject reply, Method method) {
        var name = reply.get("threw").getAsString();
        var message = reply.get("message") == null || reply.get("message").isJsonNull()
                ? null
                : reply.get("message").getAsString();
        Throwable exception;
        if (name.equals(NotSolvedYet.class.getName())) {
            exception = new NotSolvedYet(method.getName());
        } else {
            exception = known(reply, name)
                    .map(kind -> KNOWN.get(kind).apply(message))
                    .orElseGet(() -> new StudentException(name, message));
        }
        exception.setStackTrace(stack(reply));
        return exception;
    }

    /** The nearest known exception that the thrown one is or extends. */
    private static Optional<String> known(JsonObject reply, String name) {
        var kinds = reply.get("kinds") instanceof JsonArray all
                ? StreamSupport.stream(all.spliterator(), false).map(Replies::text)
                : Stream.<String>empty();
        return Stream.concat(Stream.of(name), kinds).filter(KNOWN::containsKey).findFirst();
    }

    /**
     * The stack trace in a reply.
     *
     * @param reply the agent's reply
     * @return its frames; those that are malformed are left out
     */
    static StackTraceElement[] stack(JsonObject reply) {
        List<StackTraceElement> stack = new ArrayList<>();
        if (reply.get("stack") instanceof JsonArray frames) {
            for (var item : frames) {
                if (item instanceof JsonArray frame && frame.size() == 4) {
                    stack.add(new StackTraceElement(
                            text(frame.get(0)), text(frame.get(1)), text(frame.get(2)), number(frame.get(3))));
                }
            }
        }
        return stack.toArray(StackTraceElement[]::new);
    }

    private static String text(JsonElement json) {
        return json.isJsonPrimitive() ? json.getAsString() : "";
    }

    private static int number(JsonElement json) {
        return json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber() ? json.getAsInt() : -1;
    }
}
