package org.tinybabel.lab.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Bm25Test {

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static double bm25(List<List<String>> documents, List<String> query, int document) {
        var mean = documents.stream().mapToInt(List::size).average().orElseThrow();
        var sum = 0.0;
        for (var term : query) {
            var n = documents.stream().filter(d -> d.contains(term)).count();
            var idf = Math.log(1 + (documents.size() - n + 0.5) / (n + 0.5));
            var f = Collections.frequency(documents.get(document), term);
            sum += idf * f / (f + 1.2 * (0.25 + 0.75 * documents.get(document).size() / mean));
        }
        return sum;
    }

    @Test
    void scoresAreThoseOfTheFormula() {
        var random = new Random(5);
        for (var round = 0; round < 20; round++) {
            var documents = IntStream.range(0, 2 + random.nextInt(30))
                    .mapToObj(d -> random.ints(1 + random.nextInt(40), 0, 12)
                            .mapToObj(w -> "w" + w)
                            .toList())
                    .toList();
            var query = random.ints(6, 0, 15).mapToObj(w -> "w" + w).toList();
            try (var index = Bm25.of(documents)) {
                var scores = index.scores(query);
                for (var d = 0; d < scores.length; d++) {
                    assertThat(scores[d]).isCloseTo(bm25(documents, query, d), within(1e-5));
                }
            }
        }
    }

    @Test
    void termsAreTakenAsTheyAre() {
        var documents = List.of(words("the The ночь"), words("night the"), words(""));
        try (var index = Bm25.of(documents)) {
            assertThat(index.scores(List.of("ночь"))[0]).isPositive();
            assertThat(index.scores(List.of("ноч"))).containsOnly(0);
            assertThat(index.scores(List.of("the"))[1]).isGreaterThan(index.scores(List.of("the"))[0]);
            assertThat(index.scores(List.of())).containsExactly(0, 0, 0);
        }
    }

    @Test
    void manyDocumentsKeepTheirPlaces() {
        var documents =
                IntStream.range(0, 5000).mapToObj(i -> List.of("all", "n" + i)).toList();
        try (var index = Bm25.of(documents)) {
            var scores = index.scores(List.of("n7", "n4321"));
            assertThat(IntStream.range(0, 5000).filter(i -> scores[i] > 0)).containsExactly(7, 4321);
        }
    }

    @Test
    void anIndexOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bm25.of(List.of()));
    }
}
