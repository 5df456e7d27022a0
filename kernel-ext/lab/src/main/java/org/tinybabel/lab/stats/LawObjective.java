package org.tinybabel.lab.stats;

import static org.tinybabel.lab.stats.LawParameter.A;
import static org.tinybabel.lab.stats.LawParameter.ALPHA;
import static org.tinybabel.lab.stats.LawParameter.B;
import static org.tinybabel.lab.stats.LawParameter.BETA;
import static org.tinybabel.lab.stats.LawParameter.E;
import static org.tinybabel.lab.stats.LawParameter.GAMMA;
import static org.tinybabel.lab.stats.LawParameter.KAPPA;

import org.tinybabel.lab.stats.LossPoints.Origin;

/**
 * How badly a law fits, as a function of its coordinates: the mean Huber loss of log predicted − log observed, divided by a
 * scale that makes it about 1 for a good fit. Both laws are one formula: log L = log(E + A N^−α + B (D p^κ)^−β) − γ log p.
 */
record LawObjective(LossPoints points, Origin origin, Huber huber, double scale) {

    double value(double[] x) {
        var sum = 0.0;
        for (var i = 0; i < points.size(); i++) {
            sum += huber.value(terms(x, i).residual);
        }
        return sum / points.size() / scale;
    }

    double[] gradient(double[] x) {
        var gradient = new double[LawParameter.COUNT];
        var alpha = Math.exp(x[ALPHA.ordinal()]);
        var beta = Math.exp(x[BETA.ordinal()]);
        for (var i = 0; i < points.size(); i++) {
            var terms = terms(x, i);
            var weight = huber.derivative(terms.residual) / points.size() / scale;
            var p = points.logP()[i] - origin.p();
            gradient[E.ordinal()] += weight * terms.shareOfE;
            gradient[A.ordinal()] += weight * terms.shareOfA;
            gradient[ALPHA.ordinal()] -= weight * terms.shareOfA * alpha * terms.n;
            gradient[B.ordinal()] += weight * terms.shareOfB;
            gradient[BETA.ordinal()] -= weight * terms.shareOfB * beta * terms.effective;
            gradient[GAMMA.ordinal()] -= weight * p;
            gradient[KAPPA.ordinal()] -= weight * terms.shareOfB * beta * p;
        }
        return gradient;
    }

    /** The three terms' shares of the loss at one point, and what they were made of. */
    private record Terms(
            double n, double effective, double shareOfE, double shareOfA, double shareOfB, double residual) {}

    private Terms terms(double[] x, int i) {
        var n = points.logN()[i] - origin.n();
        var p = points.logP()[i] - origin.p();
        var effective = points.logD()[i] - origin.d() + x[KAPPA.ordinal()] * p;
        var fromE = x[E.ordinal()];
        var fromA = x[A.ordinal()] - Math.exp(x[ALPHA.ordinal()]) * n;
        var fromB = x[B.ordinal()] - Math.exp(x[BETA.ordinal()]) * effective;
        // Relative to the largest, so that nothing overflows.
        var largest = Math.max(fromE, Math.max(fromA, fromB));
        var e = Math.exp(fromE - largest);
        var a = Math.exp(fromA - largest);
        var b = Math.exp(fromB - largest);
        var sum = e + a + b;
        var predicted = largest + Math.log(sum) - x[GAMMA.ordinal()] * p;
        var residual = predicted - (points.logLoss()[i] - origin.loss());
        return new Terms(n, effective, e / sum, a / sum, b / sum, residual);
    }

    /** The same law in coordinates with another origin. */
    double[] moved(double[] x, Origin to) {
        var moved = x.clone();
        var common = origin.loss() - to.loss() + x[GAMMA.ordinal()] * (origin.p() - to.p());
        var data = origin.d() - to.d() + x[KAPPA.ordinal()] * (origin.p() - to.p());
        moved[E.ordinal()] += common;
        moved[A.ordinal()] += common + Math.exp(x[ALPHA.ordinal()]) * (origin.n() - to.n());
        moved[B.ordinal()] += common + Math.exp(x[BETA.ordinal()]) * data;
        return moved;
    }
}
