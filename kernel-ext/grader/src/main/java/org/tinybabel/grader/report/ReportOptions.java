package org.tinybabel.grader.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What reports take into account beside the results.
 *
 * @param due when submissions were due
 * @param roster who takes the course
 * @param manual a file with the teacher's points for written answers
 */
public record ReportOptions(Optional<Instant> due, Optional<Roster> roster, Optional<Path> manual) {

    /** Nothing but the results. */
    public static final ReportOptions NONE = new ReportOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Rejects {@code null}.
     *
     * @param due when submissions were due
     * @param roster who takes the course
     * @param manual a file with the teacher's points for written answers
     */
    public ReportOptions {
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(roster, "roster");
        Objects.requireNonNull(manual, "manual");
    }
}
