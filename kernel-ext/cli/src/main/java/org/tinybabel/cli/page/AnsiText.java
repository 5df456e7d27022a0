package org.tinybabel.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tinybabel.display.Html;

/** Terminal output as HTML: its colours and bold type as classes that the page's style sheet knows in both themes. */
final class AnsiText {

    private static final Pattern CONTROL = Pattern.compile("\u001B\\[([0-9;]*)([A-Za-z])");
    private static final List<String> COLOURS =
            List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");

    private AnsiText() {}

    static String html(String text) {
        var html = new StringBuilder(text.length() + 64);
        var controls = CONTROL.matcher(text);
        var end = 0;
        var colour = "";
        var bold = false;
        while (controls.find()) {
            append(html, text.substring(end, controls.start()), colour, bold);
            end = controls.end();
            if (!controls.group(2).equals("m")) {
                continue;
            }
            for (var code : codes(controls.group(1))) {
                if (code == 0) {
                    colour = "";
                    bold = false;
                } else if (code == 1) {
                    bold = true;
                } else if (code == 22) {
                    bold = false;
                } else if (code >= 30 && code <= 37 || code >= 90 && code <= 97) {
                    colour = COLOURS.get(code % 10);
                } else if (code == 39) {
                    colour = "";
                }
            }
        }
        append(html, text.substring(end), colour, bold);
        return html.toString();
    }

    /** The numbers of a control sequence; the arguments of 256-colour and true-colour sequences are not codes. */
    private static List<Integer> codes(String parameters) {
        var codes = new ArrayList<Integer>();
        var numbers = parameters.isEmpty() ? new String[] {"0"} : parameters.split(";");
        for (var i = 0; i < numbers.length; i++) {
            var code = numbers[i].isEmpty() || numbers[i].length() > 3 ? 0 : Integer.parseInt(numbers[i]);
            if (code == 38 || code == 48) {
                i += i + 1 < numbers.length && numbers[i + 1].equals("2") ? 4 : 2;
            } else {
                codes.add(code);
            }
        }
        return codes;
    }

    private static void append(StringBuilder html, String text, String colour, boolean bold) {
        if (text.isEmpty()) {
            return;
        }
        var classes = ((colour.isEmpty() ? "" : "ansi-" + colour) + (bold ? " ansi-bold" : "")).strip();
        if (classes.isEmpty()) {
            html.append(Html.escape(text));
        } else {
            html.append("<span class=\"").append(classes).append("\">");
            html.append(Html.escape(text)).append("</span>");
        }
    }
}
