package org.tinybabel.display;

import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;

/** Writes numbers for readers: about four significant digits, and one number of decimals per column. */
final class Numbers {

    private static final int MOST_DECIMALS = 6;

    private Numbers() {}

    /** The values of a column, {@code NaN} where one is missing: each column type marks that in its own way. */
    static DoubleStream of(NumericColumn<?> column) {
        return IntStream.range(0, column.size())
                .mapToDouble(row -> column.isMissing(row) ? Double.NaN : column.getDouble(row));
    }

    /** One number on its own. */
    static String format(double value) {
        var text = formatter(DoubleStream.of(value)).apply(value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** The format that suits all the given numbers, so that a column of them lines up. */
    static DoubleFunction<String> formatter(DoubleStream values) {
        var finite = values.filter(Double::isFinite).toArray();
        var largest = DoubleStream.of(finite).map(Math::abs).max().orElse(0);
        if (largest != 0 && (largest >= 1e9 || largest < 1e-4)) {
            return value -> spell(value, "%.3e");
        }
        var pattern = "%." + decimals(finite, largest) + "f";
        return value -> spell(value, pattern);
    }

    private static int decimals(double[] values, double largest) {
        var magnitude = largest == 0 ? 0 : (int) Math.floor(Math.log10(largest));
        var most = Math.max(0, Math.min(MOST_DECIMALS, 3 - magnitude));
        for (var decimals = 0; decimals < most; decimals++) {
            var scale = Math.pow(10, decimals);
            if (DoubleStream.of(values).allMatch(v -> Math.abs(v * scale - Math.rint(v * scale)) < 1e-6 * scale)) {
                return decimals;
            }
        }
        return most;
    }

    private static String spell(double value, String pattern) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        var text = String.format(Locale.ROOT, pattern, value);
        // "-0.00" would tell the reader about a sign that the rounding has lost.
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
