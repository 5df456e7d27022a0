package org.tinybabel.grader.agent;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The student's methods by name, bound by a snippet that the compiler checks against the contract. */
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
     * Binds a method.
     *
     * @param method the contract method's name
     * @param bound the call
     */
    public static void bind(String method, Bound<?> bound) {
        BOUND.put(method, bound);
    }

    /** Forgets all bindings. */
    public static void clear() {
        BOUND.clear();
    }

    /**
     * The call bound to a method.
     *
     * @param method the contract method's name
     * @return the call, if the notebook declares the method as the contract does
     */
    public static Optional<Bound<?>> find(String method) {
        return Optional.ofNullable(BOUND.get(method));
    }
}
