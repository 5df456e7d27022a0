package org.tinybabel.cli;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/** A program that loads the tensor engine, computes one sum, and says which engine it was. */
final class NativeLibraryProbe {

    private NativeLibraryProbe() {}

    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        var engine = Engine.getInstance();
        try (var manager = NDManager.newBaseManager()) {
            var sum = manager.ones(new ai.djl.ndarray.types.Shape(3)).sum().getFloat();
            if (sum != 3) {
                throw new IllegalStateException("1 + 1 + 1 came out as " + sum);
            }
        }
        System.out.println(engine.getEngineName() + " " + engine.getVersion());
    }
}
