package org.tinybabel.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A part of a graph as a picture: nodes in columns from left to right, edges as arrows with a label. Meant for a few dozen nodes.
 *
 * <pre>{@code
 * var picture = new GraphPicture("A country and its currency");
 * picture.node("Uzbekistan", 0).node("Uzbekistani Som", 1).edge("Uzbekistan", "Uzbekistani Som", "currency");
 * show(picture);
 * }</pre>
 *
 * <p>The picture is drawn in the text colour of the page, so it suits light and dark themes, and all that it shows can be read as words,
 * too.
 */
public final class GraphPicture implements Displayable {

    private static final int ROW = 46;
    private static final int BOX = 30;
    private static final int TOP = 34;
    private static final double LETTER = 7.2;
    private static final int GAP = 110;

    private record Edge(String from, String to, String label) {}

    private record Box(double x, double y, double width) {
        double right() {
            return x + width;
        }
    }

    private final String title;
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /**
     * A picture without nodes yet.
     *
     * @param title what it shows
     */
    public GraphPicture(String title) {
        this.title = title;
    }

    /**
     * Adds a node below the others of its column. A node that is there already stays where it is.
     *
     * @param name the words in it, which identify it
     * @param column its column from the left, from 0
     * @return this picture
     * @throws IllegalArgumentException if the column is negative
     */
    public GraphPicture node(String name, int column) {
        if (column < 0) {
            throw new IllegalArgumentException("columns are counted from 0, got " + column);
        }
        nodes.putIfAbsent(name, column);
        return this;
    }

    /**
     * Adds an arrow. One that is there already is not drawn again.
     *
     * @param from a node
     * @param to a node in another column
     * @param label what the arrow says
     * @return this picture
     * @throws IllegalArgumentException if a node is missing, or both are in one column
     */
    public GraphPicture edge(String from, String to, String label) {
        if (!nodes.containsKey(from) || !nodes.containsKey(to)) {
            throw new IllegalArgumentException("no node is called '" + (nodes.containsKey(from) ? to : from) + "'");
        }
        if (nodes.get(from).equals(nodes.get(to))) {
            throw new IllegalArgumentException("'" + from + "' and '" + to + "' are in one column");
        }
        var edge = new Edge(from, to, label);
        if (!edges.contains(edge)) {
            edges.add(edge);
        }
        return this;
    }

    @Override
    public MimeBundle toMimeBundle() {
        var words = words();
        return MimeBundle.html("<figure style=\"margin:0\">" + svg(words) + "</figure>", words);
    }

    private String words() {
        return "Graph: " + title + ". " + nodes.size() + " nodes, " + edges.size() + " arrows. "
                + edges.stream()
                        .map(edge -> edge.from() + " –" + edge.label() + "→ " + edge.to())
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private String svg(String words) {
        var boxes = boxes();
        var width = boxes.values().stream().mapToDouble(Box::right).max().orElse(0) + 4;
        var height = boxes.values().stream().mapToDouble(Box::y).max().orElse(0) + BOX + 4;
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\""
                + Html.escape(words) + "\" viewBox=\"0 0 " + number(width) + " " + number(height)
                + "\" style=\"width:100%;max-width:" + number(width)
                + "px;height:auto;color:var(--jp-content-font-color1, currentColor)\" font-family=\"sans-serif\" "
                + "font-size=\"13\" fill=\"currentColor\">");
        svg.append("<text x=\"4\" y=\"18\" font-weight=\"bold\" font-size=\"15\">")
                .append(Html.escape(title))
                .append("</text>");
        edges.forEach(edge -> svg.append(arrow(edge, boxes.get(edge.from()), boxes.get(edge.to()))));
        boxes.forEach((name, box) -> svg.append("<rect x=\"" + number(box.x()) + "\" y=\"" + number(box.y())
                        + "\" width=\"" + number(box.width()) + "\" height=\"" + BOX
                        + "\" rx=\"6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.4\"/>")
                .append(text(box.x() + box.width() / 2, box.y() + 20, name)));
        return svg.append("</svg>").toString();
    }

    /** Columns beside each other, each as wide as its widest node and centred vertically. */
    private Map<String, Box> boxes() {
        var columns = new TreeMap<Integer, List<String>>();
        nodes.forEach((name, column) ->
                columns.computeIfAbsent(column, c -> new ArrayList<>()).add(name));
        var rows = columns.values().stream().mapToInt(List::size).max().orElse(0);
        var boxes = new LinkedHashMap<String, Box>();
        var x = 4.0;
        for (var names : columns.values()) {
            var width =
                    20 + LETTER * names.stream().mapToInt(String::length).max().orElse(0);
            var y = TOP + (rows - names.size()) * ROW / 2.0;
            for (var name : names) {
                boxes.put(name, new Box(x, y, width));
                y += ROW;
            }
            x += width + GAP;
        }
        return boxes;
    }

    private static String arrow(Edge edge, Box from, Box to) {
        var rightwards = from.x() < to.x();
        var x1 = rightwards ? from.right() : from.x();
        var x2 = rightwards ? to.x() : to.right();
        var y1 = from.y() + BOX / 2.0;
        var y2 = to.y() + BOX / 2.0;
        var angle = Math.atan2(y2 - y1, x2 - x1);
        var head = new StringBuilder("M");
        for (var turn : new double[] {Math.PI - 0.4, 0, Math.PI + 0.4}) {
            var length = turn == 0 ? 0 : 9;
            head.append(turn == 0 || turn > Math.PI ? " L" : " ")
                    .append(number(x2 + length * Math.cos(angle + turn)))
                    .append(' ')
                    .append(number(y2 + length * Math.sin(angle + turn)));
        }
        return "<path d=\"M " + number(x1) + " " + number(y1) + " L " + number(x2) + " " + number(y2) + " " + head
                + "\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.6\" stroke-width=\"1.3\"/>"
                + text(x1 + 0.5 * (x2 - x1), y1 + 0.5 * (y2 - y1) - 4, edge.label(), "font-size=\"11\" ");
    }

    private static String text(double x, double y, String words) {
        return text(x, y, words, "");
    }

    private static String text(double x, double y, String words, String size) {
        return "<text " + size + "text-anchor=\"middle\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">"
                + Html.escape(words) + "</text>";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
