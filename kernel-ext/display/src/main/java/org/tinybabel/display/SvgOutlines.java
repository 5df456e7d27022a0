package org.tinybabel.display;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes every outline of an SVG once.
 *
 * <p>Words come as one long path each. Such a path is cut into pieces that do not overlap, which are letters or parts of letters, and
 * each piece that occurs again becomes a {@code use} of the first: the digits of an axis cost as much as ten shapes.
 */
final class SvgOutlines {

    private static final Pattern FILLED = Pattern.compile("<path d=\"([^\"]*)\" style=\"(fill:[^\"]*stroke:none;)\"/>");
    private static final Pattern SEGMENT = Pattern.compile("([MLQCZ])([^MLQCZ]*)");

    /** Hundredths of a pixel: finer than any screen. */
    private static final double GRAIN = 100;

    /** How many places have a piece, by its outline from where it begins. */
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private final Map<String, String> names = new LinkedHashMap<>();

    private SvgOutlines() {}

    /** An outline from where it begins, and that place. */
    private record Piece(String outline, long x, long y) {}

    static String shared(String body) {
        var outlines = new SvgOutlines();
        var paths = new ArrayList<List<Piece>>();
        FILLED.matcher(body).results().forEach(path -> paths.add(outlines.pieces(path.group(1))));
        var next = paths.iterator();
        var drawn = FILLED.matcher(body).replaceAll(path -> outlines.drawn(next.next(), path.group(2)));
        return outlines.definitions() + drawn;
    }

    private List<Piece> pieces(String path) {
        var pieces =
                Contour.apart(Contour.of(path)).stream().map(SvgOutlines::piece).toList();
        pieces.forEach(piece -> counts.merge(piece.outline(), 1, Integer::sum));
        return pieces;
    }

    private static Piece piece(List<Contour> contours) {
        var outline = new StringBuilder();
        var start = contours.get(0).start();
        var pen = new Pen(start[0], start[1]);
        for (var contour : contours) {
            if (outline.length() > 0) {
                pen.move(outline, 'm', contour.start());
            }
            contour.segments().forEach(segment -> pen.move(outline, segment.kind(), segment.points()));
            outline.append('z');
            pen.back(contour.start());
        }
        return new Piece(outline.toString(), Math.round(start[0] * GRAIN), Math.round(start[1] * GRAIN));
    }

    /** Writes how far it goes from where it is, rounded as seen from where it began: so equal letters come out equal everywhere. */
    private static final class Pen {

        private final double originX;
        private final double originY;
        private long x;
        private long y;

        Pen(double originX, double originY) {
            this.originX = originX;
            this.originY = originY;
        }

        void move(StringBuilder outline, char kind, double[] points) {
            var fromX = x;
            var fromY = y;
            var steps = new long[points.length];
            for (var i = 0; i < points.length; i += 2) {
                x = Math.round((points[i] - originX) * GRAIN);
                y = Math.round((points[i + 1] - originY) * GRAIN);
                steps[i] = x - fromX;
                steps[i + 1] = y - fromY;
            }
            if (kind == 'l' && steps[1] == 0) {
                append(outline, 'h', steps[0]);
            } else if (kind == 'l' && steps[0] == 0) {
                append(outline, 'v', steps[1]);
            } else {
                append(outline, kind, steps);
            }
        }

        void back(double[] start) {
            x = Math.round((start[0] - originX) * GRAIN);
            y = Math.round((start[1] - originY) * GRAIN);
        }
    }

    /** A letter need not be repeated, and a number ends where a sign or a second point begins. */
    private static void append(StringBuilder outline, char kind, long... steps) {
        var last = outline.length() - 1;
        while (last >= 0 && !Character.isLetter(outline.charAt(last))) {
            last--;
        }
        if (last < 0 || outline.charAt(last) != kind || kind == 'm') {
            outline.append(kind);
        }
        for (var step : steps) {
            var number = number(step);
            var before = outline.substring(Math.max(0, outline.length() - 4));
            var ends = !before.matches(".*[0-9]")
                    || number.startsWith("-")
                    || number.startsWith(".") && before.matches(".*\\.[0-9]+");
            outline.append(ends ? "" : " ").append(number);
        }
    }

    private static String number(long hundredths) {
        var sign = hundredths < 0 ? "-" : "";
        var whole = Math.abs(hundredths) / 100;
        var rest = Math.abs(hundredths) % 100;
        var decimals = rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + (rest % 10 == 0 ? rest / 10 : rest);
        return sign + (whole == 0 && rest > 0 ? "" : whole) + decimals;
    }

    private String drawn(List<Piece> pieces, String style) {
        var styled = " style=\"" + style + "\"";
        if (pieces.size() == 1) {
            return drawn(pieces.get(0), styled);
        }
        var group = new StringBuilder("<g").append(styled).append('>');
        pieces.forEach(piece -> group.append(drawn(piece, "")));
        return group.append("</g>").toString();
    }

    private String drawn(Piece piece, String style) {
        var x = number(piece.x());
        var y = number(piece.y());
        if (counts.get(piece.outline()) == 1) {
            return "<path" + style + " d=\"M" + x + " " + y + piece.outline() + "\"/>";
        }
        var name = names.computeIfAbsent(piece.outline(), o -> "o" + names.size());
        return "<use href=\"#" + name + "\" x=\"" + x + "\" y=\"" + y + "\"" + style + "/>";
    }

    private String definitions() {
        if (names.isEmpty()) {
            return "";
        }
        var definitions = new StringBuilder("<defs>");
        names.forEach((outline, name) -> definitions
                .append("<path id=\"" + name + "\" d=\"M0 0")
                .append(outline)
                .append("\"/>"));
        return definitions.append("</defs>").toString();
    }

    private record Segment(char kind, double[] points) {}

    /** One closed line of a path. */
    private record Contour(double[] start, List<Segment> segments, Rectangle2D bounds) {

        static List<Contour> of(String path) {
            var contours = new ArrayList<Contour>();
            SEGMENT.matcher(path).results().forEach(match -> {
                var points = points(match.group(2));
                var kind = match.group(1).charAt(0);
                if (kind == 'M') {
                    contours.add(
                            new Contour(points, new ArrayList<>(), new Rectangle2D.Double(points[0], points[1], 0, 0)));
                } else if (kind != 'Z') {
                    var contour = contours.get(contours.size() - 1);
                    contour.segments().add(new Segment(Character.toLowerCase(kind), points));
                    for (var i = 0; i < points.length; i += 2) {
                        contour.bounds().add(points[i], points[i + 1]);
                    }
                }
            });
            return contours;
        }

        private static double[] points(String numbers) {
            var words = numbers.isBlank() ? new String[0] : numbers.strip().split("[ ,]+");
            var points = new double[words.length];
            for (var i = 0; i < words.length; i++) {
                points[i] = Double.parseDouble(words[i]);
            }
            return points;
        }

        /** Contours in groups that can be drawn one by one: the hole of a letter overlaps its edge. */
        static List<List<Contour>> apart(List<Contour> contours) {
            var groups = new ArrayList<List<Contour>>();
            for (var contour : contours) {
                var touched = groups.stream()
                        .filter(group -> group.stream().anyMatch(contour::overlaps))
                        .toList();
                if (touched.isEmpty()) {
                    groups.add(new ArrayList<>(List.of(contour)));
                } else {
                    var first = touched.get(0);
                    first.add(contour);
                    touched.stream().skip(1).forEach(group -> {
                        first.addAll(group);
                        groups.remove(group);
                    });
                }
            }
            return groups;
        }

        private boolean overlaps(Contour other) {
            return bounds.intersects(other.bounds);
        }
    }
}
