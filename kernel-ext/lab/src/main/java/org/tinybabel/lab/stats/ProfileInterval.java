package org.tinybabel.lab.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.optim.SimpleBounds;
import org.tinybabel.display.Interval;
import org.tinybabel.lab.stats.LossPoints.Origin;

/**
 * How well the data determine one parameter of a law: its 95 % profile interval. The parameter is fixed, the others are fitted
 * again, and the interval ends where the sum of squared log residuals S exceeds its minimum by the factor 1 + F(0.95; 1, m − k) /
 * (m − k), with m points and k parameters (Bates &amp; Watts, Nonlinear Regression Analysis and Its Applications, 1988, section
 * 6.1). Unlike an interval from standard errors, it may be lopsided, or open.
 *
 * @param parameter its name in the law, such as {@code alpha}
 * @param interval the least squares estimate and its ends; an open end is infinite, or 0 below a parameter that is positive
 * @param openBelow whether no smaller value fits badly enough: the data do not bound the parameter from below
 * @param openAbove whether no larger value fits badly enough
 */
public record ProfileInterval(String parameter, Interval interval, boolean openBelow, boolean openAbove) {

    /**
     * The intervals of a {@link ScalingLaw}.
     *
     * @param n sizes of m ≥ 7 models, positive
     * @param d the data of each, positive
     * @param p the share of each, more than 0 and at most 1
     * @param loss the loss of each, positive; without outliers, which squares take for noise
     * @return those of e, a, alpha, b, beta and gamma, in the units given
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 7 points, or a number is out of its range
     */
    public static List<ProfileInterval> ofScalingLaw(double[] n, double[] d, double[] p, double[] loss) {
        return new Profile(LossPoints.of(n, d, p, loss), ScalingLaw.FREE).intervals();
    }

    /**
     * The intervals of an {@link EffectiveDataLaw}.
     *
     * @param n sizes of m ≥ 7 models, positive
     * @param d the data of each, positive
     * @param p the share of each, more than 0 and at most 1
     * @param loss the loss of each, positive; without outliers, which squares take for noise
     * @return those of e, a, alpha, b, beta and kappa, in the units given
     * @throws IllegalArgumentException if the lengths differ, there are fewer than 7 points, or a number is out of its range
     */
    public static List<ProfileInterval> ofEffectiveDataLaw(double[] n, double[] d, double[] p, double[] loss) {
        return new Profile(LossPoints.of(n, d, p, loss), EffectiveDataLaw.FREE).intervals();
    }

    /**
     * Whether the data bound the parameter on both sides.
     *
     * @return false if an end is open
     */
    public boolean identified() {
        return !openBelow && !openAbove;
    }

    /** Fits with one parameter fixed, from one set of points. */
    private static final class Profile {

        private static final double COVERAGE = 0.95;
        private static final double FIRST_STEP = 0.05;
        private static final double FARTHEST = 6.4; // A factor of 600 for those that are searched by their logarithm.
        private static final double WIDE = 30;
        private static final double PRECISION = 1e-11;
        private static final double ACCURACY = 1e-5;
        private static final int REFITS = 200;
        private static final double ROUNDING = 1e-14; // Losses without noise still have residuals of about 1e-7.

        private final LossPoints points;
        private final Set<LawParameter> free;
        private final double[] estimate;
        private final double scale;
        private final double threshold;

        /** All coordinates are in the caller's own units. */
        Profile(LossPoints points, Set<LawParameter> free) {
            this.points = points;
            this.free = free;
            var found = LawSearch.leastSquares(points, free);
            estimate = found.coordinates();
            scale = Math.max(found.objective(), ROUNDING);
            var freedom = points.size() - free.size();
            var t = new TDistribution(freedom).inverseCumulativeProbability((1 + COVERAGE) / 2);
            // The square of Student's t is F with one degree of freedom.
            threshold = 1 + t * t / freedom;
        }

        List<ProfileInterval> intervals() {
            return free.stream().map(this::interval).toList();
        }

        private ProfileInterval interval(LawParameter parameter) {
            var middle = estimate[parameter.ordinal()];
            var below = distance(parameter, -1);
            var above = distance(parameter, 1);
            var interval = new Interval(
                    parameter.value(middle), parameter.value(middle - below), parameter.value(middle + above));
            var name = parameter.name().toLowerCase(Locale.ROOT);
            return new ProfileInterval(name, interval, Double.isInfinite(below), Double.isInfinite(above));
        }

        /** How far from the estimate the fit becomes too bad; infinite if it does not. */
        private double distance(LawParameter parameter, int sign) {
            var middle = estimate[parameter.ordinal()];
            var start = estimate;
            for (var far = FIRST_STEP; far <= FARTHEST; far *= 2) {
                var fit = fixed(parameter, middle + sign * far, start);
                if (fit.objective() > threshold) {
                    var from = start;
                    UnivariateFunction excess =
                            d -> fixed(parameter, middle + sign * d, from).objective() - threshold;
                    return new BrentSolver(ACCURACY, ACCURACY * ACCURACY)
                            .solve(REFITS, excess, far == FIRST_STEP ? 0 : far / 2, far);
                }
                start = fit.coordinates();
            }
            return Double.POSITIVE_INFINITY;
        }

        /** The best fit with one parameter fixed, searched from a near one and from the estimate. */
        private LawSearch.Found fixed(LawParameter parameter, double coordinate, double[] near) {
            return Stream.of(near, estimate)
                    .map(start -> fixedFrom(parameter, coordinate, start))
                    .min(Comparator.comparingDouble(LawSearch.Found::objective))
                    .orElseThrow();
        }

        private LawSearch.Found fixedFrom(LawParameter parameter, double coordinate, double[] from) {
            var objective = new LawObjective(points, origin(parameter), LawSearch.SQUARES, scale);
            var start = inOwnUnits().moved(from, objective.origin());
            start[parameter.ordinal()] = coordinate;
            var found = LawSearch.minimum(objective, bounds(parameter, start), start, PRECISION);
            return new LawSearch.Found(
                    objective.moved(found.coordinates(), Origin.OWN_UNITS), found.objective(), found.converged());
        }

        private LawObjective inOwnUnits() {
            return new LawObjective(points, Origin.OWN_UNITS, LawSearch.SQUARES, scale);
        }

        /** As near to the middle of the data as it can be with the parameter itself in the caller's own units. */
        private Origin origin(LawParameter parameter) {
            var middle = points.middle();
            return switch (parameter) {
                case E -> new Origin(middle.n(), middle.d(), 0, 0);
                case A -> new Origin(0, middle.d(), 0, 0);
                case B -> new Origin(middle.n(), 0, 0, 0);
                case ALPHA, BETA, GAMMA, KAPPA -> middle;
            };
        }

        /** Wide enough not to matter, except that what is not free stays where it is. */
        private SimpleBounds bounds(LawParameter fixed, double[] start) {
            var lower = start.clone();
            var upper = start.clone();
            for (var parameter : free) {
                if (parameter != fixed) {
                    lower[parameter.ordinal()] -= WIDE;
                    upper[parameter.ordinal()] += WIDE;
                }
            }
            return new SimpleBounds(lower, upper);
        }
    }
}
