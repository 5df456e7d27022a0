package org.tinybabel.kernel.magic;

import java.util.stream.Collectors;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.Html;
import org.tinybabel.display.MimeBundle;

/** {@code %magics}: lists what there is. */
final class HelpMagic {

    private final Magics magics;

    HelpMagic(Magics magics) {
        this.magics = magics;
    }

    Object show() {
        var help = magics.help();
        var text = help.entrySet().stream()
                .map(entry -> entry.getKey() + "\n    " + entry.getValue().purpose() + "\n    "
                        + entry.getValue().example())
                .collect(Collectors.joining("\n"));
        var rows = help.entrySet().stream()
                .map(entry -> "<tr><td style=\"text-align:left\"><code>" + Html.escape(entry.getKey())
                        + "</code></td><td style=\"text-align:left\">"
                        + Html.escape(entry.getValue().purpose())
                        + "</td><td style=\"text-align:left\"><code>"
                        + Html.escape(entry.getValue().example()) + "</code></td></tr>")
                .collect(Collectors.joining());
        var html = "<table><thead><tr><th style=\"text-align:left\">magic</th><th style=\"text-align:left\">what it"
                + " does</th><th style=\"text-align:left\">example</th></tr></thead><tbody>" + rows
                + "</tbody></table>";
        Hosts.current().display(MimeBundle.html(html, text), "");
        return null;
    }
}
