package org.tinybabel.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.colors.ChartColor;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One look for all charts.
 *
 * <p>The eight colours keep at least 3:1 contrast to the white card that a chart is drawn on and differ in lightness as
 * well as in hue (after Okabe and Ito, and Tol), so that they stay apart for colour-blind readers; marker shapes and
 * dashes repeat the distinction for those who see no colour at all. On a dark page, where the front end tells it to the image, the card is
 * dark and each colour has a lighter sibling. The card is opaque because an image cannot know how dark the page is.
 */
final class ChartStyle {

    static final int WIDTH = 680;
    static final int HEIGHT = 400;

    private static final String DECIMALS = "0.######";
    static final Color INK = new Color(0x222222);
    static final Color GRID = new Color(0xE3E3E3);
    static final Color REFERENCE = new Color(0x595959);

    private static final Color[] COLORS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x00785A),
        new Color(0xAA4499),
        new Color(0x8A6D00),
        new Color(0x3D8FC9),
        new Color(0x882255),
        new Color(0x555555)
    };

    /** The same eight on a dark page, lighter. */
    private static final Color[] DARK_COLORS = {
        new Color(0x4FA8E0),
        new Color(0xFF8F45),
        new Color(0x2FBF95),
        new Color(0xE08ACF),
        new Color(0xD9B838),
        new Color(0xA5D8FA),
        new Color(0xE8688F),
        new Color(0xB8B8B8)
    };

    /** How many colours there are. */
    static final int COUNT = COLORS.length;

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS,
        SeriesMarkers.PLUS,
        SeriesMarkers.RECTANGLE
    };

    private static final float[][] DASHES = {
        {}, {9, 4}, {2, 3}, {10, 3, 2, 3}, {5, 3}, {14, 4}, {10, 3, 2, 3, 2, 3}, {1, 4}
    };

    private ChartStyle() {}

    /** Gives the look to a chart that still wears XChart's own; any other look was somebody's choice. */
    static void applyIfPlain(Chart<?, ?> chart) {
        if (chart.getStyler().getChartBackgroundColor().equals(ChartColor.GREY.getColor())) {
            apply(chart);
        }
    }

    static <C extends Chart<?, ?>> C apply(C chart) {
        Styler styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(INK);
        styler.setChartPadding(12);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleFont(font(Font.BOLD, 15));
        styler.setLegendFont(font(Font.PLAIN, 12));
        styler.setLegendBackgroundColor(Color.WHITE);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setSeriesColors(COLORS);
        styler.setSeriesMarkers(MARKERS);
        var strokes = new BasicStroke[COLORS.length];
        for (var i = 0; i < strokes.length; i++) {
            strokes[i] = stroke(i, 2.2f);
        }
        styler.setSeriesLines(strokes);
        if (styler instanceof AxesChartStyler axes) {
            // XChart's own pattern writes .08 beside 0.1.
            axes.setXAxisDecimalPattern(DECIMALS);
            axes.setYAxisDecimalPattern(DECIMALS);
            axes.setAxisTitleFont(font(Font.PLAIN, 13));
            axes.setAxisTickLabelsFont(font(Font.PLAIN, 12));
            axes.setAxisTickLabelsColor(INK);
            axes.setAxisTickMarksColor(REFERENCE);
            axes.setPlotGridLinesColor(GRID);
            axes.setPlotGridLinesStroke(new BasicStroke(1f));
            axes.setPlotGridVerticalLinesVisible(false);
            axes.setErrorBarsColor(INK);
            axes.setMarkerSize(7);
        }
        return chart;
    }

    /** The font that charts are lettered with: one that the Java platform composes from all installed fonts. */
    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    static Color color(int series) {
        return COLORS[series % COLORS.length];
    }

    /** What becomes of a colour of the palette on a dark page; empty for any other colour. */
    static Optional<Color> dark(Color color) {
        var place = List.of(COLORS).indexOf(color);
        return place < 0 ? Optional.empty() : Optional.of(DARK_COLORS[place]);
    }

    /** What a chart becomes on a dark page. */
    static Theme theme(Chart<?, ?> chart) {
        if (!chart.getStyler().getChartBackgroundColor().equals(Color.WHITE)) {
            return Theme.FIXED;
        }
        return chart instanceof HeatMapChart ? Theme.FRAME : Theme.FULL;
    }

    /** The colour of a series as a wash behind its line. */
    static Color wash(int series) {
        var color = color(series);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 48);
    }

    /** A marker; the ninth series, which has the first colour, has the second marker. */
    static Marker marker(int series) {
        return MARKERS[(series + series / COUNT) % MARKERS.length];
    }

    static BasicStroke stroke(int series, float width) {
        var dash = DASHES[(series + series / COUNT) % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
