package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.lab.stats.Intervals;
import tech.tablesaw.api.Table;

/** Model answers that quote numbers quote those of the table they speak of. */
class ModelAnswerTest {

    @Test
    void theSeedsOfTheClonedLanguagesAreQuotedRightly() throws Exception {
        var balanced = middleCosines("50/50");
        var imbalanced = middleCosines("90/10");
        var differences = IntStream.range(0, 8)
                .mapToDouble(seed -> imbalanced[seed] - balanced[seed])
                .toArray();
        var three = Intervals.t(differences[0], differences[1], differences[2]);
        var eight = Intervals.t(differences);
        var text = Notebook.read(Path.of("02-cloned-languages.ipynb")).cells().stream()
                .map(cell -> cell.source().replace('\u2212', '-'))
                .collect(Collectors.joining("\n"));

        assertThat(text)
                .contains(words("by %.2f, %.2f and %.2f", differences[0], differences[1], differences[2]))
                .contains(words("reaches from %.2f to %.2f, so", three.low(), three.high()))
                .contains(words("an interval from %.2f to %.2f; half", eight.low(), eight.high()));
        assertThat(Math.abs(eight.mean())).isLessThan(0.005);
        assertThat(Arrays.stream(differences).filter(difference -> difference > 0))
                .hasSize(4);
    }

    private static String words(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }

    private static double[] middleCosines(String condition) throws Exception {
        var table = Table.read().csv(Datasets.open("cloned-languages"));
        return table.where(table.stringColumn("set-up")
                        .isEqualTo("main")
                        .and(table.stringColumn("condition").isEqualTo(condition))
                        .and(table.intColumn("step").isEqualTo(1000)))
                .sortOn("seed")
                .doubleColumn("cosine 1")
                .asDoubleArray();
    }
}
