package org.tinybabel.lab.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.languages.IcuLexicon;
import org.tinybabel.lab.metrics.Retrieval;

class MatchedNamesTest {

    @Test
    void aNameComesFirstThenThoseOfItsWordsThenThoseOfItsLength() {
        var names = List.of("peru", "new peru", "chad", "zambia", "a b");

        assertThat(MatchedNames.of(names, 2, 0)[0]).containsExactly(0, 2, 3);
        assertThat(MatchedNames.of(names, 4, 0)[0]).containsExactly(0, 2, 3, 4, 1);
        assertThat(MatchedNames.of(names, 1, 0)[1]).containsExactly(1, 4);
    }

    @Test
    void equallyNearNamesAreDrawnByTheSeed() {
        var names = IntStream.range(0, 30).mapToObj(i -> "" + (char) ('a' + i)).toList();

        assertThat(MatchedNames.of(names, 5, 1)).isDeepEqualTo(MatchedNames.of(names, 5, 1));
        assertThat(MatchedNames.of(names, 5, 1)[0]).isNotEqualTo(MatchedNames.of(names, 5, 2)[0]);
    }

    @Test
    void amongMatchedNamesOfALanguageTheLengthTellsAlmostNothing() {
        var lexicon = IcuLexicon.of("es", "ru").withoutHomonyms();
        var names = lexicon.names("ru");
        var lengths = NameBaselines.length(lexicon.names("es"), names, true);
        var right = IntStream.range(0, names.size()).toArray();
        var matched = MatchedNames.scores(lengths, MatchedNames.of(names, 9, 3));

        assertThat(Retrieval.expectedAccuracyAt(lengths, right, 10)).isGreaterThan(3 * 10.0 / names.size());
        assertThat(Retrieval.expectedAccuracyAt(matched, new int[names.size()], 1))
                .isBetween(0.08, 0.13);
    }

    @Test
    void onlyTheScoresOfCandidatesAreKept() {
        var scores = new double[][] {{1, 2, 3}, {4, 5, 6}};

        assertThat(MatchedNames.scores(scores, new int[][] {{2, 0}, {1, 1}}))
                .isDeepEqualTo(new double[][] {{3, 1}, {5, 5}});
        assertThatIllegalArgumentException().isThrownBy(() -> MatchedNames.scores(scores, new int[][] {{2, 0}}));
        assertThatIllegalArgumentException().isThrownBy(() -> MatchedNames.scores(scores, new int[][] {{3}, {0}}));
    }

    @Test
    void tooFewNamesAndEqualOnesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MatchedNames.of(List.of("a", "b"), 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MatchedNames.of(List.of("a", "b"), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MatchedNames.of(List.of("a", "b", "a"), 1, 0));
    }
}
