package org.tinybabel.grader.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.ExerciseVersion;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;

/**
 * One JSON file for each graded submission. All reports derive from these files, which makes grading resumable and the
 * outputs of several machines mergeable.
 *
 * @param folder the folder {@code results/} of an output folder
 */
public record ResultStore(Path folder) {

    /**
     * The store of an output folder.
     *
     * @param out the folder that {@code --out} names
     * @return its {@code results/}
     */
    public static ResultStore in(Path out) {
        return new ResultStore(out.resolve("results"));
    }

    /**
     * Where a student's result lies.
     *
     * @param student the student's id
     * @return a file that may be missing
     */
    public Path file(String student) {
        return folder.resolve(SafeName.of(student) + ".json");
    }

    /**
     * Writes a result as a whole: a crash leaves the result that was there before. A file that says the same is not touched.
     *
     * @param result the result
     * @return the file
     * @throws IOException if the folder cannot be written
     */
    public Path write(GradedSubmission result) throws IOException {
        var file = file(result.student());
        var json = result.toJson();
        return Files.exists(file) && Files.readString(file).equals(json) ? file : AtomicFile.write(file, json);
    }

    /**
     * A result that need not be computed again: of the same notebook bytes, exercise and tests, and not an error.
     *
     * @param submission whose result; if it came in otherwise than last time, such as with another name, the file is brought
     *     up to date
     * @param notebook the bytes of the notebook
     * @param tests the exercise as it is now
     * @return the result, if there is one that still holds
     * @throws IOException if the file is there and cannot be read, or the new name cannot be written
     */
    public Optional<GradedSubmission> kept(Submission submission, byte[] notebook, ExerciseTests tests)
            throws IOException {
        var file = file(submission.student());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        GradedSubmission result;
        try {
            result = GradedSubmission.fromJson(Files.readString(file));
        } catch (IllegalArgumentException e) {
            // Of another version of the kit, or damaged: graded anew.
            return Optional.empty();
        }
        if (!result.graded()
                || !result.exercise().equals(tests.id())
                || !result.circumstances().tests().equals(ExerciseVersion.of(tests))
                || !result.sha256().equals(ExerciseVersion.sha256(notebook))) {
            return Optional.empty();
        }
        if (!result.submission().equals(submission)) {
            result = result.with(submission);
            write(result);
        }
        return Optional.of(result);
    }
}
