package org.tinybabel.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Base64;
import java.util.StringJoiner;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Turns any value into the representations that a front end can show. */
public final class Renderers {

    private static final int LONGEST_ARRAY = 100;

    private Renderers() {}

    /**
     * Renders a value: Tablesaw tables and columns as HTML tables, XChart charts as figures with alternative text and
     * their data, images as PNG, {@link Displayable} values as they wish, everything else as text. Never throws because of the value:
     * a {@code toString} that fails is reported in the text.
     *
     * @param value the value, possibly {@code null}
     * @return a bundle with at least {@code text/plain}
     */
    public static MimeBundle render(Object value) {
        try {
            if (value instanceof MimeBundle bundle) {
                return bundle;
            } else if (value instanceof Displayable displayable) {
                return displayable.toMimeBundle();
            } else if (value instanceof Table table) {
                return TableFigure.of(table).render();
            } else if (value instanceof Column<?> column) {
                return TableFigure.of(column).render();
            } else if (value instanceof Chart<?, ?> chart) {
                return ChartFigure.of(chart).render();
            } else if (value instanceof RenderedImage image) {
                return picture(image);
            }
            return MimeBundle.text(text(value));
        } catch (RuntimeException | StackOverflowError failure) {
            return MimeBundle.text("(a " + value.getClass().getName() + " that cannot be shown: " + failure + ")");
        }
    }

    private static MimeBundle picture(RenderedImage image) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MimeBundle.text("(an image of " + image.getWidth() + " × " + image.getHeight() + " pixels)")
                .with("image/png", Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    private static String text(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return String.valueOf(value);
        }
        var length = Array.getLength(value);
        var elements = new StringJoiner(", ", "[", "]");
        for (var i = 0; i < Math.min(length, LONGEST_ARRAY); i++) {
            elements.add(text(Array.get(value, i)));
        }
        if (length > LONGEST_ARRAY) {
            elements.add("… " + (length - LONGEST_ARRAY) + " more");
        }
        return elements.toString();
    }
}
