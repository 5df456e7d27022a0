package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditedAnswersTest {

    private static final String SUM =
            """
            static double sum(double[] values) {
                // HINT 1: Begin with 0.
                // BEGIN SOLUTION
                var sum = 0.0;
                for (var value : values) {
                    sum += value;
                }
                return sum;
                // END SOLUTION
            }

            static double mean(double[] values) {
                // BEGIN SOLUTION
                return sum(values) / values.length;
                // END SOLUTION
            }""";

    private static final String PRODUCT =
            """
            static double product(double[] values) {
                // BEGIN SOLUTION
                var product = 1.0;
                for (var value : values) {
                    product *= value;
                }
                return product;
                // END SOLUTION
            }""";

    private static EditedAnswers parse(String edits) {
        return EditedAnswers.parse(edits, MadeExercise.notebook("var values = 1;", SUM, PRODUCT), "wrong/x.edits");
    }

    @Test
    void anEditGivesTheDeclarationThatItChangesWithoutMarkersAndHints() {
        var wrong = parse(
                """
                b-sum: Forgets to divide.
                -    return sum(values) / values.length;
                +    return sum(values);

                a-from-one: Begins with 1.
                -    var sum = 0.0;
                +    var sum = 1.0;
                @@
                     return sum;
                 }
                +
                +static double helper() { return 1; }
                """);

        assertThat(wrong.faults()).isEmpty();
        assertThat(wrong.answers())
                .extracting(EditedAnswer::name, EditedAnswer::question, EditedAnswer::why)
                .containsExactly(tuple("b-sum", "b", "Forgets to divide."), tuple("a-from-one", "a", "Begins with 1."));
        assertThat(wrong.answers().get(0).source())
                .isEqualTo("static double mean(double[] values) {\n    return sum(values);\n}");
        assertThat(wrong.answers().get(0).edit())
                .isEqualTo("-    return sum(values) / values.length;\n+    return sum(values);");
    }

    @Test
    void linesAroundAnEditSayWhere() {
        var wrong = parse(
                """
                a-skips: Leaves values out.
                     for (var value : values) {
                +        if (value < 0) continue;
                         product *= value;
                """);

        assertThat(wrong.faults()).isEmpty();
        assertThat(wrong.answers().get(0).source())
                .startsWith("static double product")
                .contains("values) {\n        if (value < 0) continue;\n        product *= value;");
    }

    @Test
    void whatNoLongerParsesIsEvaluatedAsItIs() {
        var wrong = parse("a-open: Is not closed.\n-    return product;\n+    return product\n");

        assertThat(wrong.answers().get(0).source())
                .startsWith("static double product")
                .contains("return product\n}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a-x: Why.#-    return total;#+    return 0;    | line 1: a-x does not apply to the solution: it has no line "    return total;"
            a-x: Why.#-    return sum;#-    var sum = 0.0; | line 1: a-x does not apply to the solution: its lines do not stand together, in this order, in one cell
            a-x: Why.#-    return product;#@@#-    var product = 1.0; | line 1: a-x does not apply to the solution: its lines do not stand together, in this order, in one cell
            a-x: Why.#-    for (var value : values) {#+    for (var value : List.of(1.0)) { | line 1: a-x applies to the solution in 2 ways: add lines around it, with a blank in front
            a-x: Why.#+    return 0;                      | line 1: a-x does not say where: each place needs a line of the solution
            a-x: Why.                                     | line 1: a-x does not say where: each place needs a line of the solution
            a-x: Why.#     return sum;                    | line 1: a-x changes nothing but comments or blanks, or only takes away
            a-x: Why.#-    return sum;#+    return new Random().nextDouble(); | line 1: a-x leaves to chance what it answers, so that no proof is like another; count the calls in a variable instead
            a-x: Why.#-    return sum;#+    return 1;##a-x: Why.#-    return sum;#+    return 2; | line 5: a-x stands there twice
            -    return sum;                              | line 1: "-    return sum;" is neither a line of an edit, which begins with -, + or a blank, nor the begin of one, such as "a-sum: Forgets to divide."
            a-x: Why.#-    return sum;#+    return 1;#A-y: Why. | line 4: "A-y: Why." is neither a line of an edit, which begins with -, + or a blank, nor the begin of one, such as "a-sum: Forgets to divide."
            """)
    void faultsAreNamedWithTheirLine(String edits, String fault) {
        assertThat(parse(edits.replace('#', '\n')).faults()).containsExactly("wrong/x.edits, " + fault);
    }

    @Test
    void markersAreNoLinesOfTheSolution() {
        assertThat(parse("a-x: Why.\n-    // BEGIN SOLUTION\n+    // HERE\n").faults())
                .singleElement()
                .asString()
                .contains("does not apply");
    }
}
