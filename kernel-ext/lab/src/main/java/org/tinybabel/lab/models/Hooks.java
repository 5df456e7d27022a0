package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What happens at a model's hook points: places in the forward pass where an activation can be read or replaced. The points
 * are named as in TransformerLens, see {@link TinyGpt}. Analysis code lives in hooks and never changes the model.
 *
 * <p>Usage: {@code model.forward(tokens, weights, Hooks.replace("blocks.0.mlp.hook_post", h -> h.mul(zero)))}.
 */
public interface Hooks {

    /** Reads and replaces nothing. */
    Hooks NONE = new Hooks() {
        @Override
        public boolean observes(String point) {
            return false;
        }

        @Override
        public NDArray at(String point, NDArray activation) {
            return activation;
        }
    };

    /**
     * Whether {@link #at} wants to be called at a hook point.
     *
     * @param point such as {@code blocks.0.hook_resid_post}
     * @return true to be called; at other points the model may reuse the activation's memory
     */
    boolean observes(String point);

    /**
     * Called when the forward pass reaches a hook point that is observed.
     *
     * @param point such as {@code blocks.0.hook_resid_post}
     * @param activation the activation; with a batch of B sequences of T tokens, most have shape {@code (B, T, d)}
     * @return the activation to go on with: the same one, or a replacement of the same shape
     */
    NDArray at(String point, NDArray activation);

    /**
     * Records activations. They stay connected to the weights, so a backward pass may start from them.
     *
     * @param store receives point to activation; the arrays live as long as the step's scope
     * @param points the hook points to record
     * @return hooks that replace nothing
     */
    static Hooks record(Map<String, NDArray> store, Set<String> points) {
        return new Hooks() {
            @Override
            public boolean observes(String point) {
                return points.contains(point);
            }

            @Override
            public NDArray at(String point, NDArray activation) {
                NDScope.unregister(activation);
                store.put(point, activation);
                return activation;
            }
        };
    }

    /**
     * Replaces the activation at one hook point.
     *
     * @param where the hook point
     * @param replacement computes the new activation from the old one; keep the old one on the left-hand side, because a
     *     result lives as long as its left operand
     * @return hooks that act at that point only
     */
    static Hooks replace(String where, UnaryOperator<NDArray> replacement) {
        return new Hooks() {
            @Override
            public boolean observes(String point) {
                return point.equals(where);
            }

            @Override
            public NDArray at(String point, NDArray activation) {
                var replaced = replacement.apply(activation);
                if (!replaced.getShape().equals(activation.getShape())) {
                    throw new IllegalArgumentException("the replacement at '" + point + "' must have shape "
                            + activation.getShape() + ", got " + replaced.getShape());
                }
                return replaced;
            }
        };
    }

    /**
     * These hooks first, then others, at every point that either observes.
     *
     * @param next receives what these hooks return
     * @return both, one after the other
     */
    default Hooks then(Hooks next) {
        var first = this;
        return new Hooks() {
            @Override
            public boolean observes(String point) {
                return first.observes(point) || next.observes(point);
            }

            @Override
            public NDArray at(String point, NDArray activation) {
                var after = first.observes(point) ? first.at(point, activation) : activation;
                return next.observes(point) ? next.at(point, after) : after;
            }
        };
    }
}
