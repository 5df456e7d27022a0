package org.tinybabel.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinybabel.exercises.Exercises;
import org.tinybabel.grader.ExerciseTests;

/** All exercises as a teacher has them: with their hidden tests, if there are any. */
public final class Solutions {

    private Solutions() {}

    /**
     * Every exercise.
     *
     * @return one entry for each contract, in the order of the papers
     */
    public static List<ExerciseTests> exercises() {
        return Exercises.contracts().stream()
                .map(contract -> hidden(contract)
                        .map(tests -> ExerciseTests.visible(contract).withHidden(tests))
                        .orElseGet(() -> ExerciseTests.visible(contract)))
                .toList();
    }

    /** By convention the hidden tests of the contract {@code Foo} are the class {@code FooHiddenTest} of this package. */
    private static Optional<Class<?>> hidden(Class<?> contract) {
        try {
            return Optional.of(
                    Class.forName(Solutions.class.getPackageName() + "." + contract.getSimpleName() + "HiddenTest"));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * One exercise.
     *
     * @param id such as {@code 01-bigram-subnetworks}
     * @return the exercise
     * @throws IllegalArgumentException if there is none of that name; the message lists those there are
     */
    public static ExerciseTests exercise(String id) {
        return exercises().stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no exercise \"" + id + "\"; there are "
                        + exercises().stream().map(ExerciseTests::id).collect(Collectors.joining(", "))));
    }

    /**
     * What is known about a notebook's numbers: those of its paper and of the reference prototype, and where the toy experiment
     * departs from the paper.
     *
     * @param id such as {@code 01-bigram-subnetworks}
     * @return Markdown with a table of the columns claim, measure, paper, reference and why they differ; empty if nobody wrote it
     */
    public static Optional<String> fidelity(String id) {
        try (var stream = Solutions.class.getResourceAsStream("fidelity/" + id + ".md")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
