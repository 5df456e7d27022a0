package org.tinybabel.grader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

final class WireTest {

    enum Colour {
        RED,
        GREEN
    }

    record Fit(double slope, int[] steps, Optional<String> note) {}

    /** Its methods' result types are the types under test. */
    interface Types {
        double[][] matrix();

        Map<String, boolean[]> masks();

        List<Map<Integer, List<String>>> nested();

        Fit fit();

        Colour colour();

        Optional<Double> perhaps();

        Pair<String, List<Double>> pair();

        Pair<Colour, int[]>[] pairs();

        Set<Long> longs();

        List<? extends Number> numbers();

        List<? extends List<Float>> floats();

        Table table();

        char letter();

        byte small();

        short middle();

        Map<Colour, Optional<Fit>> fits();
    }

    record Pair<A, B>(A left, B right) {}

    private static Type type(String method) {
        try {
            return Types.class.getDeclaredMethod(method).getGenericReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Over a real socket, since that is where bytes are made. */
    private static Object throughTheWire(Object value, Type type) {
        var frame = new JsonObject();
        frame.add("value", Wire.encode(value, type));
        try {
            return Wire.decode(SocketPair.exchange(frame).get("value"), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every type that a contract may use, filled at random with awkward values, comes back equal. */
    @RepeatedTest(60)
    void whateverAContractMayDeclareComesBackEqual(RepetitionInfo repetition) {
        var random = new AwkwardValues(new Random(repetition.getCurrentRepetition()));
        for (var method : Types.class.getDeclaredMethods()) {
            if (method.getName().equals("numbers")) {
                continue;
            }
            var type = method.getGenericReturnType();
            var value = random.of(type);

            var back = throughTheWire(value, type);

            assertThat(AwkwardValues.inWords(back)).as(type.toString()).isEqualTo(AwkwardValues.inWords(value));
        }
    }

    @Test
    void aWildcardWithoutAClassThatMayCrossIsRefused() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> throughTheWire(List.of(1), type("numbers")))
                .withMessageContaining("java.lang.Number");
    }

    @RepeatedTest(50)
    void randomMatricesComeBackBitForBit(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var matrix = new double[random.nextInt(5)][];
        for (var i = 0; i < matrix.length; i++) {
            matrix[i] = random.longs(random.nextInt(6))
                    .mapToDouble(Double::longBitsToDouble)
                    .toArray();
        }

        assertThat((double[][]) throughTheWire(matrix, type("matrix"))).isDeepEqualTo(matrix);
    }

    @RepeatedTest(20)
    void randomMasksComeBack(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var masks = new LinkedHashMap<String, boolean[]>();
        for (var i = random.nextInt(4); i > 0; i--) {
            var mask = new boolean[random.nextInt(10)];
            for (var j = 0; j < mask.length; j++) {
                mask[j] = random.nextBoolean();
            }
            masks.put("block " + i, mask);
        }

        var back = (Map<?, ?>) throughTheWire(masks, type("masks"));

        assertThat(new ArrayList<Object>(back.keySet())).isEqualTo(new ArrayList<Object>(masks.keySet()));
        masks.forEach((block, mask) -> assertThat((boolean[]) back.get(block)).isEqualTo(mask));
    }

    @Test
    void recordsEnumsOptionalsAndNestedCollectionsComeBack() {
        var fit = (Fit) throughTheWire(new Fit(Double.NaN, new int[] {1, -2}, Optional.of("ü")), type("fit"));
        var nested = List.of(Map.of(1, List.of("a", "b")), Map.of());

        assertThat(fit.slope()).isNaN();
        assertThat(fit.steps()).containsExactly(1, -2);
        assertThat(fit.note()).contains("ü");
        assertThat(throughTheWire(Colour.GREEN, type("colour"))).isEqualTo(Colour.GREEN);
        assertThat(throughTheWire(Optional.empty(), type("perhaps"))).isEqualTo(Optional.empty());
        assertThat(throughTheWire(nested, type("nested"))).isEqualTo(nested);
        assertThat(throughTheWire(null, type("matrix"))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matrix | 3                    | 3 is not a value of type double[][]",
                "matrix | [[true]]             | true is not a value of type double",
                "matrix | [[null]]             | null is not a value of type double",
                "fit    | {\"slope\": 1}       | Fit lacks its component steps",
                "colour | \"BLUE\"             | \"BLUE\" is not a value of type Colour",
                "longs  | [1, 1]               | The set holds 1 twice",
                "longs  | [1.5]                | 1.5 is not a value of type Long",
                "letter | \"ab\"               | \"ab\" is not a value of type char",
                "small  | 300                  | 300 is not a value of type byte",
                "perhaps | [1, 2]              | An Optional holds at most one value, got 2",
                "table  | []                   | [] is not a value of type Table",
                "table  | {\"name\": \"t\"}      | A table lacks its columns",
                "masks  | [[\"a\"]]            | A map entry needs a key and a value, got 1 elements",
                "masks  | [[\"a\",[]],[\"a\",[]]] | The map holds the key a twice"
            })
    void whatDoesNotFitTheContractIsRefused(String method, String json, String message) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Wire.decode(JsonParser.parseString(json), type(method)))
                .withMessage(message);
    }

    @Test
    void aTypeThatTheKitDoesNotKnowCannotCross() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Wire.encode(new Object(), Object.class))
                .withMessageContaining("java.lang.Object");
    }
}
