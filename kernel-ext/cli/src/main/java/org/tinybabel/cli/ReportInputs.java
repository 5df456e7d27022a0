package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.report.Lateness;
import org.tinybabel.grader.report.ReportOptions;
import org.tinybabel.grader.report.Reports;
import org.tinybabel.grader.report.Roster;
import org.tinybabel.grader.report.UnusableFile;

/** The teacher's files and times for reports: a mistake in them is the user's to put right. */
final class ReportInputs {

    private ReportInputs() {}

    /** Something that reads a teacher's file. */
    @FunctionalInterface
    interface Reading<T> {

        T read() throws IOException;
    }

    /**
     * The options as given on the command line.
     *
     * @throws UserError if a time or the roster cannot be used
     */
    static ReportOptions options(Optional<String> due, Optional<Path> roster, Optional<Path> manual)
            throws IOException {
        var students =
                roster.isEmpty() ? Optional.<Roster>empty() : Optional.of(usable(() -> Roster.read(roster.get())));
        return new ReportOptions(due.map(ReportInputs::due), students, manual, List.of());
    }

    private static Instant due(String text) {
        try {
            return Lateness.due(text, ZoneId.systemDefault());
        } catch (IllegalArgumentException e) {
            throw new UserError("--due: " + e.getMessage() + ".");
        }
    }

    /**
     * Makes sure, before hours of grading, that reports can be written.
     *
     * @throws UserError if the folder's manual.csv cannot be read
     */
    static void check(ExerciseTests exercise, Path out, ReportOptions options) throws IOException {
        usable(() -> Reports.sheet(exercise, List.of(), out, options));
    }

    /**
     * Writes the reports.
     *
     * @throws UserError if a teacher's file cannot be used; nothing is written then
     */
    static Reports.Written write(
            ExerciseTests exercise, List<GradedSubmission> results, Path out, ReportOptions options)
            throws IOException {
        return usable(() -> Reports.write(exercise, results, out, options));
    }

    static <T> T usable(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (UnusableFile e) {
            throw new UserError(e.getMessage());
        }
    }
}
