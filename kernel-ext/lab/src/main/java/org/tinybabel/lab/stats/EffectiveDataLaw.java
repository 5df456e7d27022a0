package org.tinybabel.lab.stats;

import static org.tinybabel.lab.stats.LawParameter.A;
import static org.tinybabel.lab.stats.LawParameter.ALPHA;
import static org.tinybabel.lab.stats.LawParameter.B;
import static org.tinybabel.lab.stats.LawParameter.BETA;
import static org.tinybabel.lab.stats.LawParameter.E;
import static org.tinybabel.lab.stats.LawParameter.KAPPA;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * A rival of {@link ScalingLaw}, in which a share p only makes the data fewer: L(N, D, p) = E + A/N^α + B/(D p^κ)^β. With κ = 1
 * only data of the tested kind count; with κ = 0 all data count fully.
 *
 * @param e E, the loss that neither size nor data removes
 * @param a A, in the unit of N to the power of α
 * @param alpha α
 * @param b B, in the unit of D to the power of β
 * @param beta β
 * @param kappa κ
 */
public record EffectiveDataLaw(double e, double a, double alpha, double b, double beta, double kappa)
        implements LossLaw {

    static final Set<LawParameter> FREE = EnumSet.of(E, A, ALPHA, B, BETA, KAPPA);

    /**
     * Rejects parameters that are not finite.
     *
     * @param e E
     * @param a A
     * @param alpha α
     * @param b B
     * @param beta β
     * @param kappa κ
     */
    public EffectiveDataLaw {
        if (!DoubleStream.of(e, a, alpha, b, beta, kappa).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a law needs finite parameters, got e " + e + ", a " + a + ", alpha "
                    + alpha + ", b " + b + ", beta " + beta + ", kappa " + kappa);
        }
    }

    /**
     * Fits the law as {@link ScalingLaw#fit} does, with κ in the place of γ.
     *
     * @param n sizes of m ≥ 7 models, positive, in a unit of your own
     * @param d the data of each, positive
     * @param p the share of each, more than 0 and at most 1
     * @param loss the loss of each, positive
     * @return the law, in the same units
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 7 points, or a number is out of its range
     */
    public static LawFit<EffectiveDataLaw> fit(double[] n, double[] d, double[] p, double[] loss) {
        var found = LawSearch.huber(LossPoints.of(n, d, p, loss), FREE);
        return new LawFit<>(
                new EffectiveDataLaw(
                        found.value(E),
                        found.value(A),
                        found.value(ALPHA),
                        found.value(B),
                        found.value(BETA),
                        found.value(KAPPA)),
                found.objective(),
                found.converged());
    }

    @Override
    public double predict(double n, double d, double p) {
        LossPoints.check(n, d, p);
        return e + a * Math.pow(n, -alpha) + b * Math.pow(d * Math.pow(p, kappa), -beta);
    }
}
