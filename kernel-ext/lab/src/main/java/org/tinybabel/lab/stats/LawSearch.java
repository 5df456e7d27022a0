package org.tinybabel.lab.stats;

import static org.tinybabel.lab.stats.LawParameter.A;
import static org.tinybabel.lab.stats.LawParameter.ALPHA;
import static org.tinybabel.lab.stats.LawParameter.B;
import static org.tinybabel.lab.stats.LawParameter.BETA;
import static org.tinybabel.lab.stats.LawParameter.E;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.tinybabel.lab.stats.LossPoints.Origin;

/** Searches the law that fits best. */
final class LawSearch {

    /** Huber's loss without its lines. */
    static final Huber SQUARES = new Huber(Double.MAX_VALUE);

    private static final double HUBER_DELTA = 1e-3;
    private static final double SCALE = HUBER_DELTA * HUBER_DELTA;
    private static final double PRECISION = 1e-14;
    private static final double SAME = 1e-9;
    private static final MaxIter STEPS = new MaxIter(2000);

    private LawSearch() {}

    /** What a search found: coordinates, the objective there, and whether the search had converged. */
    record Found(double[] coordinates, double objective, boolean converged) {

        double value(LawParameter parameter) {
            return parameter.value(coordinates[parameter.ordinal()]);
        }
    }

    /** The best law by Huber's loss; parameters that are not free stay 0. */
    static Found huber(LossPoints points, Set<LawParameter> free) {
        return best(points, free, new Huber(HUBER_DELTA));
    }

    /** The best law by squares; its objective is half their mean. */
    static Found leastSquares(LossPoints points, Set<LawParameter> free) {
        return best(points, free, SQUARES);
    }

    private static Found best(LossPoints points, Set<LawParameter> free, Huber huber) {
        if (points.size() <= free.size()) {
            throw new IllegalArgumentException("a law with " + free.size() + " parameters needs at least "
                    + (free.size() + 1) + " points, got " + points.size());
        }
        var objective = new LawObjective(points, points.middle(), huber, SCALE);
        var bounds = bounds(free);
        var found = starts().stream()
                .map(start -> minimum(objective, bounds, start, PRECISION))
                .toList();
        var best =
                found.stream().min(Comparator.comparingDouble(Found::objective)).orElseThrow();
        // A search may be stopped by rounding a hair below another that ended properly: then both found the same.
        var converged =
                found.stream().anyMatch(other -> other.converged && other.objective <= best.objective * (1 + SAME));
        return new Found(objective.moved(best.coordinates, Origin.OWN_UNITS), best.objective * SCALE, converged);
    }

    private static SimpleBounds bounds(Set<LawParameter> free) {
        var lower = new double[LawParameter.COUNT];
        var upper = new double[LawParameter.COUNT];
        for (var parameter : free) {
            lower[parameter.ordinal()] = parameter.lowest();
            upper[parameter.ordinal()] = parameter.highest();
        }
        return new SimpleBounds(lower, upper);
    }

    /** Much or little that cannot be learned, and steep or flat curves: relative to the geometric means. */
    private static List<double[]> starts() {
        var starts = new ArrayList<double[]>();
        for (var e : new double[] {0.3, 0.8}) {
            for (var alpha : new double[] {0.3, 1}) {
                for (var beta : new double[] {0.3, 1}) {
                    var start = new double[LawParameter.COUNT];
                    start[E.ordinal()] = Math.log(e);
                    start[A.ordinal()] = Math.log((1 - e) / 2);
                    start[ALPHA.ordinal()] = Math.log(alpha);
                    start[B.ordinal()] = Math.log((1 - e) / 2);
                    start[BETA.ordinal()] = Math.log(beta);
                    starts.add(start);
                }
            }
        }
        return starts;
    }

    /** The nearest minimum, in the objective's own coordinates and scale; precision is that of its value. */
    static Found minimum(LawObjective objective, SimpleBounds bounds, double[] start, double precision) {
        var optimizer = new LimitedMemoryBfgs(1e-9, new SimpleValueChecker(precision, precision));
        var minimum = optimizer.optimize(
                new ObjectiveFunction(objective::value),
                new ObjectiveFunctionGradient(objective::gradient),
                GoalType.MINIMIZE,
                new InitialGuess(start),
                bounds,
                STEPS,
                MaxEval.unlimited());
        return new Found(minimum.getPoint(), minimum.getValue(), optimizer.converged());
    }
}
