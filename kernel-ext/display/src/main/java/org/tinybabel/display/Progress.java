package org.tinybabel.display;

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
        var left = done == 0 ? "" : ", about " + seconds((long) ((double) elapsed / done * (total - done))) + " left";
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
            var text = label + ": " + count() + " in " + seconds(clock.getAsLong() - started) + noted();
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
