package org.tinybabel.grader.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How late a submission came; it is told and never deducted. */
public final class Lateness {

    private Lateness() {}

    /**
     * Reads a time as teachers write it.
     *
     * @param text a date, which means its end, a date with a time of day, or an instant, such as {@code 2026-03-01},
     *     {@code 2026-03-01T12:00} and {@code 2026-03-01T12:00:00Z}
     * @param zone the zone of times that name none
     * @return the instant
     * @throws IllegalArgumentException if the text is something else
     */
    public static Instant due(String text, ZoneId zone) {
        var given = text.strip().replaceFirst("(?<=\\d) (?=\\d)", "T");
        try {
            if (given.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(given).plusDays(1).atStartOfDay(zone).toInstant();
            }
            return given.matches(".*T.*([Zz]|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(given).toInstant()
                    : LocalDateTime.parse(given).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the time must look like 2026-03-01, 2026-03-01T12:00 or 2026-03-01T12:00:00Z, got \"" + text
                            + "\"",
                    e);
        }
    }

    /**
     * How late a submission came.
     *
     * @param submitted when it was handed in, as an ISO-8601 instant; blank if unknown
     * @param due when it was due
     * @return such as {@code 2 h 5 min}; blank if it was in time or one of the times is unknown
     */
    public static String of(String submitted, Optional<Instant> due) {
        if (submitted.isBlank() || due.isEmpty()) {
            return "";
        }
        try {
            var late = Duration.between(due.get(), Instant.parse(submitted));
            return late.compareTo(Duration.ZERO) <= 0 ? "" : words(late);
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private static String words(Duration late) {
        if (late.toDays() > 0) {
            return late.toDays() + " d " + late.toHoursPart() + " h";
        }
        if (late.toHours() > 0) {
            return late.toHours() + " h " + late.toMinutesPart() + " min";
        }
        return late.toMinutes() > 0 ? late.toMinutes() + " min" : "less than 1 min";
    }
}
