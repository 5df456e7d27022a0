package org.tinybabel.grader.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What reports take into account beside the results.
 *
 * @param due when submissions were due
 * @param roster who takes the course
 * @param manual a file in which the teacher hands in points for written answers
 * @param earlier files of earlier runs that may hold a teacher's points; the later ones count more
 */
public record ReportOptions(Optional<Instant> due, Optional<Roster> roster, Optional<Path> manual, List<Path> earlier) {

    /** Nothing but the results. */
    public static final ReportOptions NONE =
            new ReportOptions(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * Rejects {@code null} and copies the list.
     *
     * @param due when submissions were due
     * @param roster who takes the course
     * @param manual a file in which the teacher hands in points for written answers
     * @param earlier files of earlier runs that may hold a teacher's points
     */
    public ReportOptions {
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(roster, "roster");
        Objects.requireNonNull(manual, "manual");
        earlier = List.copyOf(earlier);
    }

    /**
     * The same options with the files of earlier runs.
     *
     * @param files files named {@code manual.csv}
     * @return a copy
     */
    public ReportOptions withEarlier(List<Path> files) {
        return new ReportOptions(due, roster, manual, files);
    }
}
