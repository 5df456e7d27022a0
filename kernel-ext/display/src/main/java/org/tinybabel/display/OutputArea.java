package org.tinybabel.display;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Shows what code prints and shows each time it runs: always the outputs of the last run only. */
final class OutputArea {

    private final Widgets widgets;
    private final Interactive.Recorder recorder;
    private final Consumer<Widgets.Opened> firstShown;
    private Optional<Widgets.Opened> opened = Optional.empty();
    private volatile List<Map<String, Object>> outputs = List.of();
    private volatile boolean closed;

    /**
     * An area that is not there before there is an output.
     *
     * @param firstShown shows the area; it has its first outputs then
     * @param changed told of later outputs
     */
    OutputArea(Widgets widgets, Consumer<Widgets.Opened> firstShown, Runnable changed) {
        this.widgets = widgets;
        this.firstShown = firstShown;
        recorder = widgets.interactive().recorder(now -> changedTo(now, changed));
    }

    private synchronized void changedTo(List<Map<String, Object>> now, Runnable changed) {
        if (closed || opened.isEmpty() && now.isEmpty()) {
            return;
        }
        outputs = now;
        if (opened.isEmpty()) {
            opened = Optional.of(widgets.outputs(now));
            firstShown.accept(opened.get());
        } else {
            opened.get().model().set(Map.of("outputs", now));
            changed.run();
        }
    }

    void run(Action code) {
        recorder.record(code);
    }

    /** What the area shows, where it cannot change. */
    MimeBundle still() {
        return StillOutputs.render(outputs);
    }

    synchronized void close() {
        closed = true;
        recorder.close();
        opened.ifPresent(Widgets.Opened::close);
    }

    /** Has an output brought up to date before the next cell runs: not at once, since that would take the focus away. */
    static Runnable refresher(Interactive interactive, Runnable refresh) {
        var due = new AtomicBoolean();
        return () -> {
            if (due.compareAndSet(false, true)) {
                interactive.betweenCells(() -> {
                    due.set(false);
                    refresh.run();
                });
            }
        };
    }
}
