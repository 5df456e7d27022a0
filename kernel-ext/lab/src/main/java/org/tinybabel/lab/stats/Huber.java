package org.tinybabel.lab.stats;

/**
 * Huber's loss of a residual r, r²/2 up to |r| = δ and δ(|r| − δ/2) beyond: a few outliers cannot pull a fit away (Huber, Robust
 * estimation of a location parameter, 1964).
 *
 * @param delta δ, where the parabola becomes a line; more than 0, in the unit of the residuals
 */
public record Huber(double delta) {

    /**
     * Rejects a δ that is not a positive number.
     *
     * @param delta δ
     */
    public Huber {
        if (!(delta > 0) || Double.isInfinite(delta)) {
            throw new IllegalArgumentException("Huber's delta must be a positive number, got " + delta);
        }
    }

    /**
     * The loss.
     *
     * @param residual r
     * @return at least 0
     */
    public double value(double residual) {
        var size = Math.abs(residual);
        return size <= delta ? residual * residual / 2 : delta * (size - delta / 2);
    }

    /**
     * Its derivative by r.
     *
     * @param residual r
     * @return −δ to δ
     */
    public double derivative(double residual) {
        return Math.max(-delta, Math.min(delta, residual));
    }
}
