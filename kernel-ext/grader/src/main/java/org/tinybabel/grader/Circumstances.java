package org.tinybabel.grader;

import java.util.Objects;
import java.util.Optional;

/**
 * Under which circumstances a submission was graded: what one needs to get the same result again, or to see why it differs.
 *
 * @param kit the version of the kit
 * @param java the version of Java
 * @param system the operating system
 * @param tests the version of the exercise: the SHA-256 of its contract and tests
 * @param seed the seed of the inputs, and of the order in which tests ran
 * @param isolation how the student's code was kept apart, in a sentence; blank if none of it ran
 */
public record Circumstances(String kit, String java, String system, String tests, long seed, String isolation) {

    /**
     * Rejects {@code null}.
     *
     * @param kit the version of the kit
     * @param java the version of Java
     * @param system the operating system
     * @param tests the SHA-256 of the exercise's contract and tests
     * @param seed the seed of the inputs, and of the order in which tests ran
     * @param isolation how the student's code was kept apart; blank if none of it ran
     */
    public Circumstances {
        // The same for most results of a run: thousands of them must not hold thousands of copies.
        kit = Objects.requireNonNull(kit, "kit").intern();
        java = Objects.requireNonNull(java, "java").intern();
        system = Objects.requireNonNull(system, "system").intern();
        tests = Objects.requireNonNull(tests, "tests").intern();
        isolation = Objects.requireNonNull(isolation, "isolation").intern();
    }

    /**
     * The circumstances on this machine.
     *
     * @param tests the exercise's tests
     * @param seed the seed of the inputs, and of the order in which tests run
     * @param isolation how the student's code is kept apart; blank if none of it runs
     * @return what this virtual machine knows about itself
     */
    public static Circumstances here(ExerciseTests tests, long seed, String isolation) {
        var version = Optional.ofNullable(Circumstances.class.getPackage().getImplementationVersion());
        return new Circumstances(
                version.orElse("0.1.0"),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                ExerciseVersion.of(tests),
                seed,
                isolation);
    }
}
