package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 03: He, Benhaim, Patra, Vaddamanu, Ahuja, Chopra, Chaudhary, Zhao and Song, <em>Scaling Laws for
 * Multilingual Language Models</em>, 2024, arXiv 2410.12883.
 */
@Exercise(
        id = "03-multilingual-scaling-laws",
        title = "Multilingual Scaling Laws",
        visibleTests = MultilingualScalingLawsTest.class)
@Written(question = "f", title = "Why this control", points = 1)
public interface MultilingualScalingLaws {

    /**
     * The loss that a scaling law predicts: {@code (e + a / n^alpha + b / d^beta) * p^(−gamma)}.
     *
     * @param law the six numbers of the law
     * @param n the size of the model, in thousands of parameters
     * @param d the length of the training, in units of 100,000 tokens of all families together
     * @param p the share of the family in these tokens
     * @return the predicted loss on text of the family, in nats
     * @throws IllegalArgumentException if {@code n} or {@code d} is not positive, {@code p} is not above 0 and at most 1, or
     *     any number, those of the law included, is NaN or infinite
     */
    @Question(value = "a", hidden = 2)
    double predict(Law law, double n, double d, double p);

    /**
     * The shares of the families that make the weighted sum of their losses smallest: the minimum of
     * {@code sum over i of c(i) * p(i)^(−gamma(i))} over all positive {@code p} with sum 1.
     *
     * <p>At the minimum there is one number {@code mu} with {@code p(i) = (c(i) * gamma(i) / mu)^(1 / (1 + gamma(i)))} for
     * all families. The sum of these shares falls as {@code mu} grows.
     *
     * @param weightedLoss c, for each family its weight times its loss at share 1
     * @param gamma the exponent of each family
     * @return the shares, in the same order; they sum to 1 within 1e-9
     * @throws IllegalArgumentException if the lengths differ or are 0, or a number is not positive or not finite
     */
    @Question(value = "b", hidden = 3)
    double[] optimalRatios(double[] weightedLoss, double[] gamma);

    /**
     * The law that fits a grid of training runs. It is judged by what it predicts for a model four times as large as the
     * largest of the grid, not by its six numbers: the mean of {@code |prediction / truth − 1|} must stay within 1 %.
     *
     * <p>The runs may hold noise of half a per cent, and a few may be 20 % off; they must not decide the fit. The grids have
     * numbers near 1, e.g. {@code n} from 1 to 16 and {@code d} from 0.5 to 4, and come from laws whose numbers are
     * positive. A call may take 5 seconds of processor time.
     *
     * @param n the size of the model of each run, in thousands of parameters
     * @param d the training of each run, in units of 100,000 tokens
     * @param p the share of the family in each run
     * @param loss the measured loss of each run, in nats
     * @return the law
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 7 runs, {@code n}, {@code d} or
     *     {@code loss} is not positive, {@code p} is not above 0 and at most 1, or a number is NaN or infinite
     */
    @Question(value = "c", hidden = 6)
    Law fitLaw(double[] n, double[] d, double[] p, double[] loss);

    /**
     * Whether a law predicts larger models better than a naive forecaster does, judged over seeds.
     *
     * <p>The error of a forecaster with one seed is its mean absolute percentage error over the runs of that seed, {@code 100 *
     * mean(|prediction − truth| / truth)}. Of the differences {@code naive error − law error}, one for each seed, take the
     * mean and Student's 95 % interval {@code mean ± t(0.975, seeds − 1) · s / √seeds}, where {@code s} has the divisor
     * {@code seeds − 1}.
     *
     * @param truth the measured losses, positive, one row for each seed, one entry for each run; rows may differ in length
     * @param law what the law predicts, of the same shape
     * @param naive what the naive forecaster predicts, of the same shape
     * @return the mean difference in per cent, its interval, and {@link Winner#LAW} if all of it lies above 0,
     *     {@link Winner#NAIVE} if all of it lies below 0, {@link Winner#UNDECIDED} otherwise, also if an end lies within 1e-9
     *     of 0
     * @throws IllegalArgumentException if the shapes differ, there are fewer than 2 seeds, a seed has no runs, a truth is
     *     not positive, or a number is NaN or infinite
     */
    @Question(value = "d", hidden = 3)
    Contest compareForecasts(double[][] truth, double[][] law, double[][] naive);

    /**
     * Your choice of a control for this claim: <em>the shares that the law recommends give the large model a lower total loss
     * than equal shares do, because small models have measured what each family loses when it is read less</em>.
     *
     * @return the comparison with equal shares that comes out as good if the gain has another reason, and clearly worse if the
     *     claim is right
     */
    @Question(value = "e", judgement = true, hidden = 5)
    Control control();

    /**
     * The bug that was planted in the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "g", judgement = true, hidden = 8)
    Flaw flaw();

    /**
     * Chooses one of several forecasters and reports how good it is, on runs that had no part in the choice.
     *
     * <p>The error of a forecaster on some runs is its mean absolute percentage error, {@code 100 * mean(|forecast − truth| /
     * truth)}. The choice is the forecaster with the smallest error on the runs that are <em>not</em> held out, the first of them
     * if several are equal within 1e-9; what is reported is its error on the runs that are.
     *
     * @param forecasts the predicted losses, one row for each forecaster, one column for each run
     * @param truth the measured losses, positive, one for each run
     * @param heldOut one flag for each run, true = held out
     * @return the index of the chosen forecaster, and its error on the runs held out, in per cent
     * @throws IllegalArgumentException if there are no forecasters, the lengths differ, no run is held out or every run is, a
     *     truth is not positive, or a number is NaN or infinite
     */
    @Question("g")
    Report chooseAndReport(double[][] forecasts, double[] truth, boolean[] heldOut);

    /**
     * A scaling law of one family: {@code (e + a / n^alpha + b / d^beta) * p^(−gamma)}.
     *
     * @param e the loss that no size and no training can remove
     * @param a what a small model costs
     * @param alpha how fast that falls with size
     * @param b what short training costs
     * @param beta how fast that falls with training
     * @param gamma how fast the loss falls with the share of the family
     */
    record Law(double e, double a, double alpha, double b, double beta, double gamma) {}

    /** Who predicts larger models better. */
    enum Winner {
        /** The scaling law. */
        LAW,
        /** The naive forecaster. */
        NAIVE,
        /** These seeds do not decide. */
        UNDECIDED
    }

    /**
     * The outcome of a comparison of two forecasters.
     *
     * @param mean by how much the naive error is larger, in per cent, on average
     * @param lower the lower end of the 95 % interval
     * @param upper its upper end
     * @param winner what the interval says
     */
    record Contest(double mean, double lower, double upper, Winner winner) {}

    /** Mixtures and models in which somebody might look for the gain over equal shares. */
    enum Control {
        /** The recommended shares in large models that were trained with other seeds. */
        OTHER_SEEDS,
        /** The recommended shares in the small models that the law was fitted on. */
        SMALL_MODELS,
        /** The shares that a law recommends which was fitted on large models. */
        REFITTED_LAW,
        /** The recommended shares in a large model that is trained twice as long. */
        LONGER_TRAINING,
        /** The recommended shares in the large model, but dealt to the families in another order. */
        PERMUTED_SHARES
    }

    /**
     * The outcome of a choice between forecasters.
     *
     * @param forecaster the index of the one that was chosen
     * @param error its mean absolute percentage error on the runs held out
     */
    record Report(int forecaster, double error) {}

    /**
     * Given to you: the law of six numbers that may have any value. An optimiser that knows no bounds can then never leave
     * the laws with positive numbers.
     *
     * @param x the logarithms of e, a, alpha, b and beta, then gamma itself
     * @return the law
     */
    static Law ofLogarithms(double[] x) {
        return new Law(Math.exp(x[0]), Math.exp(x[1]), Math.exp(x[2]), Math.exp(x[3]), Math.exp(x[4]), x[5]);
    }

    /**
     * Given to you: Huber's penalty, {@code r²/2} up to {@code |r| = delta}, then a straight line with the same slope.
     * What lies far off pulls no harder than what lies at {@code delta}.
     *
     * @param residual r, how far off a prediction is
     * @param delta where the line begins
     * @return the penalty, 0 or more
     */
    static double huber(double residual, double delta) {
        var size = Math.abs(residual);
        return size <= delta ? size * size / 2 : delta * (size - delta / 2);
    }
}
