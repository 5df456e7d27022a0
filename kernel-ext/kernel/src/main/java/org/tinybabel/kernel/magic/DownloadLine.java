package org.tinybabel.kernel.magic;

import java.util.Locale;
import java.util.UUID;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;

/** A line that says what is being fetched; it appears with the first byte and is updated in place. */
final class DownloadLine implements ArtifactResolver.Watcher, AutoCloseable {

    private static final long BETWEEN_UPDATES = 250_000_000L;
    private static final double MEGABYTE = 1e6;

    private final String displayId = "maven-" + UUID.randomUUID();
    private volatile boolean cancelled;
    private boolean shown;
    private boolean closed;
    private long updated;
    private int files;
    private long bytes;
    private String current = "";

    @Override
    public synchronized void fetching(String file, long done, long total) {
        if (closed || cancelled) {
            return;
        }
        var now = System.nanoTime();
        current = file;
        if (done == total) {
            files++;
            bytes += done;
        }
        if (!shown || now - updated >= BETWEEN_UPDATES) {
            updated = now;
            show("Fetching " + file + ": " + megabytes(done)
                    + (total > 0 ? " of " + megabytes(total) : "")
                    + (files > 0 ? "; " + files + " files done" : ""));
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }

    private void show(String text) {
        var bundle = MimeBundle.text(text);
        if (shown) {
            Hosts.current().update(displayId, bundle);
        } else {
            Hosts.current().display(bundle, displayId);
        }
        shown = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /** Stops what is going on at the next occasion. */
    synchronized void cancel() {
        cancelled = true;
        if (shown) {
            show("Stopped while fetching " + current + ".");
        }
    }

    /** Leaves one plain line, so that a stored notebook reads well. */
    @Override
    public synchronized void close() {
        if (shown && !closed && !cancelled) {
            show("Fetched " + files + (files == 1 ? " file, " : " files, ") + megabytes(bytes) + ".");
        }
        closed = true;
    }
}
