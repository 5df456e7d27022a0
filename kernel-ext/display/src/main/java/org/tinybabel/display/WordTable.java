package org.tinybabel.display;

import java.util.List;
import java.util.stream.Collectors;

/** A table of sentences, where cells wrap and the first column names the row. */
final class WordTable {

    private static final String CELL = "padding:0.3em 0.8em;text-align:left;vertical-align:top;white-space:normal";

    private WordTable() {}

    static MimeBundle render(String caption, List<String> heads, List<List<String>> rows) {
        var html = new StringBuilder("<table style=\"border-collapse:collapse\"><caption style=\"text-align:left\">");
        html.append(Html.text(caption)).append("</caption><thead><tr>");
        heads.forEach(h -> html.append("<th scope=\"col\" style=\"")
                .append(CELL)
                .append("\">")
                .append(Html.text(h))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (var row : rows) {
            html.append("<tr><th scope=\"row\" style=\"")
                    .append(CELL)
                    .append("\">")
                    .append(Html.text(row.get(0)));
            html.append("</th>");
            row.stream().skip(1).forEach(cell -> html.append("<td style=\"")
                    .append(CELL)
                    .append("\">")
                    .append(Html.text(cell))
                    .append("</td>"));
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        var text = rows.stream()
                .map(row -> String.join(" | ", row))
                .collect(Collectors.joining("\n", caption + "\n" + String.join(" | ", heads) + "\n", ""));
        return MimeBundle.html(html.toString(), text);
    }

    /** The same with a sentence below it. */
    static MimeBundle below(MimeBundle table, String sentence) {
        return MimeBundle.html(
                table.data().get(MimeBundle.HTML) + "<p>" + Html.text(sentence) + "</p>",
                table.data().get(MimeBundle.TEXT) + "\n" + sentence);
    }
}
