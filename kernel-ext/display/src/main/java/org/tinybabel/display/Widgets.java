package org.tinybabel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the models of widgets, and tells a front end of all of them when its page was loaded again. */
final class Widgets {

    static final String TARGET = "jupyter.widget";
    static final String PROTOCOL_VERSION = "2.1.0";

    /** The media type by which an output names the model to show. */
    static final String VIEW = "application/vnd.jupyter.widget-view+json";

    private static final String CONTROL_TARGET = "jupyter.widget.control";
    private static final String CONTROLS = "@jupyter-widgets/controls";
    private static final String BASE = "@jupyter-widgets/base";
    private static final String OUTPUT = "@jupyter-widgets/output";

    private static Optional<Widgets> last = Optional.empty();

    private final Map<String, WidgetModel> models = new ConcurrentHashMap<>();
    private final Map<String, Knob<?>> retired = new ConcurrentHashMap<>();
    private final Interactive interactive;

    private Widgets(Interactive interactive) {
        this.interactive = interactive;
        interactive
                .comms()
                .register(
                        CONTROL_TARGET,
                        (comm, opening) -> comm.onMessage(message -> {
                            if ("request_states".equals(message.data().get("method"))) {
                                comm.send(Map.of(
                                        "method", "update_states", "states", states(), "buffer_paths", List.of()));
                            }
                        }));
    }

    /** The widgets of the host; empty if its outputs only show. */
    static synchronized Optional<Widgets> here() {
        var interactive = Hosts.current().interactive();
        if (interactive.isEmpty()
                || last.filter(widgets -> widgets.interactive == interactive.get())
                        .isEmpty()) {
            last = interactive.map(Widgets::new);
        }
        return last;
    }

    /** Keeps a knob whose cell is run again until that makes it anew. */
    void retire(Knob<?> knob) {
        retired.put(knob.label(), knob);
    }

    /** The knob with this label that has to be replaced. */
    Optional<Knob<?>> retired(String label) {
        return Optional.ofNullable(retired.remove(label));
    }

    private Map<String, Object> states() {
        var states = new LinkedHashMap<String, Object>();
        models.forEach((id, model) -> {
            var state = model.state();
            states.put(
                    id,
                    Map.of(
                            "model_name", state.get("_model_name"),
                            "model_module", state.get("_model_module"),
                            "model_module_version", state.get("_model_module_version"),
                            "state", state));
        });
        return states;
    }

    Interactive interactive() {
        return interactive;
    }

    /** A control such as {@code IntSlider}, wider the longer its label is, so that there is room for both. */
    Opened control(String name, String style, String label, Map<String, Object> particular) {
        var layout = layout(Map.of("width", "auto", "max_width", "calc(30em + " + label.length() + "ch)"));
        var looks = open(
                state(CONTROLS, "2.0.0", style, BASE, "2.0.0", "StyleView"), Map.of("description_width", "initial"));
        var state = new LinkedHashMap<String, Object>(particular);
        state.put("description", label);
        state.put("description_allow_html", false);
        state.put("layout", layout.reference());
        state.put("style", looks.reference());
        state.put("disabled", false);
        var control = open(state(CONTROLS, "2.0.0", name + "Model", CONTROLS, "2.0.0", name + "View"), state);
        return new Opened(control, List.of(layout, looks, control));
    }

    /** A button. */
    Opened button(String label) {
        var layout = layout(Map.of("width", "max-content"));
        var looks = open(state(CONTROLS, "2.0.0", "ButtonStyleModel", BASE, "2.0.0", "StyleView"), Map.of());
        var button = open(
                state(CONTROLS, "2.0.0", "ButtonModel", CONTROLS, "2.0.0", "ButtonView"),
                Map.of("description", label, "layout", layout.reference(), "style", looks.reference()));
        return new Opened(button, List.of(layout, looks, button));
    }

    /** Other models, one below the other. */
    Opened column(List<WidgetModel> children) {
        var layout = layout(Map.of());
        var column = open(
                state(CONTROLS, "2.0.0", "VBoxModel", CONTROLS, "2.0.0", "VBoxView"),
                Map.of("layout", layout.reference(), "box_style", "", "children", references(children)));
        return new Opened(column, List.of(layout, column));
    }

    static List<String> references(List<WidgetModel> models) {
        return models.stream().map(WidgetModel::reference).toList();
    }

    /** A place for outputs in Jupyter's notebook format. */
    Opened outputs(List<Map<String, Object>> outputs) {
        var layout = layout(Map.of());
        var area = open(
                state(OUTPUT, "1.0.0", "OutputModel", OUTPUT, "1.0.0", "OutputView"),
                Map.of("layout", layout.reference(), "msg_id", "", "outputs", outputs));
        return new Opened(area, List.of(layout, area));
    }

    private WidgetModel layout(Map<String, Object> particular) {
        return open(state(BASE, "2.0.0", "LayoutModel", BASE, "2.0.0", "LayoutView"), particular);
    }

    private static Map<String, Object> state(
            String module, String version, String model, String viewModule, String viewVersion, String view) {
        var state = new LinkedHashMap<String, Object>();
        state.put("_model_module", module);
        state.put("_model_module_version", version);
        state.put("_model_name", model);
        state.put("_view_module", viewModule);
        state.put("_view_module_version", viewVersion);
        state.put("_view_name", view);
        state.put("_view_count", null);
        return state;
    }

    private WidgetModel open(Map<String, Object> general, Map<String, Object> particular) {
        var state = new LinkedHashMap<>(general);
        state.putAll(particular);
        var model = new WidgetModel(interactive.comms(), state);
        models.put(model.id(), model);
        return model;
    }

    /** A model, and the models it is made of. */
    final class Opened {

        private final WidgetModel model;
        private final List<WidgetModel> parts;

        private Opened(WidgetModel model, List<WidgetModel> parts) {
            this.model = model;
            this.parts = new ArrayList<>(parts);
        }

        WidgetModel model() {
            return model;
        }

        /** Removes it from every front end. */
        void close() {
            parts.forEach(part -> {
                models.remove(part.id());
                part.close();
            });
        }
    }

    /** An output that shows a model where it can be shown, and otherwise what it looks like now. */
    static MimeBundle view(WidgetModel model, MimeBundle still) {
        return still.with(VIEW, Map.of("version_major", 2, "version_minor", 0, "model_id", model.id()));
    }
}
