package org.tinybabel.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The figures of paper 30 agree with the bases that they are said to have. */
class CjkPaperFiguresTest {

    private static List<String[]> rows() throws IOException {
        try (var table = Datasets.open("cjk-paper-figures")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }

    @Test
    void everyPercentageIsThatOfAWholeNumberOfDatasets() throws IOException {
        var withBase = rows().stream()
                .filter(row -> row[4].equals("per cent") && !row[5].isEmpty())
                .toList();

        assertThat(withBase).hasSizeGreaterThan(15).allSatisfy(row -> {
            var published = new BigDecimal(row[3]);
            var base = Long.parseLong(row[5]);
            assertThat(LongStream.rangeClosed(0, base).mapToObj(n -> BigDecimal.valueOf(100 * n)
                            .divide(BigDecimal.valueOf(base), published.scale(), RoundingMode.HALF_UP)))
                    .as(String.join(",", row))
                    .contains(published);
        });
    }

    @Test
    void theLicencesOfALanguageAddUpToItsBase() throws IOException {
        for (var language : List.of("zh", "ja", "ko")) {
            var licences = rows().stream()
                    .filter(row -> row[0].equals("licence") && row[2].equals(language))
                    .toList();
            var counted = licences.stream()
                    .mapToLong(row -> Math.round(Double.parseDouble(row[3]) * Long.parseLong(row[5]) / 100))
                    .sum();
            assertThat(counted).as(language).isEqualTo(Long.parseLong(licences.get(0)[5]));
        }
    }

    @Test
    void completeCardsAreCountedBeforeTheCut() throws IOException {
        assertThat(rows().stream()
                        .filter(row -> row[1].equals("all five sections"))
                        .map(row -> row[2] + " " + Math.round(Double.parseDouble(row[3]) * Long.parseLong(row[5]) / 100)
                                + "/" + row[5]))
                .containsExactly("en 102/554", "zh 22/287", "ja 6/366", "ko 10/406");
    }
}
