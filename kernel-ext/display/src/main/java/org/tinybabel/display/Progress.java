package org.tinybabel.display;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * A line that says how far a long computation is, updated in place.
 *
 * <pre>{@code
 * try (var progress = progress("Training", 400)) {
 *     for (var step = 0; step < 400; step++) {
 *         train(step);
 *         progress.step();
 *     }
 * }
 * }</pre>
 *
 * <p>At most four updates a second reach the front end, however often {@link #step()} is called. Closing leaves one plain
 * line, so that a stored notebook reads well.
 */
public final class Progress implements AutoCloseable {

    private static final long BETWEEN_UPDATES = 250_000_000L;

    private final String label;
    private final long total;
    private final LongSupplier clock;
    private final Host host;
    private final String displayId = "progress-" + UUID.randomUUID();
    private final long started;
    private long done;
    private String note = "";
    private long updated;
    private Optional<Long> budget = Optional.empty();
    private boolean stopped;
    private boolean closed;

    Progress(String label, long total, Host host, LongSupplier nanoClock) {
        if (total < 1) {
            throw new IllegalArgumentException("progress needs a total of at least 1 step, got " + total);
        }
        this.label = label;
        this.total = total;
        this.host = host;
        this.clock = nanoClock;
        this.started = nanoClock.getAsLong();
        this.updated = started;
        host.display(running(0), displayId);
    }

    /**
     * Limits the time. The computation has to ask {@link #goesOn()} before each step; when the time is over, the final line says that
     * it was stopped, and after how many steps.
     *
     * @param seconds counted from the beginning of this progress, more than 0
     * @return this progress
     */
    public synchronized Progress budget(double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("a budget must be more than 0 seconds, got " + seconds);
        }
        budget = Optional.of((long) (seconds * 1e9));
        return this;
    }

    /**
     * Whether there is still something to do and time for it.
     *
     * @return {@code false} when all steps are done, or the budget is spent
     */
    public synchronized boolean goesOn() {
        if (done < total && budget.isPresent() && clock.getAsLong() - started >= budget.get()) {
            stopped = true;
        }
        return done < total && !stopped;
    }

    /** Counts one step. */
    public void step() {
        step(1);
    }

    /**
     * Counts several steps.
     *
     * @param steps how many, at least 0
     */
    public synchronized void step(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("progress cannot go back: steps must be at least 0, got " + steps);
        }
        done += steps;
        refresh();
    }

    /**
     * Says what is going on, such as the current loss; it stands behind the count until the next note.
     *
     * @param text the note, blank for none
     */
    public synchronized void note(String text) {
        note = text;
        refresh();
    }

    private void refresh() {
        var now = clock.getAsLong();
        if (!closed && now - updated >= BETWEEN_UPDATES) {
            updated = now;
            host.update(displayId, running(now - started));
        }
    }

    private MimeBundle running(long elapsed) {
        var left = done == 0
                ? ""
                : ", about " + seconds((long) ((double) elapsed / done * (total - done))) + " left"
                        + budget.map(limit -> ", stops after " + seconds(limit)).orElse("");
        var text = label + ": " + count() + left + noted();
        var bar = "<progress max=\"" + total + "\" value=\"" + Math.min(done, total) + "\" aria-label=\""
                + Html.escape(label) + "\"></progress> ";
        return MimeBundle.html(bar + "<span>" + Html.escape(text) + "</span>", text);
    }

    /** Leaves the final line: how many steps were done, in what time. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            var limit = stopped ? ", stopped at its budget of " + seconds(budget.orElseThrow()) : "";
            var text = label + ": " + count() + " in " + seconds(clock.getAsLong() - started) + limit + noted();
            host.update(displayId, MimeBundle.html("<span>" + Html.escape(text) + "</span>", text));
        }
    }

    private String count() {
        return done + " of " + total;
    }

    private String noted() {
        return note.isBlank() ? "" : " (" + note + ")";
    }

    private static String seconds(long nanos) {
        var seconds = nanos / 1e9;
        if (seconds < 10) {
            return String.format(java.util.Locale.ROOT, "%.1f s", seconds);
        }
        var whole = Math.round(seconds);
        return whole < 120 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }
}
