package org.tinybabel.lab.stats;

import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;

/**
 * The gradient of a function by central differences, ∂f/∂xᵢ ≈ (f(x + hᵢeᵢ) − f(x − hᵢeᵢ)) / 2hᵢ with hᵢ = ∛ε · max(1, |xᵢ|), for
 * functions of a few parameters whose derivative nobody wants to write down (Nocedal &amp; Wright, Numerical Optimization,
 * 2006, section 8.1). It costs 2d evaluations and is exact to about ten digits. The function is also asked hᵢ outside of any
 * bounds.
 */
public final class CentralDifferences implements MultivariateVectorFunction {

    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    private final MultivariateFunction function;

    /**
     * The gradient of a function.
     *
     * @param function f, of d numbers
     */
    public CentralDifferences(MultivariateFunction function) {
        this.function = function;
    }

    /**
     * The gradient at a point.
     *
     * @param x d numbers; not changed
     * @return d partial derivatives
     */
    @Override
    public double[] value(double[] x) {
        var gradient = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            var step = STEP * Math.max(1, Math.abs(x[i]));
            gradient[i] = (function.value(moved(x, i, step)) - function.value(moved(x, i, -step))) / (2 * step);
        }
        return gradient;
    }

    private static double[] moved(double[] x, int i, double step) {
        var moved = x.clone();
        moved[i] += step;
        return moved;
    }
}
