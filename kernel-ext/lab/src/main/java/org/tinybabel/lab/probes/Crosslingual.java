package org.tinybabel.lab.probes;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tinybabel.lab.metrics.BalancedAccuracy;
import org.tinybabel.lab.metrics.Centring;
import org.tinybabel.lab.metrics.GroupVariance;
import org.tinybabel.lab.metrics.NearestNeighbours;
import org.tinybabel.lab.metrics.Retrieval;
import org.tinybabel.lab.metrics.TransferMatrix;
import org.tinybabel.lab.metrics.UnitLength;

/**
 * What the vectors of one encoder are good for across languages, and how neutral they are. All methods take the vectors of L languages, in
 * each of which the same things are said in the same order: {@code vectors[l][i]} is item i in language l.
 */
public final class Crosslingual {

    private Crosslingual() {}

    /**
     * Zero-shot classification: a ridge classifier is fitted in each language and tested in each.
     *
     * @param fit vectors to learn from, {@code [L][n][d]}
     * @param fitLabels the class of each of them, the same in all languages, n numbers
     * @param test vectors to classify, {@code [L][m][d]}
     * @param testLabels the class of each of them, m numbers
     * @param lambda ridge penalty, more than 0
     * @return balanced accuracies, 0 to 1, {@code [learned in][tested in]}
     * @throws IllegalArgumentException if there are fewer than three languages, sizes do not fit, or a classifier cannot be fitted
     */
    public static TransferMatrix classification(
            double[][][] fit, int[] fitLabels, double[][][] test, int[] testLabels, double lambda) {
        if (fit.length != test.length) {
            throw new IllegalArgumentException(
                    "expected as many languages to learn from as to test, got " + fit.length + " and " + test.length);
        }
        return new TransferMatrix(Arrays.stream(fit)
                .map(rows -> RidgeClassifier.fit(rows, fitLabels, lambda))
                .map(classifier -> Arrays.stream(test)
                        .mapToDouble(rows -> BalancedAccuracy.of(testLabels, classifier.predict(rows)))
                        .toArray())
                .toArray(double[][]::new));
    }

    /**
     * Retrieval of translations by cosine, from each language into each.
     *
     * @param vectors {@code [L][n][d]}
     * @param k how many candidates may be looked at, at least 1
     * @return expected accuracy at k ({@link Retrieval#expectedAccuracyAt}), 0 to 1, {@code [from][into]}; guessing has k/n
     * @throws IllegalArgumentException if there are fewer than three languages, they have different numbers of items, or a vector is zero
     */
    public static TransferMatrix retrieval(double[][][] vectors, int k) {
        checkItems(vectors);
        var right = IntStream.range(0, vectors[0].length).toArray();
        return new TransferMatrix(Arrays.stream(vectors)
                .map(from -> Arrays.stream(vectors)
                        .mapToDouble(to -> Retrieval.expectedAccuracyAt(NearestNeighbours.cosines(from, to), right, k))
                        .toArray())
                .toArray(double[][]::new));
    }

    /**
     * The mean cosine between the centres of two different languages: the neutrality that papers report. It also rises when all vectors get a
     * part in common that says nothing; {@link #betweenShare} does not fall then.
     *
     * @param vectors {@code [L][n][d]}
     * @return −1 to 1
     * @throws IllegalArgumentException if there are fewer than three languages or a centre is zero
     */
    public static double meanCosine(double[][][] vectors) {
        var centres = Arrays.stream(vectors).map(Centring::mean).toArray(double[][]::new);
        return new TransferMatrix(NearestNeighbours.cosines(centres, centres)).mean();
    }

    /**
     * The share of variance that lies between languages, of all vectors brought to length 1 ({@link GroupVariance#betweenShare}).
     *
     * @param vectors {@code [L][n][d]}
     * @return 0 (neutral) to 1 (each language is one point)
     * @throws IllegalArgumentException if there are no vectors or one is zero
     */
    public static double betweenShare(double[][][] vectors) {
        var rows = Arrays.stream(vectors).flatMap(Arrays::stream).toArray(double[][]::new);
        var languages = IntStream.range(0, vectors.length)
                .flatMap(l -> Arrays.stream(vectors[l]).mapToInt(row -> l))
                .toArray();
        return GroupVariance.betweenShare(UnitLength.of(rows), languages);
    }

    /**
     * Subtracts from the vectors of each language their mean: the simplest way to neutral vectors, for those who know the language of every
     * text (Libovický et al., 2020).
     *
     * @param vectors {@code [L][n][d]}; not changed
     * @return {@code [L][n][d]}
     * @throws IllegalArgumentException if a language has no vectors
     */
    public static double[][][] centred(double[][][] vectors) {
        return Arrays.stream(vectors)
                .map(rows -> Centring.centre(rows, Centring.mean(rows)))
                .toArray(double[][][]::new);
    }

    private static void checkItems(double[][][] vectors) {
        if (Arrays.stream(vectors).mapToInt(rows -> rows.length).distinct().count() > 1) {
            throw new IllegalArgumentException("expected the same items in all languages, got "
                    + Arrays.toString(
                            Arrays.stream(vectors).mapToInt(rows -> rows.length).toArray()));
        }
        if (vectors.length == 0) {
            throw new IllegalArgumentException("expected the vectors of at least three languages, got none");
        }
    }
}
