package org.tinybabel.lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tinybabel.lab.models.TinyGpt;
import org.tinybabel.lab.training.Losses;
import org.tinybabel.lab.training.Trainer;

/**
 * The kit's half of the comparison with PyTorch: trains the reference GPT a few steps whenever a line arrives on standard
 * input, and answers with the processor time that its thread used. {@code src/bench/compare_with_pytorch.py} starts it and
 * takes the other turns, with the same weights and batches.
 */
public final class TrainTurns {

    private static final int STEPS_PER_TURN = 5;

    private TrainTurns() {}

    /**
     * Trains in turns.
     *
     * @param arguments a folder to write the initial weights and the batches to, and the number of turns
     * @throws IOException if the folder cannot be written to
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var steps = Integer.parseInt(arguments[1]) * STEPS_PER_TURN;
        var batches = TrainBenchmark.randomBatches(steps);
        try (var model = new TinyGpt(TrainBenchmark.REFERENCE, 0)) {
            writeFloats(folder.resolve("weights.f32"), model.parameters().values());
            writeInts(folder.resolve("batches.i32"), batches);
            var turns = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var threads = ManagementFactory.getThreadMXBean();
            System.out.println("ready");
            waitForTurn(turns);
            var started = new long[] {threads.getCurrentThreadCpuTime()};
            new Trainer(model.parameters())
                    .learningRate(1e-3)
                    .onStep((step, loss) -> {
                        if (step % STEPS_PER_TURN == STEPS_PER_TURN - 1) {
                            var millis = (threads.getCurrentThreadCpuTime() - started[0]) / 1e6;
                            System.out.println(String.format(Locale.ROOT, "%.4f %.7f", millis, loss));
                            waitForTurn(turns);
                            started[0] = threads.getCurrentThreadCpuTime();
                        }
                    })
                    .run(steps, (scope, step) -> {
                        var logits = model.forward(scope.inputs(batches[step]), model.weights(scope));
                        return Losses.crossEntropy(logits, scope.targets(batches[step]));
                    });
        }
    }

    private static void waitForTurn(BufferedReader turns) {
        try {
            turns.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeFloats(Path file, double[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var value : values) {
            bytes.putFloat((float) value);
        }
        Files.write(file, bytes.array());
    }

    private static void writeInts(Path file, int[][][] batches) throws IOException {
        var count = batches.length * batches[0].length * batches[0][0].length;
        var bytes = ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var batch : batches) {
            for (var sentence : batch) {
                for (var token : sentence) {
                    bytes.putInt(token);
                }
            }
        }
        Files.write(file, bytes.array());
    }
}
