package org.tinybabel.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long a piece of work will still take, if it goes on as it has begun. */
public final class TimeLeft {

    private final Instant begin = Instant.now();

    /** Work that begins now. */
    public TimeLeft() {}

    /**
     * The time that is left, as the end of a progress line.
     *
     * @param done the share of the work that is done, more than 0 and at most 1
     * @return such as {@code " (about 3 min left)"}; nothing when it is a matter of moments
     */
    public String left(double done) {
        var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0 / done * (1 - done);
        if (seconds < 5) {
            return "";
        }
        return seconds < 90
                ? String.format(Locale.ROOT, " (about %d s left)", Math.round(seconds))
                : String.format(Locale.ROOT, " (about %d min left)", Math.round(seconds / 60));
    }
}
