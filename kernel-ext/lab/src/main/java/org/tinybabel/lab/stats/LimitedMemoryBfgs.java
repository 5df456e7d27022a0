package org.tinybabel.lab.stats;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.GradientMultivariateOptimizer;

/**
 * The L-BFGS method for smooth functions of several variables, with optional bounds on each (Hipparchus has none).
 *
 * <p>The direction is the two-loop recursion of Nocedal &amp; Wright, Numerical Optimization, 2006, algorithm 7.4, over the last
 * ten steps. The step along it fulfils the weak Wolfe conditions; it is found by doubling and halving (Lewis &amp; Overton,
 * Nonsmooth optimization via quasi-Newton methods, 2013). Bounds are kept by projection: variables that press against a bound
 * are held there, and the recursion sees only the others (Bertsekas, Projected Newton methods, 1982). Nothing is random.
 *
 * <p>It takes Hipparchus' usual data: {@code ObjectiveFunction}, {@code ObjectiveFunctionGradient} (see {@link
 * CentralDifferences}), {@code InitialGuess}, {@code GoalType}, {@code MaxEval}, {@code MaxIter}, {@code SimpleBounds}; equal
 * bounds fix a variable. After {@code MaxIter} steps it returns where it is, and {@link #converged()} says so.
 */
public final class LimitedMemoryBfgs extends GradientMultivariateOptimizer {

    private static final int MEMORY = 10;
    private static final int TRIALS = 50;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    private final double gradientTolerance;
    private final Deque<Step> memory = new ArrayDeque<>();
    private double[] lower;
    private double[] upper;
    private boolean converged;

    /** What a step changed: the point by s, the gradient by y. */
    private record Step(double[] s, double[] y) {}

    private record State(double[] x, double value, double[] gradient) {}

    /**
     * A minimiser.
     *
     * @param gradientTolerance it has converged when no free variable has a larger derivative (absolute value)
     * @param checker or when two successive points fulfil this, such as a {@code SimpleValueChecker}
     * @throws IllegalArgumentException if the tolerance is negative or not a number
     */
    public LimitedMemoryBfgs(double gradientTolerance, ConvergenceChecker<PointValuePair> checker) {
        super(checker);
        if (!(gradientTolerance >= 0)) {
            throw new IllegalArgumentException("the tolerance must not be negative, got " + gradientTolerance);
        }
        this.gradientTolerance = gradientTolerance;
    }

    /**
     * Whether the last search ended because it had converged, not because its steps ran out or no step led further.
     *
     * @return false before the first search
     */
    public boolean converged() {
        return converged;
    }

    @Override
    protected void parseOptimizationData(OptimizationData... data) {
        super.parseOptimizationData(data);
        var dimension = getStartPoint().length;
        lower = getLowerBound() == null ? filled(dimension, Double.NEGATIVE_INFINITY) : getLowerBound();
        upper = getUpperBound() == null ? filled(dimension, Double.POSITIVE_INFINITY) : getUpperBound();
    }

    private static double[] filled(int dimension, double value) {
        return IntStream.range(0, dimension).mapToDouble(i -> value).toArray();
    }

    @Override
    protected PointValuePair doOptimize() {
        memory.clear();
        converged = false;
        var x = getStartPoint();
        var at = new State(x, value(x), gradient(x));
        while (!(converged |= isStationary(at)) && getIterations() < getMaxIterations()) {
            incrementIterationCount();
            var next = lineSearch(at, direction(at));
            if (next != at) {
                converged = getConvergenceChecker().converged(getIterations(), pair(at), pair(next));
                remember(new Step(difference(next.x, at.x), difference(next.gradient, at.gradient)));
                at = next;
            } else if (memory.isEmpty()) {
                break;
            } else {
                memory.clear(); // What is remembered misleads: try once more, straight down.
            }
        }
        return pair(at);
    }

    /** Inside, everything is minimised. */
    private double value(double[] x) {
        return sign() * computeObjectiveValue(x);
    }

    private double[] gradient(double[] x) {
        return scaled(computeObjectiveGradient(x), sign());
    }

    private double sign() {
        return getGoalType() == GoalType.MAXIMIZE ? -1 : 1;
    }

    private PointValuePair pair(State state) {
        return new PointValuePair(state.x, sign() * state.value);
    }

    private boolean isStationary(State at) {
        return IntStream.range(0, at.x.length)
                .noneMatch(i -> isFree(at, i) && Math.abs(at.gradient[i]) > gradientTolerance);
    }

    /** Whether the function can fall along this variable without leaving the bounds. */
    private boolean isFree(State at, int i) {
        return at.gradient[i] > 0 ? at.x[i] > lower[i] : at.x[i] < upper[i];
    }

    /** The quasi-Newton direction of the free variables; 0 for the others. */
    private double[] direction(State at) {
        var free = IntStream.range(0, at.x.length).filter(i -> isFree(at, i)).toArray();
        var downhill = new double[at.x.length];
        for (var i : free) {
            downhill[i] = -at.gradient[i];
        }
        var direction = twoLoops(downhill, free);
        if (!memory.isEmpty() && dot(direction, at.gradient, free) < 0) {
            return direction;
        }
        memory.clear();
        return scaled(downhill, 1 / Math.max(1, Math.sqrt(dot(downhill, downhill, free))));
    }

    private double[] twoLoops(double[] downhill, int[] free) {
        var direction = downhill.clone();
        var used = new ArrayDeque<Step>();
        var weights = new ArrayDeque<Double>();
        for (var step : memory) {
            var curvature = dot(step.s, step.y, free);
            if (curvature > 0) { // It was positive over all variables, but need not be over the free ones.
                var weight = dot(step.s, direction, free) / curvature;
                add(direction, -weight, step.y, free);
                used.push(step);
                weights.push(weight);
            }
        }
        if (!used.isEmpty()) {
            var newest = used.peekLast();
            var scale = dot(newest.s, newest.y, free) / dot(newest.y, newest.y, free);
            direction = scaled(direction, scale);
        }
        for (var step : used) {
            var correction = dot(step.y, direction, free) / dot(step.s, step.y, free);
            add(direction, weights.pop() - correction, step.s, free);
        }
        return direction;
    }

    /** The next point, or the same object if no step leads lower. */
    private State lineSearch(State at, double[] direction) {
        var best = at;
        var tooShort = 0.0;
        var tooLong = Double.POSITIVE_INFINITY;
        var length = 1.0;
        for (var trial = 0; trial < TRIALS; trial++) {
            var x = projected(at.x, direction, length);
            var value = value(x);
            if (!fallsEnough(at, x, value)) {
                tooLong = length;
            } else {
                best = new State(x, value, gradient(x));
                if (slope(best, direction) >= CURVATURE * slope(at, direction)) {
                    return best;
                }
                tooShort = length;
            }
            length = tooLong < Double.POSITIVE_INFINITY ? (tooShort + tooLong) / 2 : 2 * length;
        }
        return best;
    }

    private double[] projected(double[] x, double[] direction, double length) {
        var moved = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            moved[i] = Math.min(upper[i], Math.max(lower[i], x[i] + length * direction[i]));
        }
        return moved;
    }

    private static boolean fallsEnough(State at, double[] x, double value) {
        var expected = IntStream.range(0, x.length)
                .mapToDouble(i -> at.gradient[i] * (x[i] - at.x[i]))
                .sum();
        return Double.isFinite(value) && expected < 0 && value <= at.value + SUFFICIENT_DECREASE * expected;
    }

    /** The derivative along a direction, as far as the bounds let it go. */
    private double slope(State at, double[] direction) {
        return IntStream.range(0, direction.length)
                .filter(i -> direction[i] > 0 ? at.x[i] < upper[i] : at.x[i] > lower[i])
                .mapToDouble(i -> at.gradient[i] * direction[i])
                .sum();
    }

    private void remember(Step step) {
        var all = IntStream.range(0, step.s.length).toArray();
        var curvature = dot(step.s, step.y, all);
        if (curvature > Math.ulp(1.0) * dot(step.y, step.y, all)) {
            memory.push(step);
            if (memory.size() > MEMORY) {
                memory.removeLast();
            }
        }
    }

    private static double[] difference(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    private static double[] scaled(double[] vector, double factor) {
        return Arrays.stream(vector).map(v -> factor * v).toArray();
    }

    private static double dot(double[] a, double[] b, int[] indices) {
        var sum = 0.0;
        for (var i : indices) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] vector, double factor, double[] other, int[] indices) {
        for (var i : indices) {
            vector[i] += factor * other[i];
        }
    }
}
