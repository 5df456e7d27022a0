package org.tinybabel.lab.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tinybabel.lab.languages.ClassGrammar;
import org.tinybabel.lab.languages.LanguageFamily;
import org.tinybabel.lab.models.GptShape;

/**
 * What to train for a multilingual scaling law (He et al., 2024): families of languages, sizes, mixtures, training lengths and
 * seeds. The defaults are those of notebook 03; {@code with…} methods change one thing each.
 *
 * @param families the language families, with two siblings each
 * @param layers transformer blocks of every model
 * @param heads attention heads of every model
 * @param context words that the models read, T
 * @param batch sentences in a batch
 * @param rate learning rate of Adam, constant after the warm-up
 * @param warmUp steps of the warm-up
 * @param average decay δ of the moving average of the weights that is measured
 * @param checkpoints training lengths in steps, rising; one run gives all of them
 * @param testSentences new sentences per language
 * @param sizes the widths, each with its mixtures
 * @param seeds one set of languages, initial weights and sentences each
 */
public record ScalingGrid(
        List<Family> families,
        int layers,
        int heads,
        int context,
        int batch,
        double rate,
        int warmUp,
        double average,
        List<Integer> checkpoints,
        int testSentences,
        List<Size> sizes,
        List<Long> seeds) {

    /**
     * How rich a family's grammar is, see {@link ClassGrammar}.
     *
     * @param classes word classes
     * @param wordsPerClass words in each class
     * @param previousDeviation how much the previous class matters, in nats
     * @param secondDeviation how much the class before it matters
     * @param pairDeviation how much the pair of both matters
     */
    public record Family(
            int classes, int wordsPerClass, double previousDeviation, double secondDeviation, double pairDeviation) {

        /**
         * Checks the numbers.
         *
         * @param classes at least 1
         * @param wordsPerClass at least 1, and at least two words in all
         * @param previousDeviation 0 or more
         * @param secondDeviation 0 or more
         * @param pairDeviation 0 or more
         * @throws IllegalArgumentException if a number is out of range; the message names it
         */
        public Family {
            check(
                    classes >= 1 && wordsPerClass >= 1 && (long) classes * wordsPerClass >= 2,
                    "a family needs at least two words in at least one class, got " + classes + " classes of "
                            + wordsPerClass);
            for (var deviation : new double[] {previousDeviation, secondDeviation, pairDeviation}) {
                check(
                        deviation >= 0 && deviation < Double.POSITIVE_INFINITY,
                        "a family's deviations must be 0 or more, got " + deviation);
            }
        }
    }

    /**
     * One size and what models of this size read.
     *
     * @param width d, the length of the residual stream's vectors
     * @param mixtures shares of the families, one list per model; each adds up to 1
     */
    public record Size(int width, List<List<Double>> mixtures) {

        /**
         * Copies the lists.
         *
         * @param width at least 1
         * @param mixtures shares of the families, one list per model
         */
        public Size {
            mixtures = mixtures.stream().map(List::copyOf).toList();
        }
    }

    private static final double ROUNDING = 1e-9;

    /**
     * Checks that everything fits together.
     *
     * @param families at least one
     * @param layers at least 1
     * @param heads must divide every width
     * @param context at least 1
     * @param batch at least 1
     * @param rate more than 0
     * @param warmUp 0 or more
     * @param average 0 … 1
     * @param checkpoints at least one, rising, from 1
     * @param testSentences at least 1
     * @param sizes at least one, with mixtures that have a share for every family and add up to 1
     * @param seeds at least one
     * @throws IllegalArgumentException if something does not fit; the message names it
     */
    public ScalingGrid {
        families = List.copyOf(families);
        checkpoints = List.copyOf(checkpoints);
        sizes = List.copyOf(sizes);
        seeds = List.copyOf(seeds);
        check(!families.isEmpty(), "a grid needs at least one family");
        check(!sizes.isEmpty(), "a grid needs at least one size");
        check(!seeds.isEmpty(), "a grid needs at least one seed");
        check(batch >= 1, "batch must be at least 1, got " + batch);
        check(testSentences >= 1, "testSentences must be at least 1, got " + testSentences);
        check(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate must be more than 0, got " + rate);
        check(warmUp >= 0, "warmUp must be 0 or more steps, got " + warmUp);
        check(average >= 0 && average <= 1, "average must be between 0 and 1, got " + average);
        check(rising(checkpoints), "checkpoints must be rising numbers of steps from 1, got " + checkpoints);
        check(
                (long) checkpoints.get(checkpoints.size() - 1) * batch <= Integer.MAX_VALUE,
                "the last of the checkpoints " + checkpoints + " with batches of " + batch
                        + " needs more sentences than fit into a table");
        for (var size : sizes) {
            check(!size.mixtures.isEmpty(), "width " + size.width + " needs at least one mixture");
            for (var mixture : size.mixtures) {
                check(
                        isMixture(mixture, families.size()),
                        "a mixture of width " + size.width + " needs " + families.size()
                                + " shares of 0 or more that add up to 1, got " + mixture);
            }
        }
        for (var size : sizes) {
            shape(size.width, heads, layers, context, families);
        }
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static boolean rising(List<Integer> checkpoints) {
        return !checkpoints.isEmpty()
                && checkpoints.get(0) >= 1
                && IntStream.range(1, checkpoints.size()).allMatch(i -> checkpoints.get(i) > checkpoints.get(i - 1));
    }

    private static boolean isMixture(List<Double> mixture, int families) {
        var sum = mixture.stream().mapToDouble(share -> share).sum();
        return mixture.size() == families
                && mixture.stream().allMatch(share -> share >= 0)
                && Math.abs(sum - 1) < ROUNDING;
    }

    private static GptShape shape(int width, int heads, int layers, int context, List<Family> families) {
        var tokens = families.stream()
                .mapToInt(family -> 2 * family.classes * family.wordsPerClass)
                .sum();
        return new GptShape(tokens, context, width, heads, layers, 4 * width);
    }

    /**
     * The shape of the models of one size.
     *
     * @param width d
     * @return one MLP of width 4d per block, output untied
     */
    public GptShape shape(int width) {
        return shape(width, heads, layers, context, families);
    }

    /**
     * Draws the families of a seed.
     *
     * @param seed equal seeds give equal families
     * @return as many as the grid has, with tokens of their own
     */
    public List<LanguageFamily> draw(long seed) {
        var first = 0;
        var drawn = new ArrayList<LanguageFamily>();
        for (var f = 0; f < families.size(); f++) {
            var family = families.get(f);
            var grammar = new ClassGrammar(
                    family.classes,
                    family.wordsPerClass,
                    family.previousDeviation,
                    family.secondDeviation,
                    family.pairDeviation,
                    families.size() * seed + f);
            drawn.add(LanguageFamily.of(grammar, first));
            first += 2 * grammar.vocabularySize();
        }
        return List.copyOf(drawn);
    }

    /**
     * The grid of notebook 03: three families of rising richness; widths 8, 12 and 16 with ten mixtures each, to be fitted; and
     * width 24 with fourteen, held out.
     *
     * @param seeds the seeds to train
     * @return the grid
     */
    public static ScalingGrid ofNotebook(List<Long> seeds) {
        var fitted = List.of(
                List.of(1 / 3.0, 1 / 3.0, 1 / 3.0),
                List.of(0.6, 0.2, 0.2),
                List.of(0.2, 0.6, 0.2),
                List.of(0.2, 0.2, 0.6),
                List.of(0.1, 0.45, 0.45),
                List.of(0.45, 0.1, 0.45),
                List.of(0.45, 0.45, 0.1),
                List.of(0.8, 0.1, 0.1),
                List.of(0.1, 0.8, 0.1),
                List.of(0.1, 0.1, 0.8));
        var heldOut = new ArrayList<>(fitted);
        heldOut.add(List.of(0.25, 0.25, 0.5));
        heldOut.add(List.of(0.2, 0.4, 0.4));
        heldOut.add(List.of(0.15, 0.35, 0.5));
        heldOut.add(List.of(0.4, 0.3, 0.3));
        return new ScalingGrid(
                List.of(new Family(4, 4, 2, 0, 0), new Family(8, 2, 2, 1, 0), new Family(16, 1, 2, 1.5, 0)),
                1,
                2,
                12,
                16,
                4e-3,
                20,
                0.97,
                List.of(300, 450, 650, 900),
                150,
                List.of(new Size(8, fitted), new Size(12, fitted), new Size(16, fitted), new Size(24, heldOut)),
                seeds);
    }
}
