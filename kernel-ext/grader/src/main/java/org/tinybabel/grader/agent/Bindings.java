package org.tinybabel.grader.agent;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The student's methods by signature, bound by a snippet that the compiler checks against the contract. */
public final class Bindings {

    private static final Map<String, Bound<?>> BOUND = new ConcurrentHashMap<>();

    /**
     * A call of one student method.
     *
     * @param <R> the boxed type that the contract declares as the result
     */
    @FunctionalInterface
    public interface Bound<R> {

        /**
         * Calls the method.
         *
         * @param arguments one value for each parameter
         * @return the method's value
         * @throws Throwable whatever the method throws
         */
        R call(Object[] arguments) throws Throwable;
    }

    private Bindings() {}

    /**
     * What tells a contract method from the others, overloads included.
     *
     * @param method the contract method
     * @return its name and the types of its parameters, such as {@code mean(double[])}
     */
    public static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /**
     * Binds a method.
     *
     * @param signature the contract method's {@link #signature}
     * @param bound the call
     */
    public static void bind(String signature, Bound<?> bound) {
        BOUND.put(signature, bound);
    }

    /** Forgets all bindings. */
    public static void clear() {
        BOUND.clear();
    }

    /**
     * The call bound to a method.
     *
     * @param signature the contract method's {@link #signature}
     * @return the call, if the notebook declares the method as the contract does
     */
    public static Optional<Bound<?>> find(String signature) {
        return Optional.ofNullable(BOUND.get(signature));
    }
}
