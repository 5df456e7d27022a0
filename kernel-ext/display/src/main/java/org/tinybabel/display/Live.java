package org.tinybabel.display;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An output that is made anew whenever a knob moves whose value it is made from. */
final class Live {

    /** The knobs that the running code has asked so far. Code that is being drawn runs alone, so one such set is enough. */
    private static volatile Optional<Set<Knob<?>>> asking = Optional.empty();

    private final Action code;
    private final Host host;
    private final String displayId = "live-" + UUID.randomUUID();
    private final OutputArea area;
    private final Newest drawing = new Newest(this::draw);
    private Set<Knob<?>> knobs = Set.of();
    private Optional<Widgets.Opened> shown = Optional.empty();
    private volatile boolean closed;

    private Live(Action code, Widgets widgets) {
        this.code = code;
        this.host = Hosts.current();
        var refresh = OutputArea.refresher(widgets.interactive(), () -> host.update(displayId, bundle()));
        area = new OutputArea(widgets, this::show, refresh);
        widgets.interactive().whenRunAgain(this::close);
    }

    /** Shows what the code shows, and keeps it up to date where that is possible. */
    static void show(Action code) {
        refuseInside("live(…)");
        var widgets = Widgets.here();
        if (widgets.isEmpty()) {
            runAsPartOfTheCell(code);
            return;
        }
        var live = new Live(code, widgets.get());
        live.redraw();
        if (live.knobs.isEmpty()) {
            System.err.println("Note: this output will not change, because its code asked no knob for its value."
                    + " Ask inside: live(() -> … knob.value() …).");
        }
    }

    /** A cell may throw what it likes, so the reader need not say what the code may throw. */
    private static void runAsPartOfTheCell(Action code) {
        try {
            code.run();
        } catch (Exception e) {
            Live.<RuntimeException>rethrow(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void rethrow(Exception e) throws E {
        throw (E) e;
    }

    /** Says that a knob's value counts for what is being drawn. */
    static void noteAsked(Knob<?> knob) {
        asking.ifPresent(asked -> asked.add(knob));
    }

    /** Whether this output is one of many while a knob moves, and has to be quick. */
    static boolean isDrawing() {
        return asking.isPresent();
    }

    /** A knob made by what is drawn would be a new one at each move. */
    static void refuseInside(String what) {
        if (asking.isPresent()) {
            throw new IllegalStateException("\"" + what + "\" would be made anew at each move: make it before live(…),"
                    + " and only ask for values inside");
        }
    }

    private void show(Widgets.Opened opened) {
        shown = Optional.of(opened);
        host.display(bundle(), displayId);
    }

    private MimeBundle bundle() {
        return Widgets.view(shown.orElseThrow().model(), area.still());
    }

    void redraw() {
        drawing.run();
    }

    private void draw() {
        if (closed) {
            return;
        }
        Set<Knob<?>> asked = ConcurrentHashMap.newKeySet();
        asking = Optional.of(asked);
        try {
            area.run(code);
        } finally {
            asking = Optional.empty();
            follow(asked);
        }
    }

    private synchronized void follow(Set<Knob<?>> asked) {
        // Code that failed may not have come to all of its knobs; the others may be what lets it succeed again.
        asked.addAll(knobs);
        asked.forEach(knob -> knob.attach(this));
        knobs = Set.copyOf(asked);
    }

    private synchronized void close() {
        closed = true;
        knobs.forEach(knob -> knob.detach(this));
        area.close();
    }
}
