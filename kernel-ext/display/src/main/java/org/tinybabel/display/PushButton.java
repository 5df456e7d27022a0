package org.tinybabel.display;

import java.util.List;
import java.util.Map;

/** Something that the reader can have done. */
final class PushButton {

    private PushButton() {}

    /** Shows a button; what its action prints or shows appears below it. */
    static void show(String label, Action action) {
        Live.refuseInside(label);
        var text = "Button \"" + label + "\": this page cannot press it. To do what it does, run its code in a cell.";
        var still = MimeBundle.html("<span>" + Html.escape(text) + "</span>", text);
        var widgets = Widgets.here();
        if (widgets.isEmpty()) {
            Hosts.current().display(still, "");
            return;
        }
        var button = widgets.get().button(label);
        var column = widgets.get().column(List.of(button.model()));
        var below = new OutputArea(
                widgets.get(),
                area -> column.model()
                        .set(Map.of("children", Widgets.references(List.of(button.model(), area.model())))),
                () -> {});
        button.model().onClick(() -> widgets.get().interactive().afterMoves(() -> below.run(action)));
        widgets.get().interactive().whenRunAgain(() -> {
            below.close();
            column.close();
            button.close();
        });
        Hosts.current().display(Widgets.view(column.model(), still), "");
    }
}
