package org.tinybabel.grader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The version of an exercise: a hash of the classes that decide about points. Results of different versions must not stand
 * in one gradebook, and an old result can be kept only while the version is the same.
 */
public final class ExerciseVersion {

    private static final Map<ExerciseTests, String> KNOWN = new ConcurrentHashMap<>();

    private ExerciseVersion() {}

    /**
     * The version of an exercise with its tests.
     *
     * @param tests the exercise as this virtual machine knows it
     * @return SHA-256 over the class files of contract and tests and of the classes nested in them, in hexadecimal digits
     */
    public static String of(ExerciseTests tests) {
        return KNOWN.computeIfAbsent(tests, ExerciseVersion::hash);
    }

    private static String hash(ExerciseTests tests) {
        var classes = new ArrayList<Class<?>>();
        collect(tests.contract(), classes);
        tests.testClasses().forEach(test -> collect(test, classes));
        var digest = sha256();
        // Which of them are run as tests matters too.
        digest.update(tests.testClasses().toString().getBytes(StandardCharsets.UTF_8));
        classes.stream().sorted(Comparator.comparing(Class::getName)).distinct().forEach(type -> {
            digest.update(type.getName().getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(type));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void collect(Class<?> type, List<Class<?>> classes) {
        classes.add(type);
        Arrays.stream(type.getDeclaredClasses()).forEach(nested -> collect(nested, classes));
    }

    private static byte[] bytes(Class<?> type) {
        var file = type.getName().replaceFirst(".*\\.", "") + ".class";
        try (var stream = type.getResourceAsStream(file)) {
            if (stream == null) {
                throw new InfrastructureFailure(
                        "The class file of " + type.getName() + " cannot be found: is the kit built?",
                        new java.io.FileNotFoundException(file));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The class file of " + type.getName() + " cannot be read", e);
        }
    }

    /**
     * The hash of some bytes.
     *
     * @param bytes any bytes, such as those of a notebook
     * @return SHA-256 in hexadecimal digits
     */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
