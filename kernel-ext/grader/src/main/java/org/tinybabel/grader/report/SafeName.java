package org.tinybabel.grader.report;

import java.nio.charset.StandardCharsets;
import org.tinybabel.grader.ExerciseVersion;

/**
 * File names for students. A plain id stays as it is; any other keeps what can be kept and gets a hash behind a tilde, which
 * no plain id contains, so that two students never share a file, not even where file names ignore case or accents.
 */
public final class SafeName {

    private static final String PLAIN = "[a-z0-9][a-z0-9._-]{0,79}";

    private SafeName() {}

    /**
     * The file name of a student.
     *
     * @param student the student's id
     * @return a name without ending that is safe on every file system
     */
    public static String of(String student) {
        if (student.matches(PLAIN)) {
            return student;
        }
        var kept = student.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
        var hash = ExerciseVersion.sha256(student.getBytes(StandardCharsets.UTF_8));
        return kept.substring(0, Math.min(60, kept.length())) + "~" + hash.substring(0, 10);
    }
}
