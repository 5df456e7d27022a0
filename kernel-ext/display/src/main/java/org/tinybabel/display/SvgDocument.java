package org.tinybabel.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * Makes the SVG that XChart writes small and the same on every run.
 *
 * <p>XChart draws a curve segment by segment. Each becomes an element of its own with a dozen decimals per coordinate,
 * and dashes begin anew in each, which leaves no dashes at all in a dense curve. Joined segments are a tenth of the size
 * and keep their dashes. Letters are outlines already, so the picture needs no fonts where it is shown; each is written once.
 */
final class SvgDocument {

    private static final Pattern LINE = Pattern.compile(
            "<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\"" + " y1=\"([^\"]*)\" y2=\"([^\"]*)\"/>\\s*");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");
    /** The sines of rotated text, and outlines, which are rounded already. */
    private static final Pattern KEPT = Pattern.compile("matrix\\([^)]*\\)| d=\"[^\"]*\"/>");

    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");

    private SvgDocument() {}

    static String tidy(String svg, int width, int height, Theme theme) {
        var body = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1);
        body = joined(body.replaceAll(">\\s+<", "><"));
        body = rounded(SvgOutlines.shared(body));
        body = numbered(body).replace("xlink:href", "href").replace("\n", "");
        var styles = SvgStyles.of(body, theme);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\">"
                + styles.sheet() + styles.body().strip();
    }

    /** Turns runs of lines, each beginning where the last one ended, into polylines. */
    private static String joined(String body) {
        var result = new StringBuilder(body.length());
        var lines = LINE.matcher(body);
        var end = 0;
        var style = "";
        var x = "";
        var y = "";
        while (lines.find()) {
            var continues = lines.start() == end
                    && lines.group(1).equals(style)
                    && lines.group(2).equals(x)
                    && lines.group(4).equals(y);
            if (!continues) {
                close(result, style);
                result.append(body, end, lines.start());
                style = lines.group(1);
                result.append("<polyline points=\"").append(point(lines.group(2), lines.group(4)));
            }
            x = lines.group(3);
            y = lines.group(5);
            result.append(' ').append(point(x, y));
            end = lines.end();
        }
        close(result, style);
        return result.append(body, end, body.length()).toString();
    }

    private static void close(StringBuilder result, String style) {
        if (!style.isEmpty()) {
            result.append("\" style=\"").append(style).append("\"/>");
        }
    }

    private static String point(String x, String y) {
        return x + "," + y;
    }

    /** Two decimals are finer than any screen. */
    private static String rounded(String body) {
        var result = new StringBuilder(body.length());
        var kept = KEPT.matcher(body);
        var end = 0;
        while (kept.find()) {
            result.append(roundedNumbers(body.substring(end, kept.start()))).append(kept.group());
            end = kept.end();
        }
        return result.append(roundedNumbers(body.substring(end))).toString();
    }

    private static String roundedNumbers(String text) {
        return DECIMAL.matcher(text).replaceAll(number -> {
            var plain = new BigDecimal(number.group())
                    .setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
            return plain.equals("-0") ? "0" : plain;
        });
    }

    /** Clip paths are named after hash codes; numbers make two runs equal. */
    private static String numbered(String body) {
        var names = new LinkedHashMap<String, String>();
        return CLIP.matcher(body).replaceAll(clip -> names.computeIfAbsent(clip.group(), c -> "clip-" + names.size()));
    }
}
