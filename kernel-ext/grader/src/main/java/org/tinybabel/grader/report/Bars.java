package org.tinybabel.grader.report;

import static org.tinybabel.display.Html.escape;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Bars as inline SVG. Each chart says its numbers as text too, and its colours follow the page. */
final class Bars {

    private static final int WIDTH = 820;
    private static final int LABEL = 150;
    private static final int ROW = 34;
    private static final int BAR = 24;
    private static final int NARROWEST_WITH_TEXT = 34;

    private Bars() {}

    /** A piece of a bar: its class of colour, what it counts, and how many. */
    record Piece(String look, String name, long count) {}

    /** A bar with its label. */
    record Bar(String label, List<Piece> pieces) {

        private long sum() {
            return pieces.stream().mapToLong(Piece::count).sum();
        }

        private String words() {
            return label + ": "
                    + pieces.stream()
                            .filter(piece -> piece.count() > 0)
                            .map(piece -> piece.count() + " " + piece.name())
                            .collect(Collectors.joining(", "));
        }
    }

    /** Horizontal bars of equal length, each piece as long as its share. */
    static String shares(String title, List<Bar> bars, List<Piece> legend) {
        var height = ROW * bars.size() + 30;
        var svg = new StringBuilder(begin(title, bars, height));
        for (var i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            var x = (double) LABEL;
            svg.append(text(0, ROW * i + 17, "", shortened(bar.label())));
            for (var piece : bar.pieces()) {
                var width = bar.sum() == 0 ? 0 : (double) (WIDTH - LABEL) * piece.count() / bar.sum();
                svg.append(rectangle(x, ROW * i, width, BAR, piece.look()));
                if (width >= NARROWEST_WITH_TEXT) {
                    svg.append(text(x + 7, ROW * i + 17, "on", inside(piece, width)));
                }
                x += width;
            }
        }
        var x = LABEL;
        for (var piece : legend) {
            svg.append(rectangle(x, ROW * bars.size() + 8, 14, 14, piece.look()))
                    .append(text(x + 20, ROW * bars.size() + 20, "soft", piece.name()));
            x += 40 + 8 * piece.name().length();
        }
        return svg.append("</svg>\n").toString();
    }

    private static String inside(Piece piece, double width) {
        var words = piece.count() + " " + piece.name();
        return width >= 8.0 * words.length() + 14 ? words : Long.toString(piece.count());
    }

    /** Vertical bars: how many fall into each range. */
    static String counts(String title, List<Bar> bars) {
        var height = 190;
        var most = Math.max(1, bars.stream().mapToLong(Bar::sum).max().orElse(1));
        var step = (double) WIDTH / bars.size();
        var svg = new StringBuilder(begin(title, bars, height));
        for (var i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            var tall = 130.0 * bar.sum() / most;
            svg.append(rectangle(step * i + step * 0.1, 155 - tall, step * 0.8, tall, "part"));
            svg.append(centred(step * (i + 0.5), 148 - tall, "", bar.sum() == 0 ? "" : Long.toString(bar.sum())));
            svg.append(centred(step * (i + 0.5), 175, "soft", bar.label()));
        }
        svg.append("<line x1=\"0\" y1=\"155.5\" x2=\"" + WIDTH + "\" y2=\"155.5\"/>");
        return svg.append("</svg>\n").toString();
    }

    private static String begin(String title, List<Bar> bars, int height) {
        var words = title + ". " + bars.stream().map(Bar::words).collect(Collectors.joining("; ")) + ".";
        return "<svg role=\"img\" viewBox=\"0 0 " + WIDTH + " " + height + "\" aria-label=\"" + escape(words) + "\">";
    }

    private static String rectangle(double x, double y, double width, double height, String look) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                look,
                x,
                y,
                width,
                height);
    }

    private static String text(double x, double y, String look, String text) {
        return String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", look, x, y, escape(text));
    }

    private static String centred(double x, double y, String look, String text) {
        return text(x, y, look, text).replaceFirst("<text ", "<text text-anchor=\"middle\" ");
    }

    private static String shortened(String label) {
        return label.length() <= 20 ? label : label.substring(0, 19) + "…";
    }
}
