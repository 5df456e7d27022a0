package org.tinybabel.maven;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.tinybabel.kernel.magic.ArtifactResolver.Watcher;

/** Tells what is being fetched, and stops when nobody wants it any more. POMs and checksums are too small to tell of. */
final class WatchedTransfers extends AbstractTransferListener {

    private final Watcher watcher;

    WatchedTransfers(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        stopIfCancelled();
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        stopIfCancelled();
        report(event, event.getResource().getContentLength());
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        report(event, event.getTransferredBytes());
    }

    private void report(TransferEvent event, long total) {
        var name = event.getResource().getResourceName();
        var done = event.getTransferredBytes();
        // The end is told once, when the file is complete.
        var complete = event.getType() == TransferEvent.EventType.SUCCEEDED;
        if (name.endsWith(".jar") && (complete || done != total)) {
            watcher.fetching(name.substring(name.lastIndexOf('/') + 1), done, total);
        }
    }

    private void stopIfCancelled() throws TransferCancelledException {
        if (watcher.cancelled()) {
            throw new TransferCancelledException("The cell was interrupted.");
        }
    }
}
