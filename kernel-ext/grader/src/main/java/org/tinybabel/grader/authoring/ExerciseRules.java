package org.tinybabel.grader.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.ExerciseTests.TestMethod;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Validation;
import org.tinybabel.grader.api.Written;

/**
 * What the tests of every exercise must have besides a {@link Proof}: each method is compared with the solution on generated
 * inputs, validation is a point of its own, judgement is worth a quarter, there are right answers of other kinds, and messages
 * are made for students.
 */
public final class ExerciseRules {

    /** What ends the name of an answer that is right but for taking whatever comes. */
    static final String NO_VALIDATION = "-no-validation";

    /** Assertions whose messages speak to programmers. */
    private static final List<String> FOR_PROGRAMMERS =
            List.of("org/assertj/", "org/junit/jupiter/api/Assertions", "org/hamcrest/");

    private static final int LEAST_SHARE_OF_JUDGEMENT = 4;

    private final Proof proof;
    private final ExerciseTests exercise;
    private final DocumentedExceptions documented;
    private final List<String> faults = new ArrayList<>();

    private ExerciseRules(Proof proof, DocumentedExceptions documented) {
        this.proof = proof;
        this.exercise = proof.exercise();
        this.documented = documented;
    }

    /**
     * Looks at an exercise that was proved in this virtual machine.
     *
     * @param proof what was proved
     * @param sources the folder of Java sources that holds the contract's file
     * @return one sentence for each rule that is broken; empty if none is
     * @throws IOException if the contract's source cannot be read
     */
    public static List<String> faults(Proof proof, Path sources) throws IOException {
        var rules = new ExerciseRules(proof, DocumentedExceptions.of(proof.exercise(), sources));
        rules.generatedInputs();
        rules.validation();
        rules.judgement();
        rules.hiddenPoints();
        rules.rightAnswers();
        rules.words();
        return List.copyOf(rules.faults);
    }

    private Set<String> questionsWithInput() {
        return exercise.methods().stream()
                .filter(method -> method.getParameterCount() > 0)
                .map(method -> method.getAnnotation(Question.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean documentsExceptions(String question) {
        return !documented.byQuestion().getOrDefault(question, List.of()).isEmpty();
    }

    private void generatedInputs() {
        var compared = GeneratedInputs.compared();
        for (var method : exercise.methods()) {
            var inputs = Optional.ofNullable(compared.get(method)).orElse(new GeneratedInputs.Compared(0, 0));
            if (method.getParameterCount() > 0 && inputs.values() == 0) {
                faults.add("No test compares " + method.getName() + " with the solution on generated inputs");
            }
        }
        for (var question : questionsWithInput()) {
            var refusals = exercise.methods().stream()
                    .filter(method ->
                            method.getAnnotation(Question.class).value().equals(question))
                    .mapToInt(method -> Optional.ofNullable(compared.get(method))
                            .map(GeneratedInputs.Compared::refusals)
                            .orElse(0))
                    .sum();
            if (documentsExceptions(question) && refusals == 0) {
                faults.add("Question (" + question
                        + ") documents exceptions, and no test compares them with the solution's on generated inputs");
            }
        }
    }

    private static boolean isValidation(TestMethod test) {
        return test.method().isAnnotationPresent(Validation.class);
    }

    /** Whoever forgets to validate, and gets all else right, loses the points of validation. */
    private void validation() {
        for (var question : questionsWithInput()) {
            var answers = proof.wrong().keySet().stream()
                    .filter(answer -> answer.startsWith(question + "-") && answer.endsWith(NO_VALIDATION))
                    .toList();
            if (documentsExceptions(question) && answers.isEmpty()) {
                faults.add("Question (" + question + ") documents exceptions, and no wrong answer " + question
                        + NO_VALIDATION + " leaves them out");
            }
        }
        proof.wrong().forEach((answer, graded) -> {
            if (answer.endsWith(NO_VALIDATION)) {
                exercise.tests().stream()
                        .filter(Predicate.not(ExerciseRules::isValidation))
                        .filter(test -> graded.tests().stream()
                                .anyMatch(result ->
                                        result.test().equals(test.id()) && result.status() != TestResult.Status.PASSED))
                        .forEach(test -> faults.add(test.id() + " takes points from " + answer
                                + ": validation is a point of its own, in tests that are annotated @Validation"));
            }
        });
    }

    private void judgement() {
        var judging = exercise.methods().stream()
                .map(method -> method.getAnnotation(Question.class))
                .filter(Question::judgement)
                .map(Question::value)
                .collect(Collectors.toSet());
        var points = exercise.tests().stream().mapToInt(TestMethod::points).sum();
        var ofJudgement = exercise.tests().stream()
                .filter(test -> judging.contains(test.question()))
                .mapToInt(TestMethod::points)
                .sum();
        for (var written : exercise.contract().getAnnotationsByType(Written.class)) {
            points += written.points();
            ofJudgement += written.points();
        }
        if (exercise.questions().size() > 1 && LEAST_SHARE_OF_JUDGEMENT * ofJudgement < points) {
            faults.add("Judgement is worth " + ofJudgement + " of " + points
                    + " points, less than a quarter: questions with @Question(judgement = true), and written answers");
        }
    }

    private void hiddenPoints() {
        for (var question : exercise.questions()) {
            var points = exercise.tests().stream()
                    .filter(test -> !test.visible() && test.question().equals(question))
                    .mapToInt(TestMethod::points)
                    .sum();
            if (points != exercise.hiddenPoints(question)) {
                faults.add("The hidden tests of question (" + question + ") are worth " + points
                        + " points, and the contract says " + exercise.hiddenPoints(question) + ": @Question(value = \""
                        + question + "\", hidden = " + points + ")");
            }
        }
    }

    private void rightAnswers() {
        for (var question : questionsWithInput()) {
            if (proof.right().keySet().stream().noneMatch(answer -> answer.startsWith(question + "-"))) {
                faults.add("No right answer of another kind to question (" + question + ") is tried: right/"
                        + exercise.id() + ".edits");
            }
        }
    }

    private void words() throws IOException {
        for (var tests : exercise.testClasses()) {
            for (var type : tests.getNestHost().getNestMembers()) {
                for (var used : usedTypes(type)) {
                    faults.add(type.getSimpleName() + " uses " + used.replace('/', '.')
                            + ", whose messages are not made for students: use Answers");
                }
            }
        }
    }

    private static Set<String> usedTypes(Class<?> type) throws IOException {
        var used = new TreeSet<String>();
        try (var bytes = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            var remapper = new Remapper(Opcodes.ASM9) {
                @Override
                public String map(String internalName) {
                    FOR_PROGRAMMERS.stream().filter(internalName::startsWith).forEach(prefix -> used.add(internalName));
                    return internalName;
                }
            };
            new ClassReader(bytes.readAllBytes()).accept(new ClassRemapper(new ClassWriter(0), remapper), 0);
        }
        return used;
    }
}
