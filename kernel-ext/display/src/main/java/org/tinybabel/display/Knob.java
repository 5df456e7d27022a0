package org.tinybabel.display;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A value that the reader of a notebook can change: a slider, a choice or a box to tick.
 *
 * <pre>{@code
 * var layers = slider("layers", 1, 12, 4);
 * live(() -> bars(lossWith(layers.value()), "layer", "loss"));
 * }</pre>
 *
 * @param <T> the type of the value
 */
public final class Knob<T> implements Displayable {

    private static final String END = " and run the cell again.";

    private final String label;
    private final KnobKind<T> kind;
    private final Host host;
    private final String displayId = "knob-" + UUID.randomUUID();
    private final List<Consumer<? super T>> handlers = new CopyOnWriteArrayList<>();
    private final Set<Live> areas = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean moving = new AtomicBoolean();
    private final Newest telling = new Newest(this::tellHandlers);
    private final Optional<Face> face;
    private volatile T value;
    private volatile Optional<Knob<T>> successor = Optional.empty();

    /** What of the knob is in the front end. */
    private final class Face {

        private final Widgets widgets;
        private final Widgets.Opened control;
        private final Widgets.Opened column;
        private final OutputArea below;
        private final Runnable refresh;

        Face(Widgets widgets) {
            this.widgets = widgets;
            control = widgets.control(kind.widget(), kind.style(), label, kind.state(value));
            control.model().onMove(Knob.this::moved);
            column = widgets.column(List.of(control.model()));
            below = new OutputArea(
                    widgets,
                    area -> column.model()
                            .set(Map.of("children", Widgets.references(List.of(control.model(), area.model())))),
                    () -> {});
            refresh = OutputArea.refresher(widgets.interactive(), () -> host.update(displayId, toMimeBundle()));
            widgets.interactive().whenRunAgain(this::close);
        }

        private void close() {
            below.close();
            column.close();
            control.close();
            widgets.retire(Knob.this);
        }
    }

    private Knob(String label, KnobKind<T> kind, T value) {
        this.label = label;
        this.kind = kind;
        this.value = value;
        this.host = Hosts.current();
        this.face = Widgets.here().map(Face::new);
    }

    /** Makes a knob and shows it. */
    static <T> Knob<T> show(String label, KnobKind<T> kind, T value) {
        Live.refuseInside(label);
        var fault = kind.fault(value);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("the value of \"" + label + "\" " + fault.get());
        }
        var knob = new Knob<>(label, kind, value);
        knob.face.flatMap(shown -> shown.widgets.retired(label)).ifPresent(knob::succeed);
        knob.host.display(knob.toMimeBundle(), knob.displayId);
        return knob;
    }

    /**
     * Takes the place of a knob that its cell has made anew, since code of other cells still has the old one.
     *
     * @param old a knob with the same label
     */
    @SuppressWarnings("unchecked")
    private void succeed(Knob<?> old) {
        if (old.value.getClass() == value.getClass()) {
            ((Knob<T>) old).successor = Optional.of(this);
            areas.addAll(old.areas);
            // Not before the cell has given the variable its new value.
            face.orElseThrow().widgets.interactive().afterMoves(() -> areas.forEach(Live::redraw));
        }
    }

    /**
     * What the reader sees beside the knob.
     *
     * @return the label
     */
    public String label() {
        return label;
    }

    /**
     * The name under which the host shows the knob.
     *
     * @return the display id
     */
    public String displayId() {
        return displayId;
    }

    /**
     * Where the knob stands now.
     *
     * @return the value
     */
    public T value() {
        if (successor.isPresent()) {
            return successor.get().value();
        }
        Live.noteAsked(this);
        return value;
    }

    /**
     * Moves the knob, as the reader would.
     *
     * @param newValue the value to move it to
     * @throws IllegalArgumentException if the knob cannot have this value
     */
    public void value(T newValue) {
        Objects.requireNonNull(newValue, "a knob always has a value");
        if (successor.isPresent()) {
            successor.get().value(newValue);
            return;
        }
        var fault = kind.fault(newValue);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("the value of \"" + label + "\" " + fault.get());
        }
        if (!newValue.equals(value)) {
            value = newValue;
            face.ifPresent(shown -> {
                shown.control.model().set(kind.valueState(newValue));
                shown.refresh.run();
            });
            tell();
        }
    }

    /**
     * Has something done whenever the knob moves. When it moves fast, only the newest value counts. What is printed or shown
     * then appears below the knob.
     *
     * @param handler gets the new value
     * @return this knob
     */
    public Knob<T> onChange(Consumer<? super T> handler) {
        handlers.add(handler);
        return this;
    }

    /** The reader has moved the knob. */
    private void moved(Map<String, Object> change) {
        kind.read(change).filter(now -> !now.equals(value)).ifPresent(now -> {
            value = now;
            var shown = face.orElseThrow();
            shown.refresh.run();
            if (moving.compareAndSet(false, true)) {
                shown.widgets.interactive().afterMoves(() -> {
                    moving.set(false);
                    tell();
                });
            }
        });
    }

    private void tell() {
        if (!handlers.isEmpty()) {
            telling.run();
        }
        areas.forEach(Live::redraw);
    }

    private void tellHandlers() {
        if (face.isPresent()) {
            face.get().below.run(() -> handlers.forEach(handler -> handler.accept(value)));
        } else {
            handlers.forEach(handler -> handler.accept(value));
        }
    }

    void attach(Live area) {
        areas.add(area);
    }

    void detach(Live area) {
        areas.remove(area);
    }

    @Override
    public MimeBundle toMimeBundle() {
        var advice = kind.advice(label, value);
        var standing = "<span>" + Html.text(label) + " = <b>" + Html.text(kind.spell(value)) + "</b>"
                + Html.escape(advice.range());
        var how = advice.code().isEmpty() ? "" : ". " + advice.before() + advice.code() + END;
        var howInHtml = advice.code().isEmpty()
                ? ""
                : ". " + advice.before() + "<code>" + Html.escape(advice.code()) + "</code>" + END;
        var still = MimeBundle.html(standing + howInHtml + "</span>", this + advice.range() + how);
        return face.map(shown -> Widgets.view(shown.column.model(), still)).orElse(still);
    }

    /**
     * Label and value.
     *
     * @return such as {@code layers = 4}
     */
    @Override
    public String toString() {
        return label + " = " + kind.spell(value);
    }
}
