package org.tinybabel.grader.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One student's answers during a run of tests: the contract implemented by calls to the student's code, wherever that
 * runs, and a record of what was called and what came back.
 *
 * <p>JUnit finds the student of a run by {@link #key()}, passed as the configuration parameter {@link #PARAMETER}.
 */
public final class Student implements AutoCloseable {

    /** The JUnit configuration parameter that names the student of a run. */
    public static final String PARAMETER = "tinybabel.student";

    private static final Map<String, Student> RUNNING = new ConcurrentHashMap<>();

    private final String key = UUID.randomUUID().toString();
    private final Answer answer;
    private final Object answers;
    private final List<Call> calls = new ArrayList<>();
    private Error unusable;
    private Throwable thrown;

    /** Where a student's method runs. */
    @FunctionalInterface
    public interface Answer {

        /**
         * Calls the student's method.
         *
         * @param method the contract method
         * @param arguments its arguments
         * @return what the student's method returned
         * @throws Throwable whatever the student's method threw
         */
        Object call(Method method, Object[] arguments) throws Throwable;

        /**
         * The arguments that the last call changed, where the method runs on copies of them in another process. Those that it
         * was given itself are seen without.
         *
         * @return their indices, from 0
         */
        default Set<Integer> changedArguments() {
            return Set.of();
        }

        /** Forgets what earlier calls have left behind, where that is possible. */
        default void startAfresh() {
            // A live notebook keeps its state.
        }
    }

    /**
     * One call of a student's method, in words.
     *
     * @param called the call as source, such as {@code mean([1.0, 2.0])}
     * @param cameBack the value, or the exception, in words
     */
    public record Call(String called, String cameBack) {

        private static final String NOTHING = "nothing";

        /**
         * Whether the student's code was reached.
         *
         * @return false if the answer is blank, missing, or its process has ended
         */
        public boolean answered() {
            return !cameBack.equals(NOTHING);
        }
    }

    /**
     * Registers a student for one run of tests.
     *
     * @param contract the exercise's interface
     * @param answer how to call a method of the student's
     */
    public Student(Class<?> contract, Answer answer) {
        this.answer = Objects.requireNonNull(answer, "answer");
        answers =
                Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, (proxy, method, args) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(answer, args);
                    }
                    return recorded(answer, method, args == null ? new Object[0] : args);
                });
        RUNNING.put(key, this);
    }

    private Object recorded(Answer answer, Method method, Object[] arguments) throws Throwable {
        // Described before the call, so that an answer that changes its arguments cannot change the record.
        var called = method.getName() + Words.list(arguments, "(", ")");
        var given = method.isAnnotationPresent(Unchanged.class) ? Values.copies(arguments) : new Object[0];
        try {
            var value = answer.call(method, arguments);
            calls.add(new Call(called, Words.of(value)));
            return value;
        } catch (InvocationTargetException e) {
            throw failed(called, e.getCause());
        } catch (Throwable e) {
            throw failed(called, e);
        } finally {
            refuseChanges(method, given, arguments);
        }
    }

    /** Also where the test would not notice, because it looks at what came back only. */
    private void refuseChanges(Method method, Object[] given, Object[] arguments) {
        for (var i = 0; i < given.length && unusable == null; i++) {
            var comparison = new Comparison(0);
            comparison.compare(Place.WHOLE, arguments[i], given[i]);
            if (answer.changedArguments().contains(i) || comparison.message().isPresent()) {
                unusable = new AssertionError(method.getName() + " changed its argument "
                        + method.getParameters()[i].getName() + ", which must stay as it is: change a copy");
            }
        }
    }

    private Throwable failed(String called, Throwable failure) {
        thrown = failure;
        if (failure instanceof NotSolvedYet || failure instanceof AssertionError) {
            unusable = (Error) failure;
            calls.add(new Call(called, Call.NOTHING));
        } else {
            var message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
            calls.add(new Call(called, "threw " + failure.getClass().getSimpleName() + message));
        }
        return failure;
    }

    /**
     * The student registered under a key.
     *
     * @param key the value of {@link #PARAMETER}
     * @return the student
     * @throws IllegalStateException if no run has that key
     */
    static Student running(String key) {
        var student = RUNNING.get(key);
        if (student == null) {
            throw new IllegalStateException("No student is registered under " + key
                    + "; run the tests of an exercise with the grader, not directly");
        }
        return student;
    }

    /**
     * The name of this run.
     *
     * @return the value to pass as {@link #PARAMETER}
     */
    public String key() {
        return key;
    }

    /**
     * The student's answers.
     *
     * @return an object that implements the contract
     */
    Object answers() {
        return answers;
    }

    /** Forgets the calls of the test before, and if need be all that they have left behind. */
    void beginTest(boolean afresh) {
        if (afresh) {
            answer.startAfresh();
        }
        calls.clear();
        unusable = null;
        thrown = null;
    }

    /**
     * Why an answer could not be used since the test began, even if the test caught the error: a blank stub, a method that
     * is missing, a process that ended.
     *
     * @return a {@link NotSolvedYet} or an {@link AssertionError}, if there was one
     */
    public Optional<Error> unusable() {
        return Optional.ofNullable(unusable);
    }

    /**
     * Whether an exception comes from the student's code, and not from a test that could not go on with what came back.
     *
     * @param failure what ended the test
     * @return whether the last call that threw, if one did, threw just this
     */
    public boolean threw(Throwable failure) {
        return thrown == failure;
    }

    /**
     * The calls since the test began.
     *
     * @return the calls in order
     */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        RUNNING.remove(key);
    }
}
