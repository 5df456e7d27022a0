package org.tinybabel.lab.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrosslingualTest {

    private static final int N = 60;
    private static final int[] CLASSES = IntStream.range(0, N).map(i -> i % 3).toArray();

    /** Items of three classes in three languages: class, language and item each have directions of their own. */
    private static double[][][] vectors(double language, long seed) {
        return IntStream.range(0, 3)
                .mapToObj(l -> {
                    var random = new Random(seed);
                    return IntStream.range(0, N)
                            .mapToObj(i -> {
                                var row = random.doubles(12, -1, 1).toArray();
                                row[i % 3] += 3;
                                row[3 + l] += language;
                                return row;
                            })
                            .toArray(double[][]::new);
                })
                .toArray(double[][][]::new);
    }

    @Test
    void aClassifierCarriesOverWhereLanguagesAreInOtherDirections() {
        var matrix = Crosslingual.classification(vectors(2, 1), CLASSES, vectors(2, 2), CLASSES, 1);

        assertThat(matrix.mean()).isGreaterThan(0.95);
        var turned = vectors(2, 2);
        turned[1] = Arrays.stream(turned[1])
                .map(row -> {
                    var other = row.clone();
                    System.arraycopy(row, 0, other, 1, 2);
                    other[0] = row[2];
                    return other;
                })
                .toArray(double[][]::new);
        var wrong = Crosslingual.classification(vectors(2, 1), CLASSES, turned, CLASSES, 1);
        assertThat(wrong.ofTarget(1)).isLessThan(0.05);
        assertThat(wrong.scores()[0][2]).isEqualTo(matrix.scores()[0][2]);
    }

    @Test
    void translationsAreFoundAndGuessingFindsItsShare() {
        assertThat(Crosslingual.retrieval(vectors(0, 1), 1).mean()).isEqualTo(1);
        var strangers = new double[][][] {vectors(1, 1)[0], vectors(1, 2)[1], vectors(1, 3)[2]};
        Arrays.stream(strangers).flatMap(Arrays::stream).forEach(row -> Arrays.fill(row, 0, 3, 0));
        assertThat(Crosslingual.retrieval(strangers, 6).mean()).isCloseTo(0.1, within(0.05));
    }

    @Test
    void languagesThatLieApartAreLessNeutralAndCentringMendsIt() {
        assertThat(Crosslingual.betweenShare(vectors(8, 1))).isGreaterThan(Crosslingual.betweenShare(vectors(1, 1)));
        assertThat(Crosslingual.meanCosine(vectors(8, 1))).isLessThan(Crosslingual.meanCosine(vectors(1, 1)));
        var centred = Crosslingual.centred(vectors(8, 1));
        assertThat(Arrays.stream(centred[1]).mapToDouble(row -> row[4]).sum()).isCloseTo(0, within(1e-9));
        assertThat(Crosslingual.betweenShare(centred)).isLessThan(1e-6);
    }

    @Test
    void aPartInCommonRaisesTheCosineAndLeavesTheShare() {
        var apart = vectors(8, 1);
        var common = Arrays.stream(apart)
                .map(rows -> Arrays.stream(rows)
                        .map(row -> {
                            var more = Arrays.copyOf(row, 13);
                            more[12] = 30;
                            return more;
                        })
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);

        assertThat(Crosslingual.meanCosine(common)).isGreaterThan(0.9);
        assertThat(Crosslingual.betweenShare(common)).isCloseTo(Crosslingual.betweenShare(apart), within(0.1));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var uneven = vectors(1, 1);
        uneven[2] = Arrays.copyOf(uneven[2], 5);
        assertThatIllegalArgumentException().isThrownBy(() -> Crosslingual.retrieval(uneven, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Crosslingual.retrieval(new double[0][][], 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crosslingual.classification(
                        Arrays.copyOf(vectors(1, 1), 2), CLASSES, vectors(1, 1), CLASSES, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Crosslingual.meanCosine(Arrays.copyOf(vectors(1, 1), 2)));
    }
}
