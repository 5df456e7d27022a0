package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinybabel.display.TinyBabel.repeats;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RepeatsTest {

    private static Table runs(int seeds) {
        var table = Table.create(
                "runs",
                IntColumn.create("step"),
                DoubleColumn.create("loss (nats)"),
                StringColumn.create("model"),
                IntColumn.create("seed"));
        for (var seed = 0; seed < seeds; seed++) {
            for (var step = 0; step < 3; step++) {
                table.intColumn("step").append(step);
                table.doubleColumn("loss (nats)").append(3 - step + 0.5 * seed);
                table.stringColumn("model").append("full");
                table.intColumn("seed").append(seed);
            }
        }
        return table;
    }

    private static XYChart chart(Table table) {
        return repeats(table, "step", "loss (nats)", "model", "seed", RepeatsTest::range);
    }

    private static Interval range(double[] sample) {
        var all = DoubleStream.of(sample).summaryStatistics();
        return new Interval(all.getAverage(), all.getMin(), all.getMax());
    }

    @Test
    void fourValuesAreDotsWithoutABand() {
        var chart = chart(runs(4));

        assertThat(chart.getSeries("full").getYData()).containsExactly(3.75, 2.75, 1.75);
        assertThat(chart.getSeries("full single values").getYData()).hasSize(12);
        assertThat(chart.getSeries("full single values").isShowInLegend()).isFalse();
        assertThat(chart.getSeries("full interval")).isNull();
    }

    @Test
    void fiveValuesAreABandWithoutDots() {
        var chart = chart(runs(5));

        assertThat(chart.getSeries("full interval").getYData()).containsExactly(5, 4, 3, 1, 2, 3);
        assertThat(chart.getSeries("full single values")).isNull();
    }

    @Test
    void theWordsAndTheTableKnowTheDots() {
        var reading = ChartReading.of(chart(runs(2)));

        assertThat(reading.text())
                .contains("“full” (3 points)", "dots show the 6 single values")
                .doesNotContain("interval");
        assertThat(reading.tables()).hasSize(2);
        assertThat(reading.tables().get(1).rowCount()).isEqualTo(6);
    }

    @Test
    void aSeedWithTwoRowsForOnePointIsAnError() {
        var table = runs(1);

        assertThatThrownBy(() -> chart(table.append(table.copy())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one row per seed")
                .hasMessageContaining("'0' of 'full' has several at step = 0");
    }
}
