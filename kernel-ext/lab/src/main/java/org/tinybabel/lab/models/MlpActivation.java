package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** What a neuron of an MLP makes of its input. */
public enum MlpActivation {
    /** x Φ(x), with the normal distribution's Φ (Hendrycks and Gimpel, 2016): what GPT-2 and most of its successors use. */
    GELU {
        @Override
        NDArray of(NDArray pre) {
            return Activation.gelu(pre);
        }
    },

    /** max(0, x): a neuron is either on, or exactly 0, so it is clear what "active" means. */
    RELU {
        @Override
        NDArray of(NDArray pre) {
            return Activation.relu(pre);
        }
    };

    /** The activations, in the shape of their inputs. */
    abstract NDArray of(NDArray pre);
}
