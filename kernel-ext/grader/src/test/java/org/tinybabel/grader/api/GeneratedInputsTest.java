package org.tinybabel.grader.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each typical slip is found whatever the seed, shown small, and right ways of computing are left alone. */
final class GeneratedInputsTest {

    /** The solution, for answers to differ from in one method. */
    private static class Right implements Sorting {

        @Override
        public double[] sorted(double[] values) {
            if (values == null) {
                throw new NullPointerException("values");
            }
            var sorted = values.clone();
            Arrays.sort(sorted);
            return sorted;
        }

        @Override
        public double largest(double[] values) {
            if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
                throw new IllegalArgumentException("no numbers");
            }
            return Arrays.stream(values).max().getAsDouble();
        }

        @Override
        public int most(Map<String, Integer> counts) {
            return Collections.max(counts.values());
        }

        @Override
        public boolean same(int[] names) {
            return names.length > 1 && names[0] == names[1];
        }

        @Override
        public String upper(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    private static GeneratedInputs.Comparing numbers(String method, Sorting student, long seed) {
        return GeneratedInputs.of(student, new Right(), new Seed(seed)).method(method, random ->
                new Object[] {random.doubles(1 + random.nextInt(4), -3, 3).toArray()});
    }

    private static GeneratedInputs.Comparing names(Sorting student, long seed) {
        return GeneratedInputs.of(student, new Right(), new Seed(seed))
                .method("same", random -> new Object[] {random.ints(2, 0, 3).toArray()});
    }

    private static GeneratedInputs.Comparing counts(Sorting student, long seed) {
        return GeneratedInputs.of(student, new Right(), new Seed(seed)).method("most", random -> {
            var counts = new TreeMap<String, Integer>();
            IntStream.range(0, 1 + random.nextInt(3)).forEach(i -> counts.put("k" + i, random.nextInt(5)));
            return new Object[] {counts};
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void slipsAreFoundWithEverySeed(long seed) {
        var takesNaN = new Right() {
            @Override
            public double largest(double[] values) {
                return Arrays.stream(values).max().orElseThrow(IllegalArgumentException::new);
            }
        };
        var beginsWithZero = new Right() {
            @Override
            public double largest(double[] values) {
                super.largest(values);
                return Arrays.stream(values).reduce(0, Math::max);
            }
        };
        var inSinglePrecision = new Right() {
            @Override
            public double largest(double[] values) {
                return (float) super.largest(values);
            }
        };
        var boxed = new Right() {
            @Override
            @SuppressWarnings("NumberEquality")
            public boolean same(int[] names) {
                var boxes = Arrays.stream(names).boxed().toList();
                return names.length > 1 && boxes.get(0) == boxes.get(1);
            }
        };
        var firstKey = new Right() {
            @Override
            public int most(Map<String, Integer> counts) {
                super.most(counts);
                return counts.values().iterator().next();
            }
        };
        assertThatThrownBy(() -> numbers("largest", takesNaN, seed).compareRefusals())
                .hasMessageMatching("expected an IllegalArgumentException, got NaN \\(a generated input, .*");
        assertThatThrownBy(() -> numbers("largest", beginsWithZero, seed).compareValues())
                .hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> numbers("largest", inSinglePrecision, seed).compareValues())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> names(boxed, seed).compareValues()).hasMessageContaining("expected true, got false");
        assertThatThrownBy(() -> counts(firstKey, seed).compareValues()).isInstanceOf(AssertionError.class);
    }

    @Test
    void theSmallestInputIsTheLastThatIsCalled() {
        var shown = new StringBuilder();
        var beginsWithZero = new Right() {
            @Override
            public double largest(double[] values) {
                super.largest(values);
                shown.replace(0, shown.length(), Arrays.toString(values));
                return Arrays.stream(values).reduce(0, Math::max);
            }
        };

        assertThatThrownBy(() -> numbers("largest", beginsWithZero, 1).compareValues())
                .hasMessageContaining("made as small as can be");

        assertThat(shown.toString()).matches("\\[-[0-9.E]+]|\\[-Infinity]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void otherRightWaysPass(long seed) {
        var other = new Right() {
            @Override
            public double[] sorted(double[] values) {
                return Arrays.stream(values).sorted().toArray();
            }

            @Override
            public double largest(double[] values) {
                // Off by rounding, as another order of summation is.
                return super.largest(values) * (1 + 1e-13);
            }

            @Override
            public int most(Map<String, Integer> counts) {
                return new LinkedHashMap<>(counts)
                        .values().stream().sorted().collect(Collectors.toList()).get(counts.size() - 1);
            }
        };
        assertThatCode(() -> {
                    numbers("sorted", other, seed)
                            .mayThrow(NullPointerException.class)
                            .compareValues();
                    numbers("sorted", other, seed)
                            .mayThrow(NullPointerException.class)
                            .compareRefusals();
                    numbers("largest", other, seed).compareValues();
                    numbers("largest", other, seed).compareRefusals();
                    // Of an empty map the contract says nothing: the solution's own exception is not documented.
                    counts(other, seed).compareValues();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatDependsOnRoundingIsLeftOut() {
        var exact = new Right() {
            @Override
            public double largest(double[] values) {
                return values.length > 2 && values[0] + values[1] == values[2] ? 1 : 0;
            }
        };
        var otherOrder = new Right() {
            @Override
            public double largest(double[] values) {
                return values.length > 2 && values[2] - values[1] == values[0] ? 1 : 0;
            }
        };
        assertThatCode(() -> GeneratedInputs.of(otherOrder, exact, new Seed(1))
                        .method("largest", random -> new Object[] {new double[] {0.1, 0.2, 0.1 + 0.2}})
                        .keeping(0)
                        .compareValues())
                .doesNotThrowAnyException();
    }

    @Test
    void anAnswerThatCannotBeCalledFailsAtOnce() {
        var blank = new Right() {
            @Override
            public String upper(String text) {
                throw new NotSolvedYet("upper");
            }
        };
        assertThatThrownBy(() -> GeneratedInputs.of(blank, new Right(), new Seed(1))
                        .method("upper", random -> new Object[] {"a"})
                        .compareValues())
                .isInstanceOf(NotSolvedYet.class);
    }

    @Test
    void textsAreTriedInManyScripts() {
        var ofAscii = new Right() {
            @Override
            public String upper(String text) {
                return text.chars()
                        .mapToObj(c -> String.valueOf((char) (c >= 'a' && c <= 'z' ? c - 32 : c)))
                        .collect(Collectors.joining());
            }
        };
        assertThatThrownBy(() -> GeneratedInputs.of(ofAscii, new Right(), new Seed(3))
                        .method("upper", random -> new Object[] {"abc"})
                        .compareValues())
                .isInstanceOf(AssertionError.class);
    }
}
