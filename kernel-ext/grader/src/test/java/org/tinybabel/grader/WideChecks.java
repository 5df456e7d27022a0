package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.Wide.Colour;
import org.tinybabel.grader.Wide.Pair;
import org.tinybabel.grader.api.FreshProcess;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The tests of the wide exercise; run by the grader, not by the build. */
@TestsOf(Wide.class)
final class WideChecks {

    @Test
    @Question("a")
    void overloadsAreToldApart(Wide student) {
        assertThat(student.size(new int[] {1, 2, 3})).isEqualTo(3);
        assertThat(student.size("four")).isEqualTo(4);
    }

    @Test
    @Question("b")
    void tablesCross(Wide student) {
        var words = StringColumn.create("word", List.of("eins", "zwei"));
        var numbers = DoubleColumn.create("x", new double[] {1.5, Double.NaN});
        var doubled = student.doubled(Table.create("t", words, numbers));

        assertThat(doubled.doubleColumn("x").getDouble(0)).isEqualTo(3);
        assertThat(doubled.doubleColumn("x").isMissing(1)).isTrue();
        assertThat(doubled.stringColumn("word").asList()).containsExactly("eins", "zwei");
    }

    @Test
    @Question("c")
    void genericRecordsAndEnumsCross(Wide student) {
        var grouped = student.grouped(List.of(new Pair<>("a", 1.0), new Pair<>("b", Double.NaN)), Set.of(Colour.GREEN));

        assertThat(grouped).containsOnlyKeys(Colour.GREEN);
        assertThat(grouped.get(Colour.GREEN)).containsExactly(new Pair<>("a", 1.0), new Pair<>("b", Double.NaN));
    }

    @Test
    @Question("d")
    void infinitiesCross(Wide student) {
        assertThat(student.limits(new float[] {Float.NEGATIVE_INFINITY, 2}).orElseThrow())
                .containsExactly(Double.NEGATIVE_INFINITY, 2);
        assertThat(student.limits(new float[0])).isEmpty();
    }

    @Test
    @Question("e")
    @FreshProcess
    void countsFromOneInAFreshProcess(Wide student) {
        assertThat(student.count()).isEqualTo(1);
    }

    @Test
    @Question("e")
    @FreshProcess
    void countsFromOneInEachFreshProcess(Wide student, Seed seed) {
        assertThat(student.count()).isEqualTo(1);
        assertThat(student.count()).isEqualTo(2);
        assertThat(seed.value()).isEqualTo(7);
        assertThat(seed.random().nextInt()).isEqualTo(seed.random().nextInt());
    }
}
