package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Unchanged;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 10: Xiao et al., <em>Configurable Foundation Models: Building LLMs from a Modular Perspective</em>, 2024,
 * arXiv 2409.02877.
 */
@Exercise(id = "10-configurable-bricks", title = "Configurable Bricks", visibleTests = ConfigurableBricksTest.class)
@Written(question = "e", title = "Why this control", points = 1)
public interface ConfigurableBricks {

    /**
     * How well a neuron puts the questions of an ability first. Sort the questions by score, largest first; questions with equal scores
     * keep the order that they came in. The average precision is the mean, over the positive questions, of the share of positives among
     * all questions up to that one.
     *
     * @param score what the neuron did at each question
     * @param positive whether each question belongs to the ability
     * @return the average precision, above 0 and at most 1
     * @throws IllegalArgumentException if an argument is null, the lengths differ, no question is positive, or a score is not finite
     */
    @Question(value = "a", hidden = 5)
    double averagePrecision(double[] score, boolean[] positive);

    /**
     * The specialists of an ability: the neurons with the highest average precision for it. Of neurons with equal ones, the neuron with
     * the larger margin over its best other ability comes first, then the one with the lower index.
     *
     * @param ap the average precision, {@code ap[ability][neuron]}, for at least two abilities
     * @param ability whose specialists
     * @param count how many
     * @return their indices, the best first
     * @throws IllegalArgumentException if {@code ap} is null, ragged, has fewer than two rows or an entry that is not finite, if there is
     *     no such ability, or if {@code count} is not between 1 and the number of neurons
     */
    @Question(value = "b", hidden = 7)
    int[] specialists(double[][] ap, int ability, int count);

    /**
     * The output weights of a layer without some of its neurons.
     *
     * @param wOut one row for each neuron: what it writes to the residual stream
     * @param neurons the neurons to remove; the same one may be named more than once
     * @return a copy in which the rows of these neurons are 0
     * @throws IllegalArgumentException if an argument or a row is null, rows differ in length, or there is no such neuron
     */
    @Question("b")
    @Unchanged
    double[][] pruneRows(double[][] wOut, int[] neurons);

    /**
     * How selective removals are: {@code s = meanₐ (m[a][a] − mean_{b ≠ a} m[a][b])}.
     *
     * @param m the loss that is added to ability b (column) by removing the specialists of ability a (row)
     * @return the selectivity, in the unit of {@code m}
     * @throws IllegalArgumentException if {@code m} is null, not square, smaller than 2 × 2, or has an entry that is not finite
     */
    @Question(value = "c", hidden = 6)
    double selectivity(double[][] m);

    /**
     * The two different abilities of which one suffers the most from the removal of the other's specialists. Of equal ones, the pair with
     * the lower {@code removed}, then the lower {@code damaged}.
     *
     * @param m the loss that is added to ability b (column) by removing the specialists of ability a (row)
     * @return the place of the largest entry outside the diagonal
     * @throws IllegalArgumentException if {@code m} is null, not square, smaller than 2 × 2, or has an entry that is not finite
     */
    @Question("c")
    Pair mostShared(double[][] m);

    /**
     * Your choice of a control for this claim: <em>the network has learned a neuron for plus, since the best of its 96 neurons has an
     * average precision of 0.7 for plus, where 0.2 would be chance</em>.
     *
     * @return the comparison that comes out like the claim's measure if nothing was learned, and clearly lower if it was
     */
    @Question(value = "d", judgement = true, hidden = 4)
    Control control();

    /**
     * The bug that was planted in the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "f", judgement = true, hidden = 8)
    Flaw flaw();

    /**
     * As many other neurons, as active as the chosen ones. In the order of {@code chosen}, each gets the neuron with the nearest activity
     * that is neither chosen nor taken yet; of two that are as near, the one with the lower index.
     *
     * @param activity the mean activity of each neuron
     * @param chosen different neurons, at most half of all
     * @return one control for each chosen neuron, in the same order
     * @throws IllegalArgumentException if an argument is null, an activity is not finite, a chosen neuron does not exist or is named
     *     twice, or there are fewer other neurons than chosen ones
     */
    @Question("f")
    int[] matchedControls(double[] activity, int[] chosen);

    /**
     * Two abilities.
     *
     * @param removed whose specialists were removed
     * @param damaged what suffered
     */
    record Pair(int removed, int damaged) {}

    /** Comparisons that somebody might make for the claim that a network has learned a neuron for plus. */
    enum Control {
        /** The average precision of one neuron that is drawn at random. */
        RANDOM_NEURON,
        /** The best of 96 neurons again, with the labels of the questions in a random order. */
        PERMUTED_LABELS,
        /** The best of 96 neurons of the same network before training. */
        UNTRAINED_NETWORK,
        /** The same neuron, on three times as many questions. */
        MORE_QUESTIONS,
        /** The best neuron for plus in another layer of the trained network. */
        OTHER_LAYER
    }
}
