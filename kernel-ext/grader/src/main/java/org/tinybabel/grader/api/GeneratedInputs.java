package org.tinybabel.grader.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a student's method with the solution on inputs that nobody has worked out by hand, and shows the smallest that
 * differs.
 *
 * <pre>{@code
 * GeneratedInputs.of(student, new FooSolution.Answers(), seed)
 *     .method("mean", random -> new Object[] {random.doubles(1 + random.nextInt(5)).toArray()})
 *     .compareValues();
 * // expected 0.5, got 1.0 (a generated input, made as small as can be)
 * }</pre>
 *
 * <p>The test gives inputs as they usually are. Most of them are then changed at one or two places, each corner at least once,
 * by the types that stand there: NaN, infinities, −0.0, numbers beyond int, long and float, names above 127, equal elements, ragged and empty arrays,
 * maps in another order. Value or exception must be those of the solution. Inputs are left out of which the contract says
 * nothing: those for which the solution throws an exception that it does not document, and those for which its own answer
 * depends on rounding, that is, changes when numbers are changed by some parts in 10<sup>12</sup>, equal ones alike. Whole
 * numbers and short binary fractions, with which ties are exact, stay as they are for that.
 */
public final class GeneratedInputs {

    private static final int INPUTS = 100;
    private static final int MOST_TRIES_TO_SHRINK = 400;
    private static final double ROUNDING = 1e-12;
    /** Bits of a double's fraction that a number with more than some binary digits has set. */
    private static final long FINE = (1L << 32) - 1;

    private static final int MOST_REMEMBERED = 200;

    private static final Map<Method, Compared> COMPARED = new ConcurrentHashMap<>();

    /** What the solution says does not change from answer to answer. */
    private static final Map<String, List<Case>> CASES =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<Case>> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            });

    private final Object student;
    private final Object solution;
    private final long seed;

    /** What came of a call: a value, or an exception. */
    private record Outcome(Object value, Throwable thrown) {}

    /** An input, and what the solution makes of it. */
    private record Case(Object[] arguments, Outcome expected) {}

    /**
     * On how many inputs a method was compared.
     *
     * @param values inputs for which the solution returns a value
     * @param refusals inputs that it refuses
     */
    public record Compared(int values, int refusals) {}

    /** Makes arguments of a method, as they usually are. */
    @FunctionalInterface
    public interface Usual {

        /**
         * Makes one list of arguments.
         *
         * @param random where chance comes from
         * @return one value for each parameter
         */
        Object[] arguments(Random random);
    }

    private GeneratedInputs(Object student, Object solution, long seed) {
        this.student = student;
        this.solution = solution;
        this.seed = seed;
    }

    /**
     * Prepares to compare.
     *
     * @param <C> the contract
     * @param student the student's answers
     * @param solution the solution
     * @param seed decides the inputs
     * @return what can be asked for each method
     */
    public static <C> GeneratedInputs of(C student, C solution, Seed seed) {
        return new GeneratedInputs(student, solution, seed.value());
    }

    /**
     * A method to compare.
     *
     * @param name its name in the contract
     * @param usual makes arguments as they usually are
     * @return the comparison, which does nothing before {@link Comparing#compareValues} or {@link Comparing#compareRefusals}
     * @throws IllegalArgumentException if the contract has no such method, or more than one
     */
    public Comparing method(String name, Usual usual) {
        var methods = Stream.<Class<?>>iterate(student.getClass(), Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getInterfaces()))
                .filter(type -> type.isAnnotationPresent(Exercise.class))
                .flatMap(contract -> Arrays.stream(contract.getMethods()))
                .filter(method -> method.getName().equals(name))
                .toList();
        if (methods.size() != 1) {
            throw new IllegalArgumentException("The contract has " + methods.size() + " methods " + name);
        }
        return new Comparing(methods.get(0), usual);
    }

    /** The comparison of one method. */
    public final class Comparing {

        private final Method method;
        private final Usual usual;
        private final List<Class<? extends Throwable>> documented =
                new ArrayList<>(List.of(IllegalArgumentException.class));
        private Set<Integer> fixed = Set.of();
        private boolean nulls;
        private double tolerance = 1e-9;
        private int number = INPUTS;
        private Predicate<Object[]> within = arguments -> true;
        private Optional<BiFunction<Object[], Object, Optional<String>>> property = Optional.empty();

        private Comparing(Method method, Usual usual) {
            this.method = method;
            this.usual = usual;
        }

        /**
         * One more exception that the contract documents; {@link IllegalArgumentException} always is one.
         *
         * @param exception its type; with {@link NullPointerException}, some inputs hold {@code null}
         * @return this
         */
        public Comparing mayThrow(Class<? extends Throwable> exception) {
            documented.add(exception);
            nulls = nulls || exception == NullPointerException.class;
            return this;
        }

        /**
         * Lets some inputs hold {@code null}, where the text says what becomes of it.
         *
         * @return this
         */
        public Comparing withNulls() {
            nulls = true;
            return this;
        }

        /**
         * Leaves arguments as the test gives them, such as sizes and numbers of steps that cost time or memory.
         *
         * @param indices which arguments, from 0
         * @return this
         */
        public Comparing keeping(Integer... indices) {
            fixed = Set.of(indices);
            return this;
        }

        /**
         * How far numbers may be off, in units of the largest number in the right answer, or of one if that is larger.
         *
         * @param relative 0 or more; 1e-9 unless said otherwise
         * @return this
         */
        public Comparing closeTo(double relative) {
            tolerance = relative;
            return this;
        }

        /**
         * How many inputs are drawn, besides those that have each corner once.
         *
         * @param inputs 0 or more; 100 unless said otherwise
         * @return this
         */
        public Comparing inputs(int inputs) {
            number = inputs;
            return this;
        }

        /**
         * Leaves out inputs of which the text of the exercise says nothing.
         *
         * @param spoken whether the text says what the answer is
         * @return this
         */
        public Comparing where(Predicate<Object[]> spoken) {
            within = spoken;
            return this;
        }

        /**
         * Asks for a property in place of equal values, where the text leaves a choice. Exceptions are compared all the same.
         *
         * @param wrong what is wrong with an answer to these arguments; empty if nothing is
         * @return this
         */
        public Comparing satisfying(BiFunction<Object[], Object, Optional<String>> wrong) {
            property = Optional.of(wrong);
            return this;
        }

        /**
         * Compares the values that come back for inputs that the solution takes.
         *
         * @throws AssertionError if one differs; the message shows the smallest input found
         */
        public void compareValues() {
            compare(false);
        }

        /**
         * Compares what is thrown for inputs that the solution refuses.
         *
         * @throws AssertionError if an answer takes one or throws something else; the message shows the smallest input found
         */
        public void compareRefusals() {
            compare(true);
        }

        private void compare(boolean refusals) {
            var key = List.of(usual, within, documented, fixed, nulls, tolerance, number, method, seed).stream()
                    // A lambda has a class of its own, which is the same for each answer.
                    .map(part -> part instanceof Usual || part instanceof Predicate ? part.getClass() : part)
                    .map(Object::toString)
                    .collect(Collectors.joining(" "));
            var cases = CASES.computeIfAbsent(key, all -> cases()).stream()
                    .filter(one -> (one.expected().thrown() != null) == refusals)
                    .toList();
            COMPARED.merge(
                    method,
                    refusals ? new Compared(0, cases.size()) : new Compared(cases.size(), 0),
                    (before, now) -> new Compared(
                            Math.max(before.values(), now.values()), Math.max(before.refusals(), now.refusals())));
            for (var one : cases) {
                if (difference(one).isPresent()) {
                    var smallest = smallest(one, refusals);
                    // Once more, so that it is the last of the calls that are shown.
                    var difference = difference(smallest).orElse("the answer changes from call to call");
                    throw new AssertionError(difference + " (a generated input, made as small as can be)");
                }
            }
        }

        /** Every corner of each argument once, then inputs by chance. */
        private List<Case> cases() {
            var random = new Random(seed * 31 + method.getName().hashCode());
            var corners = new Corners(random, nulls);
            var cases = new ArrayList<Case>();
            for (var at = 0; at < method.getParameterCount(); at++) {
                if (!fixed.contains(at)) {
                    for (var i = corners.all(usual.arguments(random)[at]).size(); i > 0; i--) {
                        var arguments = usual.arguments(random);
                        var all = corners.all(arguments[at]);
                        if (i <= all.size()) {
                            arguments[at] = all.get(i - 1);
                            usable(arguments).ifPresent(cases::add);
                        }
                    }
                }
            }
            for (var i = 0; i < number; i++) {
                var arguments = usual.arguments(random);
                for (var changes = random.nextInt(3); changes > 0; changes--) {
                    var at = random.nextInt(Math.max(1, arguments.length));
                    if (!fixed.contains(at)) {
                        arguments[at] = corners.of(arguments[at]);
                    }
                }
                usable(arguments).ifPresent(cases::add);
            }
            return cases;
        }

        private Optional<Case> usable(Object[] arguments) {
            if (!within.test(Values.copies(arguments))) {
                return Optional.empty();
            }
            var expected = outcome(solution, arguments);
            if (expected.thrown() != null && !isDocumented(expected.thrown())) {
                return Optional.empty();
            }
            for (var salt = 1; salt <= 2; salt++) {
                var factor = salt;
                var rounded = Arrays.stream(arguments)
                        .map(argument -> Values.rebuilt(argument, plain -> rounded(plain, factor)))
                        .toArray();
                if (differ(rounded, outcome(solution, rounded), expected, false).isPresent()) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Case(arguments, expected));
        }

        private boolean isDocumented(Throwable thrown) {
            return documented.stream().anyMatch(type -> type.isInstance(thrown));
        }

        private Optional<String> difference(Case one) {
            return differ(one.arguments(), outcome(student, one.arguments()), one.expected(), true);
        }

        private Optional<String> differ(Object[] arguments, Outcome actual, Outcome expected, boolean leavesChoice) {
            if (expected.thrown() != null) {
                var allowed = documented.stream()
                        .filter(type -> type.isInstance(expected.thrown()))
                        .anyMatch(type -> type.isInstance(actual.thrown()));
                return allowed
                        ? Optional.empty()
                        : Optional.of("expected "
                                + documented.stream()
                                        .filter(type -> type.isInstance(expected.thrown()))
                                        .map(type -> Words.article(type.getSimpleName()))
                                        .findFirst()
                                        .orElseThrow()
                                + ", got " + words(actual));
            }
            if (actual.thrown() != null) {
                return Optional.of("expected " + Words.of(expected.value()) + ", got " + words(actual));
            }
            if (leavesChoice && property.isPresent()) {
                return property.get().apply(Values.copies(arguments), actual.value());
            }
            var comparison = new Comparison(tolerance * Math.max(1, largest(expected.value())));
            comparison.compare(Place.WHOLE, actual.value(), expected.value());
            return comparison.message();
        }

        private Case smallest(Case first, boolean refusals) {
            var smallest = first;
            var tries = MOST_TRIES_TO_SHRINK;
            var again = true;
            while (again && tries > 0) {
                again = false;
                for (var candidate : candidates(smallest.arguments())) {
                    if (tries-- <= 0) {
                        break;
                    }
                    var usable = usable(candidate);
                    if (usable.isPresent()
                            && (usable.get().expected().thrown() != null) == refusals
                            && difference(usable.get()).isPresent()) {
                        smallest = usable.get();
                        again = true;
                        break;
                    }
                }
            }
            return smallest;
        }

        private List<Object[]> candidates(Object[] arguments) {
            return Stream.iterate(0, i -> i < arguments.length, i -> i + 1)
                    .filter(i -> !fixed.contains(i))
                    .flatMap(i -> Simpler.than(arguments[i]).stream().map(simpler -> {
                        var changed = arguments.clone();
                        changed[i] = simpler;
                        return changed;
                    }))
                    .toList();
        }

        private Outcome outcome(Object answers, Object[] arguments) {
            try {
                return new Outcome(method.invoke(answers, Values.copies(arguments)), null);
            } catch (InvocationTargetException e) {
                var thrown = e.getCause();
                if (thrown instanceof AssertionError error) {
                    throw error;
                }
                if (thrown instanceof NotSolvedYet blank) {
                    throw blank;
                }
                return new Outcome(null, thrown);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("The contract " + method + " cannot be called", e);
            }
        }
    }

    private static String words(Outcome outcome) {
        return outcome.thrown() == null ? Words.of(outcome.value()) : Words.thrown(outcome.thrown());
    }

    /**
     * The methods that were compared in this virtual machine.
     *
     * @return contract methods, each with the largest numbers of inputs that a comparison had
     */
    public static Map<Method, Compared> compared() {
        return Map.copyOf(COMPARED);
    }

    /** A number as another way of computing it might have left it; the same for equal numbers. */
    private static Object rounded(Object plain, int salt) {
        if (!(plain instanceof Double number) || !Double.isFinite(number)) {
            return plain;
        }
        var bits = Double.doubleToLongBits(number);
        if ((bits & FINE) == 0) {
            return plain;
        }
        var share = new Random(bits * 31 + salt).nextDouble() * 2 - 1;
        return number * (1 + ROUNDING * share);
    }

    private static double largest(Object value) {
        var largest = new double[1];
        Values.rebuilt(value, plain -> {
            if (plain instanceof Number number && Double.isFinite(number.doubleValue())) {
                largest[0] = Math.max(largest[0], Math.abs(number.doubleValue()));
            }
            return plain;
        });
        return largest[0];
    }
}
