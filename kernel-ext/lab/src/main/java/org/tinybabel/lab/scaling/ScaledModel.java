package org.tinybabel.lab.scaling;

import java.util.List;

/**
 * One trained model of a grid and its losses.
 *
 * @param seed its seed
 * @param width d
 * @param parameters N, the weights outside embeddings and output
 * @param shares how likely each language was in training: family by family, sibling by sibling
 * @param checkpoints its losses on the way
 */
public record ScaledModel(long seed, int width, int parameters, List<Double> shares, List<Checkpoint> checkpoints) {

    /**
     * Copies the lists.
     *
     * @param seed its seed
     * @param width d
     * @param parameters N
     * @param shares one per language
     * @param checkpoints in the order of training
     */
    public ScaledModel {
        shares = List.copyOf(shares);
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * The model after some steps.
     *
     * @param step updates done
     * @param tokens D, predictions trained on
     * @param losses nats per word on new sentences, one per language, in the order of the shares
     */
    public record Checkpoint(int step, long tokens, List<Double> losses) {

        /**
         * Copies the list.
         *
         * @param step updates done
         * @param tokens D
         * @param losses one per language
         */
        public Checkpoint {
            losses = List.copyOf(losses);
        }

        /**
         * The loss on a family: the mean of its two siblings.
         *
         * @param family 0 …
         * @return nats per word
         */
        public double familyLoss(int family) {
            return (losses.get(2 * family) + losses.get(2 * family + 1)) / 2;
        }
    }

    /**
     * The share of a family in the training text: the sum of its two siblings'.
     *
     * @param family 0 …
     * @return p, 0 … 1
     */
    public double familyShare(int family) {
        return shares.get(2 * family) + shares.get(2 * family + 1);
    }
}
