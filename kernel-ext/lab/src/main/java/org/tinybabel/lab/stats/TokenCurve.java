package org.tinybabel.lab.stats;

import java.util.Arrays;

/**
 * How many tokens one language alone needs for a loss: the inverse of a learning curve (the "monolingual token equivalent" of
 * Schäfer et al., The Role of Language Imbalance in Cross-lingual Generalisation, 2024, arXiv 2404.07982). The curve is made
 * monotone by its running minimum; between two points, log tokens is linear in the loss.
 */
public final class TokenCurve {

    private final double[] tokens;
    private final double[] loss;

    /**
     * The tokens that correspond to a loss.
     *
     * @param tokens as many as the curve needs for that loss
     * @param clamped whether the loss lies outside of the curve, so that {@code tokens} is only its nearest end
     */
    public record Equivalent(double tokens, boolean clamped) {}

    private TokenCurve(double[] tokens, double[] loss) {
        this.tokens = tokens;
        this.loss = loss;
    }

    /**
     * A curve through measured points.
     *
     * @param tokens tokens seen at each of n ≥ 2 evaluations, positive and strictly increasing
     * @param loss the loss at each, in any unit
     * @return the curve
     * @throws IllegalArgumentException if the lengths differ or are less than 2, the tokens do not increase strictly from above
     *     0, or a number is not finite
     */
    public static TokenCurve of(double[] tokens, double[] loss) {
        if (tokens.length != loss.length || tokens.length < 2) {
            throw new IllegalArgumentException(
                    "a curve needs as many tokens as losses, at least 2, got " + tokens.length + " and " + loss.length);
        }
        var previous = 0.0;
        for (var count : tokens) {
            if (!(count > previous && count < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "tokens must increase strictly from above 0, got " + count + " after " + previous);
            }
            previous = count;
        }
        if (!Arrays.stream(loss).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the losses must be finite, got " + Arrays.toString(loss));
        }
        var minimum = loss.clone();
        Arrays.parallelPrefix(minimum, Math::min);
        return new TokenCurve(tokens.clone(), minimum);
    }

    /**
     * The tokens after which the curve reaches a loss; where it is flat, the fewest.
     *
     * @param target the loss, in the curve's unit
     * @return the tokens; the first point's for a loss above the curve, the last point's for one below, with a flag
     * @throws IllegalArgumentException if the loss is not finite
     */
    public Equivalent equivalent(double target) {
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException("the loss must be finite, got " + target);
        }
        var last = loss.length - 1;
        if (target > loss[0] || target < loss[last]) {
            return new Equivalent(tokens[target > loss[0] ? 0 : last], true);
        }
        var reached = 0;
        while (loss[reached] > target) {
            reached++;
        }
        if (loss[reached] == target) {
            return new Equivalent(tokens[reached], false);
        }
        var share = (loss[reached - 1] - target) / (loss[reached - 1] - loss[reached]);
        return new Equivalent(tokens[reached - 1] * Math.pow(tokens[reached] / tokens[reached - 1], share), false);
    }
}
