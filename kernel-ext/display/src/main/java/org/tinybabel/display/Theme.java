package org.tinybabel.display;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/** What becomes of the colours of a chart on a dark page. */
enum Theme {

    /** A look that somebody chose; it stays as it is. */
    FIXED,

    /** Our look, with fills that are data themselves, such as the cells of a heat map: only what we drew around them changes. */
    FRAME,

    /** Our look: all that would be too dark to see becomes lighter. */
    FULL;

    /** The darkest and the lightest background that charts are made for on dark pages; JupyterLab's are {@code #111} and {@code #212121}. */
    static final Color DARK_PAPER = new Color(0x111111);

    static final Color LIGHTEST_DARK_PAPER = new Color(0x212121);

    private static final double LEAST_CONTRAST = 3;

    private static final Map<Color, Color> FRAME_COLOURS = Map.of(
            Color.WHITE, DARK_PAPER,
            Color.BLACK, new Color(0xF0F0F0),
            ChartStyle.INK, new Color(0xE2E2E2),
            ChartStyle.GRID, new Color(0x3A3A3A),
            ChartStyle.REFERENCE, new Color(0xB4B4B4));

    /** The colour to use on a dark page. */
    Color dark(Color colour) {
        if (this == FIXED) {
            return colour;
        }
        var ours = FRAME_COLOURS.get(colour);
        if (ours != null) {
            return ours;
        }
        return this == FRAME ? colour : ChartStyle.dark(colour).orElseGet(() -> readable(colour));
    }

    /** Mixes a colour with white until it can be seen. */
    private static Color readable(Color colour) {
        var mixed = colour;
        for (var share = 0.1; contrast(mixed, LIGHTEST_DARK_PAPER) < LEAST_CONTRAST; share += 0.1) {
            mixed = new Color(mix(colour.getRed(), share), mix(colour.getGreen(), share), mix(colour.getBlue(), share));
        }
        return mixed;
    }

    private static int mix(int channel, double share) {
        return (int) Math.round(channel + (255 - channel) * Math.min(1, share));
    }

    /** The contrast ratio of the Web Content Accessibility Guidelines 2.2, from 1 to 21. */
    static double contrast(Color one, Color other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The relative luminance of the same guidelines, from 0 to 1. */
    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    static Color rgb(MatchResult threeNumbers) {
        return new Color(
                Integer.parseInt(threeNumbers.group(1)),
                Integer.parseInt(threeNumbers.group(2)),
                Integer.parseInt(threeNumbers.group(3)));
    }

    static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }
}
