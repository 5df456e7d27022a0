package org.tinybabel.display;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of value a knob has, and how Jupyter's widgets show it. */
sealed interface KnobKind<T> {

    /** The widget's name. */
    String widget();

    /** The name of the model of the widget's style. */
    String style();

    /** The state of the widget for a value. */
    Map<String, Object> state(T value);

    /** The part of the state that is the value. */
    Map<String, Object> valueState(T value);

    /** The value in what the front end sends; empty if it holds none that is allowed. */
    Optional<T> read(Map<String, Object> state);

    /** Says what is wrong with a value; empty if it is allowed. */
    Optional<String> fault(T value);

    /** The value in words. */
    String spell(T value);

    /** Which values there are and how to choose another in the code, in words and in code. */
    Advice advice(String label, T value);

    /** What a reader who has no widgets is told: {@code range} in words, {@code before} the code, {@code code}. */
    record Advice(String range, String before, String code) {

        /** For a knob that is explained elsewhere. */
        static final Advice NONE = new Advice("", "", "");
    }

    private static String quoted(String label) {
        return "\"" + label.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Advice write(String range, String code) {
        return new Advice(range, "To change it, write ", code);
    }

    private static Map<String, Object> slider(Number value, Number min, Number max, Number step, String readoutFormat) {
        return Map.of(
                "value",
                value,
                "min",
                min,
                "max",
                max,
                "step",
                step,
                "readout",
                true,
                "readout_format",
                readoutFormat,
                "orientation",
                "horizontal",
                "behavior",
                "drag-tap",
                "continuous_update",
                true);
    }

    /** Whole numbers from {@code min} to {@code max}. */
    record Whole(int min, int max) implements KnobKind<Integer> {

        @Override
        public String widget() {
            return "IntSlider";
        }

        @Override
        public String style() {
            return "SliderStyleModel";
        }

        @Override
        public Map<String, Object> state(Integer value) {
            return slider(value, min, max, 1, "d");
        }

        @Override
        public Map<String, Object> valueState(Integer value) {
            return Map.of("value", value);
        }

        @Override
        public Optional<Integer> read(Map<String, Object> state) {
            return state.get("value") instanceof Number number
                    ? Optional.of((int) Math.max(min, Math.min(max, Math.round(number.doubleValue()))))
                    : Optional.empty();
        }

        @Override
        public Optional<String> fault(Integer value) {
            return value >= min && value <= max
                    ? Optional.empty()
                    : Optional.of("must be between " + min + " and " + max + ", got " + value);
        }

        @Override
        public String spell(Integer value) {
            return String.valueOf(value);
        }

        @Override
        public Advice advice(String label, Integer value) {
            var middle = (int) (((long) min + max) / 2);
            var other = middle == value ? max : middle;
            return write(
                    " (" + min + " to " + max + ")",
                    "slider(" + quoted(label) + ", " + min + ", " + max + ", " + other + ")");
        }
    }

    /** Numbers from {@code min} to {@code max}, in steps. */
    record Real(double min, double max, BigDecimal step) implements KnobKind<Double> {

        private static final int FINEST = 6;

        /** About a hundred steps, and fine enough to hit the value that the knob begins with. */
        static Real of(double min, double max, double value) {
            var exponent = (int) Math.floor(Math.log10((max - min) / 100) + 1e-9);
            var leading = (max - min) / 100 / Math.pow(10, exponent);
            var step = new BigDecimal(leading < 2 ? "1" : leading < 5 ? "2" : "5").scaleByPowerOfTen(exponent);
            for (var finer = 0; finer < FINEST && !hits(step, value - min); finer++) {
                step = BigDecimal.ONE.scaleByPowerOfTen(exponent - finer);
            }
            return new Real(min, max, step);
        }

        private static boolean hits(BigDecimal step, double distance) {
            var steps = distance / step.doubleValue();
            return Math.abs(steps - Math.rint(steps)) < 1e-6;
        }

        @Override
        public String widget() {
            return "FloatSlider";
        }

        @Override
        public String style() {
            return "SliderStyleModel";
        }

        @Override
        public Map<String, Object> state(Double value) {
            return slider(value, min, max, step.doubleValue(), "." + Math.max(0, step.scale()) + "f");
        }

        @Override
        public Map<String, Object> valueState(Double value) {
            return Map.of("value", value);
        }

        @Override
        public Optional<Double> read(Map<String, Object> state) {
            return state.get("value") instanceof Number number && Double.isFinite(number.doubleValue())
                    ? Optional.of(Math.max(min, Math.min(max, number.doubleValue())))
                    : Optional.empty();
        }

        @Override
        public Optional<String> fault(Double value) {
            return value >= min && value <= max
                    ? Optional.empty()
                    : Optional.of("must be between " + code(min) + " and " + code(max) + ", got " + value);
        }

        @Override
        public String spell(Double value) {
            return Numbers.format(value);
        }

        @Override
        public Advice advice(String label, Double value) {
            var steps = BigDecimal.valueOf(Math.rint((max - min) / 2 / step.doubleValue()));
            var middle = step.multiply(steps).add(BigDecimal.valueOf(min)).doubleValue();
            var other = middle == value ? max : middle;
            return write(
                    " (" + Numbers.format(min) + " to " + Numbers.format(max) + ")",
                    "slider(" + quoted(label) + ", " + code(min) + ", " + code(max) + ", " + code(other) + ")");
        }

        /** Always with a point: without one, it would be a slider of whole numbers. */
        private static String code(double value) {
            return Double.toString(value);
        }
    }

    /** One of several things. */
    record OneOf<T>(List<T> options, Optional<Advice> particular) implements KnobKind<T> {

        OneOf(List<T> options) {
            this(options, Optional.empty());
        }

        @Override
        public String widget() {
            return "Dropdown";
        }

        @Override
        public String style() {
            return "DescriptionStyleModel";
        }

        @Override
        public Map<String, Object> state(T value) {
            return Map.of(
                    "_options_labels", options.stream().map(String::valueOf).toList(), "index", options.indexOf(value));
        }

        @Override
        public Map<String, Object> valueState(T value) {
            return Map.of("index", options.indexOf(value));
        }

        @Override
        public Optional<T> read(Map<String, Object> state) {
            return state.get("index") instanceof Number index
                            && index.intValue() >= 0
                            && index.intValue() < options.size()
                    ? Optional.of(options.get(index.intValue()))
                    : Optional.empty();
        }

        @Override
        public Optional<String> fault(T value) {
            return options.contains(value)
                    ? Optional.empty()
                    : Optional.of("must be one of " + names() + ", got " + value);
        }

        private String names() {
            return options.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }

        @Override
        public String spell(T value) {
            return String.valueOf(value);
        }

        @Override
        public Advice advice(String label, T value) {
            return particular.orElseGet(() -> new Advice(
                    " (one of " + names() + ")",
                    "To change it, put another option first in ",
                    "dropdown(" + quoted(label) + ", …)"));
        }
    }

    /** Yes or no. */
    record YesNo() implements KnobKind<Boolean> {

        @Override
        public String widget() {
            return "Checkbox";
        }

        @Override
        public String style() {
            return "CheckboxStyleModel";
        }

        @Override
        public Map<String, Object> state(Boolean value) {
            return Map.of("value", value, "indent", false);
        }

        @Override
        public Map<String, Object> valueState(Boolean value) {
            return Map.of("value", value);
        }

        @Override
        public Optional<Boolean> read(Map<String, Object> state) {
            return state.get("value") instanceof Boolean value ? Optional.of(value) : Optional.empty();
        }

        @Override
        public Optional<String> fault(Boolean value) {
            return Optional.empty();
        }

        @Override
        public String spell(Boolean value) {
            return String.valueOf(value);
        }

        @Override
        public Advice advice(String label, Boolean value) {
            return write("", "checkbox(" + quoted(label) + ", " + !value + ")");
        }
    }
}
