package org.tinybabel.lab.stats;

import static org.tinybabel.lab.stats.LawParameter.A;
import static org.tinybabel.lab.stats.LawParameter.ALPHA;
import static org.tinybabel.lab.stats.LawParameter.B;
import static org.tinybabel.lab.stats.LawParameter.BETA;
import static org.tinybabel.lab.stats.LawParameter.E;
import static org.tinybabel.lab.stats.LawParameter.GAMMA;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * The multilingual scaling law L(N, D, p) = (E + A/N^α + B/D^β) p^−γ of He et al., Scaling Laws for Multilingual Language Models,
 * 2024, arXiv 2410.12883. At p = 1 it is the law of Hoffmann et al., Training Compute-Optimal Large Language Models, 2022.
 *
 * @param e E, the loss that neither size nor data removes
 * @param a A, in the unit of N to the power of α
 * @param alpha α
 * @param b B, in the unit of D to the power of β
 * @param beta β
 * @param gamma γ
 */
public record ScalingLaw(double e, double a, double alpha, double b, double beta, double gamma) implements LossLaw {

    static final Set<LawParameter> FREE = EnumSet.of(E, A, ALPHA, B, BETA, GAMMA);
    private static final Set<LawParameter> FREE_WITHOUT_P = EnumSet.of(E, A, ALPHA, B, BETA);

    /**
     * Rejects parameters that are not finite.
     *
     * @param e E
     * @param a A
     * @param alpha α
     * @param b B
     * @param beta β
     * @param gamma γ
     */
    public ScalingLaw {
        if (!DoubleStream.of(e, a, alpha, b, beta, gamma).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a law needs finite parameters, got e " + e + ", a " + a + ", alpha "
                    + alpha + ", b " + b + ", beta " + beta + ", gamma " + gamma);
        }
    }

    /**
     * Fits the law: minimises the mean Huber loss (δ = 0.001) of log predicted − log observed over log E, log A, log α, log B,
     * log β and γ, by L-BFGS with bounds from a fixed list of starts. Nothing is random.
     *
     * <p>Inside, all numbers are relative to their geometric means, so the units do not matter. On a small grid E, α and β are
     * poorly identified: judge predictions, and see {@link ProfileInterval}.
     *
     * @param n sizes of m ≥ 7 models, positive, in a unit of your own, such as thousands of parameters
     * @param d the data of each, positive, such as in 100,000 tokens
     * @param p the share of each, more than 0 and at most 1
     * @param loss the loss of each, positive
     * @return the law, in the same units
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 7 points, or a number is out of its range
     */
    public static LawFit<ScalingLaw> fit(double[] n, double[] d, double[] p, double[] loss) {
        return fit(LossPoints.of(n, d, p, loss), FREE);
    }

    /**
     * Fits the law without p, L(N, D) = E + A/N^α + B/D^β: the same as {@link #fit}, with γ fixed at 0.
     *
     * @param n sizes of m ≥ 6 models, positive
     * @param d the data of each, positive
     * @param loss the loss of each, positive
     * @return a law with γ = 0
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 6 points, or a number is out of its range
     */
    public static LawFit<ScalingLaw> fitWithoutP(double[] n, double[] d, double[] loss) {
        var everything = new double[n.length];
        Arrays.fill(everything, 1);
        return fit(LossPoints.of(n, d, everything, loss), FREE_WITHOUT_P);
    }

    private static LawFit<ScalingLaw> fit(LossPoints points, Set<LawParameter> free) {
        var found = LawSearch.huber(points, free);
        return new LawFit<>(
                new ScalingLaw(
                        found.value(E),
                        found.value(A),
                        found.value(ALPHA),
                        found.value(B),
                        found.value(BETA),
                        found.value(GAMMA)),
                found.objective(),
                found.converged());
    }

    @Override
    public double predict(double n, double d, double p) {
        LossPoints.check(n, d, p);
        return (e + a * Math.pow(n, -alpha) + b * Math.pow(d, -beta)) * Math.pow(p, -gamma);
    }
}
