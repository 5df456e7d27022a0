package org.tinybabel.lab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Records the operations of this thread, so that {@link #backward} can follow them back to the trainable parameters.
 *
 * <p>DJL's own gradient collector allows one recording per virtual machine; recording is a state of the thread in PyTorch,
 * so this one lets several seeds train side by side.
 */
public final class GradientRecorder implements AutoCloseable {

    private final boolean before = JniUtils.isGradMode();

    private GradientRecorder() {}

    /**
     * Starts recording in this thread.
     *
     * @return a recorder that the same thread closes
     */
    public static GradientRecorder start() {
        var recorder = new GradientRecorder();
        JniUtils.setGradMode(true);
        return recorder;
    }

    /**
     * Adds the derivative of a loss with respect to every trainable parameter to that parameter's gradient.
     *
     * @param loss shape {@code ()}
     */
    public void backward(NDArray loss) {
        var one = loss.getManager().ones(loss.getShape(), loss.getDataType());
        JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
