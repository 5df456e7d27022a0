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
import java.util.Arrays;
import java.util.Locale;
import org.tinybabel.lab.training.Trainer;

/**
 * The kit's half of the comparison with PyTorch: trains one workload a few steps whenever a line arrives on standard input, and
 * answers with the processor time that its thread used. {@code src/bench/compare_with_pytorch.py} starts it and takes the other
 * turns, with the same weights and batches.
 */
public final class TrainTurns {

    private static final int STEPS_PER_TURN = 5;

    private TrainTurns() {}

    /**
     * Trains in turns.
     *
     * @param arguments the workload, such as {@code reference} or {@code axis_8}; a folder to write the initial weights and the
     *     batches to; the number of turns
     * @throws IOException if the folder cannot be written to
     */
    public static void main(String[] arguments) throws IOException {
        var kind = TrainWorkload.Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        var folder = Path.of(arguments[1]);
        var steps = Integer.parseInt(arguments[2]) * STEPS_PER_TURN;
        try (var workload = kind.open(steps)) {
            writeFloats(folder.resolve("weights.f32"), workload.weights().values());
            writeInts(folder.resolve("batches.i32"), workload.batches());
            var turns = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var threads = ManagementFactory.getThreadMXBean();
            System.out.println("ready");
            waitForTurn(turns);
            var started = new long[] {threads.getCurrentThreadCpuTime()};
            new Trainer(workload.trained())
                    .learningRate(workload.rate())
                    .onStep((step, loss) -> {
                        if (step % STEPS_PER_TURN == STEPS_PER_TURN - 1) {
                            var millis = (threads.getCurrentThreadCpuTime() - started[0]) / 1e6;
                            System.out.println(String.format(Locale.ROOT, "%.4f %.7f", millis, loss));
                            waitForTurn(turns);
                            started[0] = threads.getCurrentThreadCpuTime();
                        }
                    })
                    .run(steps, (scope, step) -> workload.loss(scope, workload.data(scope, step), step));
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

    private static void writeInts(Path file, int[][][][] batches) throws IOException {
        var tokens = Arrays.stream(batches)
                .flatMap(Arrays::stream)
                .flatMap(Arrays::stream)
                .flatMapToInt(Arrays::stream)
                .toArray();
        var bytes = ByteBuffer.allocate(tokens.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(tokens);
        Files.write(file, bytes.array());
    }
}
