package org.tinybabel.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with computed values in it, none with more digits than its interval supports. */
final class ComputedSentence {

    /** The media type of the sentence as data. */
    static final String MEDIA_TYPE = "application/vnd.tinybabel.finding+json";

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final int DIGITS = 3;

    private ComputedSentence() {}

    static MimeBundle render(String sentence, Object... values) {
        var places = PLACE.matcher(sentence).results().count();
        if (values.length == 0 || places != values.length) {
            throw new IllegalArgumentException("a finding has one value for each {}, and at least one: \"" + sentence
                    + "\" has " + places + " places and " + values.length + " values");
        }
        var next = List.of(values).iterator();
        var text = PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(spelled(next.next(), place.group(1))));
        var data = new LinkedHashMap<String, Object>();
        data.put("version", 1);
        data.put("text", text);
        data.put("template", sentence);
        data.put("values", data(values));
        return MimeBundle.html(
                        "<p style=\"border-left:3px solid currentColor;padding-left:0.8em\">" + Html.text(text)
                                + "</p>",
                        text)
                .with(MEDIA_TYPE, data);
    }

    private static String spelled(Object value, String form) {
        var factor =
                switch (form) {
                    case "", "±" -> 1;
                    case "%" -> 100;
                    default ->
                        throw new IllegalArgumentException(
                                "a place in a finding is {}, {±} (with the ends of the interval) or {%} (in per cent), got {"
                                        + form + "}");
                };
        var unit = factor == 100 ? " %" : "";
        if (value instanceof Interval interval) {
            var decimals = decimals(factor * (interval.high() - interval.low()) / 2);
            var mean = rounded(factor * interval.mean(), decimals);
            return form.equals("±") && interval.low() < interval.high()
                    ? mean + " (" + rounded(interval.low(), decimals) + " to " + rounded(interval.high(), decimals)
                            + ")"
                    : mean + unit;
        }
        if (value instanceof Double || value instanceof Float) {
            return significant(factor * ((Number) value).doubleValue()) + unit;
        }
        if (value instanceof Number number && factor != 1) {
            return significant(factor * number.doubleValue()) + unit;
        }
        return String.valueOf(value);
    }

    /**
     * How many decimals a number with that uncertainty has: its first uncertain digit is the last one shown, or the second where the
     * first is a 1 or 2, since rounding there would move it by half of the uncertainty.
     */
    private static int decimals(double halfWidth) {
        if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
            return Integer.MAX_VALUE;
        }
        var place = (int) Math.floor(Math.log10(halfWidth));
        var first = halfWidth / Math.pow(10, place);
        return (first < 3 ? 1 : 0) - place;
    }

    private static String rounded(double value, int decimals) {
        if (decimals == Integer.MAX_VALUE || !Double.isFinite(value)) {
            return significant(value);
        }
        var number = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return (number.signum() == 0 ? number.abs() : number).toPlainString().replace('-', '−');
    }

    private static String significant(double value) {
        if (!Double.isFinite(value)) {
            return Numbers.format(value);
        }
        var number = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        // Digits before the point are all shown: 1250 is not 1.25E+3.
        var whole = number.precision() - number.scale() > DIGITS
                ? new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN)
                : number.stripTrailingZeros();
        return (whole.scale() < 0 ? whole.setScale(0) : whole).toPlainString().replace('-', '−');
    }

    /** JSON knows numbers and words; an infinite number is a word. */
    private static List<Object> data(Object[] values) {
        var list = new ArrayList<>();
        for (var value : values) {
            if (value instanceof Interval interval) {
                list.add(new LinkedHashMap<>(Map.of("mean", json(interval.mean()))));
            } else {
                list.add(value instanceof Number number ? json(number.doubleValue()) : String.valueOf(value));
            }
        }
        return list;
    }

    private static Object json(double value) {
        return Double.isFinite(value) ? (Object) value : Numbers.format(value);
    }
}
