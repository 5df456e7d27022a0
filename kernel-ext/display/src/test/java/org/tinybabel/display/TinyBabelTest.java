package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinybabel.display.TinyBabel.check;
import static org.tinybabel.display.TinyBabel.claim;
import static org.tinybabel.display.TinyBabel.claims;
import static org.tinybabel.display.TinyBabel.crossed;
import static org.tinybabel.display.TinyBabel.line;
import static org.tinybabel.display.TinyBabel.live;
import static org.tinybabel.display.TinyBabel.outOfScope;
import static org.tinybabel.display.TinyBabel.plot;
import static org.tinybabel.display.TinyBabel.progress;
import static org.tinybabel.display.TinyBabel.show;
import static org.tinybabel.display.TinyBabel.verdict;
import static org.tinybabel.display.TinyBabel.verdicts;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The words of a notebook, as a notebook says them. */
class TinyBabelTest {

    private final RecordingHost host = new RecordingHost();
    private final Host before = Hosts.current();
    private final Table table = Table.create("t", DoubleColumn.create("x", 0, 1), DoubleColumn.create("y", 1, 2));

    @BeforeEach
    void listen() {
        Hosts.install(host);
    }

    @AfterEach
    void stopListening() {
        Hosts.install(before);
    }

    @Test
    void showShowsTables() {
        show(table);
        show(table, 1);

        assertThat(host.outputs.get(0).html()).contains("2 rows × 2 columns");
        assertThat(host.outputs.get(1).html()).contains("… 1 more row …");
    }

    @Test
    void plotShowsChartsWithTheirTitle() {
        plot(line(table, "x", "y"), "A straight line");

        assertThat(host.last().text()).startsWith("Line chart: A straight line.");
    }

    @Test
    void progressAndLivePlotsWriteToTheSameHost() {
        try (var progress = progress("Counting", 2);
                var plot = live("Numbers", "i", "i squared")) {
            for (var i = 0; i < 2; i++) {
                plot.add("square", i, i * i);
                progress.step();
            }
        }

        assertThat(host.outputs).anyMatch(o -> o.text().startsWith("Counting: 2 of 2 in"));
        assertThat(host.outputs).anyMatch(o -> o.text().startsWith("Line chart: Numbers"));
    }

    @Test
    void claimsAreJudgedByIntervalsNumbersOrNotAtAll() {
        claim("T1", "an interval above zero", "interval above 0", "shuffled labels");
        claim("T2", "a number", "r ≥ 0.9");
        claim("T3", "something large", "–");
        claims();

        assertThat(verdict("T1", new Interval(1, 0.5, 2), i -> i.above(0).holds()))
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict("T2", 0.8, r -> r >= 0.9)).isEqualTo(Verdict.NOT_AT_THIS_SCALE);
        assertThat(outOfScope("T3", "too large for a laptop")).isEqualTo(Verdict.OUT_OF_SCOPE);
        verdicts();

        assertThat(host.outputs.get(0).text())
                .contains("T1 | an interval above zero | interval above 0 | shuffled labels");
        assertThat(host.last().text()).contains("T2 | a number | r ≥ 0.9 | 0.8 | ✗ not reproduced at this scale");
        assertThat(host.last().bundle().data()).containsKey("application/vnd.tinybabel.verdicts+json");
    }

    @Test
    void everyPairOfTwoListsHasARowWithItsInterval() {
        var rows = crossed("k", List.of(1, 2), "loss", List.of("a", "b"), "gain", (k, loss) -> {
            var value = k * (loss.equals("a") ? 1 : 10);
            return new Interval(value, value, value + 1);
        });

        assertThat(rows.columnNames()).containsExactly("k", "loss", "gain", "gain low", "gain high");
        assertThat(rows.intColumn("k").asList()).containsExactly(1, 2, 1, 2);
        assertThat(rows.stringColumn("loss").asList()).containsExactly("a", "a", "b", "b");
        assertThat(rows.doubleColumn("gain high").asList()).containsExactly(2.0, 3.0, 11.0, 21.0);
        assertThat(crossed("k", List.of("1", "x"), "l", List.of(1), "y", (k, l) -> Interval.exact(0))
                        .stringColumn("k")
                        .asList())
                .containsExactly("1", "x");
        assertThat(crossed("k", List.of(1), "l", List.of(1), "y", (k, l) -> Interval.exact(0))
                        .columnNames())
                .containsExactly("k", "l", "y");
    }

    @Test
    void checkSaysWhatIsMissingWhereThereIsNoGrader() {
        assertThatThrownBy(() -> check("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the grader is not on the class path")
                .hasMessageContaining("Java (TinyBabel)");
    }
}
