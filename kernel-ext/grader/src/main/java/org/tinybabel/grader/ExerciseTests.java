package org.tinybabel.grader;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;

/**
 * An exercise with the tests that this virtual machine knows: the visible ones, and where a teacher grades, the hidden ones.
 *
 * @param contract the interface that holds the exercise's methods
 * @param testClasses the visible test class first, then the hidden one where there is one
 */
public record ExerciseTests(Class<?> contract, List<Class<?>> testClasses) {

    /**
     * Checks that the classes belong together.
     *
     * @param contract the interface that holds the exercise's methods
     * @param testClasses the visible test class first, then the hidden one where there is one
     */
    public ExerciseTests {
        if (!contract.isInterface() || !contract.isAnnotationPresent(Exercise.class)) {
            throw new IllegalArgumentException(
                    contract.getName() + " is not an exercise: it must be an interface annotated with @Exercise");
        }
        testClasses = List.copyOf(testClasses);
        for (var tests : testClasses) {
            var of = tests.getAnnotation(TestsOf.class);
            if (of == null || of.value() != contract) {
                throw new IllegalArgumentException(
                        tests.getName() + " must be annotated with @TestsOf(" + contract.getSimpleName() + ".class)");
            }
        }
    }

    /**
     * One test of an exercise.
     *
     * @param method the JUnit test method
     * @param visible whether students may see and run it
     */
    public record TestMethod(Method method, boolean visible) {

        /**
         * The question that the test is about.
         *
         * @return the question's name
         */
        public String question() {
            return Optional.ofNullable(method.getAnnotation(Question.class))
                    .map(Question::value)
                    .orElseThrow(() -> new IllegalArgumentException(method + " must be annotated with @Question"));
        }

        /**
         * What the test earns.
         *
         * @return the points, one unless the test says otherwise
         */
        public int points() {
            return Optional.ofNullable(method.getAnnotation(Points.class))
                    .map(Points::value)
                    .orElse(1);
        }

        /**
         * Whether the test's inputs follow from the seed of the run.
         *
         * @return true if it has a parameter of type {@link Seed}
         */
        public boolean asksForSeed() {
            return List.of(method.getParameterTypes()).contains(Seed.class);
        }

        private int order() {
            return Optional.ofNullable(method.getAnnotation(Order.class))
                    .map(Order::value)
                    .orElse(Order.DEFAULT);
        }

        /**
         * The name of the test in reports.
         *
         * @return class and method, such as {@code BigramSubnetworksTest.rowsSumToOne}
         */
        public String id() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }

    /**
     * The exercise as students have it.
     *
     * @param contract the exercise's interface
     * @return the contract with its visible tests
     */
    public static ExerciseTests visible(Class<?> contract) {
        var exercise = contract.getAnnotation(Exercise.class);
        if (exercise == null) {
            throw new IllegalArgumentException(contract.getName() + " is not an exercise: it lacks @Exercise");
        }
        return new ExerciseTests(contract, List.of(exercise.visibleTests()));
    }

    /**
     * The exercise as teachers have it.
     *
     * @param hidden the hidden tests
     * @return a copy with one more test class
     */
    public ExerciseTests withHidden(Class<?> hidden) {
        var all = new ArrayList<>(testClasses);
        all.add(hidden);
        return new ExerciseTests(contract, all);
    }

    /**
     * This exercise as students have it.
     *
     * @return a copy without hidden tests
     */
    public ExerciseTests visibleOnly() {
        return visible(contract);
    }

    /**
     * The exercise's name.
     *
     * @return such as {@code 01-bigram-subnetworks}
     */
    public String id() {
        return contract.getAnnotation(Exercise.class).id();
    }

    /**
     * The exercise's title.
     *
     * @return a few words
     */
    public String title() {
        return contract.getAnnotation(Exercise.class).title();
    }

    /**
     * The methods that students write.
     *
     * @return the contract's abstract methods, by question
     */
    public List<Method> methods() {
        return Arrays.stream(contract.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .sorted(Comparator.comparing((Method method) ->
                                method.getAnnotation(Question.class).value())
                        .thenComparing(Method::getName))
                .toList();
    }

    /**
     * The names of the questions.
     *
     * @return such as {@code [a, b, c]}
     */
    public List<String> questions() {
        return methods().stream()
                .map(method -> method.getAnnotation(Question.class).value())
                .distinct()
                .toList();
    }

    /**
     * What the hidden tests of a question are worth, as the contract says, also where they are not known.
     *
     * @param question the question's name
     * @return the points
     */
    public int hiddenPoints(String question) {
        return methods().stream()
                .map(method -> method.getAnnotation(Question.class))
                .filter(annotation -> annotation.value().equals(question))
                .mapToInt(Question::hidden)
                .sum();
    }

    /**
     * The tests, by question, visible ones first, then by {@link Order} and name.
     *
     * @return every method annotated with {@link Test}
     */
    public List<TestMethod> tests() {
        var visible = contract.getAnnotation(Exercise.class).visibleTests();
        return testClasses.stream()
                .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(method -> new TestMethod(method, tests == visible)))
                .sorted(Comparator.comparing(TestMethod::question)
                        .thenComparing(test -> !test.visible())
                        .thenComparing(TestMethod::order)
                        .thenComparing(test -> test.method().getName()))
                .toList();
    }
}
