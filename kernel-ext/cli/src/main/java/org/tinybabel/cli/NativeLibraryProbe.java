package org.tinybabel.cli;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import org.tinybabel.lab.engine.NativeLibraryException;
import org.tinybabel.lab.engine.TensorEngine;

/** A program that loads the tensor engine, computes one sum, and says which engine it was. */
final class NativeLibraryProbe {

    private NativeLibraryProbe() {}

    public static void main(String[] arguments) {
        try (var manager = TensorEngine.newManager()) {
            var sum = manager.ones(new Shape(3)).sum().getFloat();
            if (sum != 3) {
                throw new IllegalStateException("1 + 1 + 1 came out as " + sum);
            }
        } catch (NativeLibraryException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.out.println(Engine.getInstance().getEngineName() + " "
                + Engine.getInstance().getVersion());
    }
}
