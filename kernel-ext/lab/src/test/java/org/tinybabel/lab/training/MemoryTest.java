package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.lab.JavaProcess;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.models.EncoderShape;
import org.tinybabel.lab.models.GptShape;
import org.tinybabel.lab.models.GptStack;
import org.tinybabel.lab.models.TinyEncoder;
import org.tinybabel.lab.models.TinyGpt;

/** Native memory, which the heap limit does not see, must not grow with the number of steps. */
@EnabledOnOs(OS.LINUX)
class MemoryTest {

    private static final long MEGABYTE = 1 << 20;
    private static final GptShape SHAPE = new GptShape(20, 16, 16, 2, 2, 32);

    /** Trains 2,000 steps and prints the resident size, in bytes, every 500. */
    static final class Training {
        public static void main(String[] arguments) {
            var batch = new int[32][17];
            for (var b = 0; b < batch.length; b++) {
                for (var t = 0; t < batch[b].length; t++) {
                    batch[b][t] = 1 + (b * t) % 19; // 0 would be an encoder's padding
                }
            }
            switch (arguments[0]) {
                case "one model" -> trainOne(batch);
                case "an encoder" -> trainEncoder(batch);
                default -> trainStack(new int[][][] {batch, batch});
            }
        }

        private static void trainOne(int[][] batch) {
            try (var model = new TinyGpt(SHAPE, 0)) {
                new Trainer(model.parameters())
                        .onStep((step, loss) -> print(step))
                        .run(2000, (scope, step) -> {
                            var logits = model.forward(scope.inputs(batch), model.weights(scope));
                            return Losses.crossEntropy(logits, scope.targets(batch));
                        });
            }
        }

        private static void trainEncoder(int[][] batch) {
            try (var encoder = new TinyEncoder(new EncoderShape(20, 17, 16, 2, 2, 32), 0)) {
                new Trainer(encoder.parameters())
                        .onStep((step, loss) -> print(step))
                        .run(2000, (scope, step) -> {
                            var masked = MaskedTokens.of(batch, 0.2, 1, RandomStreams.of(step, "masks"));
                            var weights = encoder.weights(scope);
                            var tokens = scope.tokens(masked.tokens());
                            var hidden = encoder.hidden(tokens, weights);
                            var left = TinyEncoder.mean(hidden.get(1), TinyEncoder.kept(tokens));
                            var right = TinyEncoder.mean(hidden.get(2), TinyEncoder.kept(tokens));
                            return masked.loss(scope, encoder, hidden.get(2), weights)
                                    .add(ContrastiveLoss.ofPairs(scope, left, right, 0.1));
                        });
            }
        }

        private static void trainStack(int[][][] batch) {
            try (var stack = new GptStack(SHAPE, 0, 1);
                    var average = new MovingAverage(stack.parameters(), 0.9)) {
                new Trainer(stack.parameters())
                        .onStep((step, loss) -> {
                            average.update();
                            print(step);
                        })
                        .run(2000, (scope, step) -> {
                            var logits = stack.forward(scope.inputs(batch), stack.weights(scope));
                            var weights =
                                    scope.array(new double[][] {{1}, {0.5}}).expandDims(2);
                            return Losses.crossEntropyPerModel(logits, scope.targets(batch), weights)
                                    .sum();
                        });
            }
        }

        private static void print(int step) {
            if (step % 500 == 499) {
                System.out.println(residentSize());
            }
        }

        private static long residentSize() {
            try {
                var pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
                return Long.parseLong(pages) * 4096;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one model", "a stack of models", "an encoder"})
    void theResidentSizeStaysFlatOverTwoThousandSteps(String what) throws Exception {
        var options = List.of("-Xms48m", "-Xmx48m", "-XX:+AlwaysPreTouch", "-XX:MaxDirectMemorySize=16m");

        var printed = JavaProcess.run(Training.class, options, Map.of(), what);

        var sizes = Arrays.stream(printed.trim().split("\n"))
                .mapToLong(Long::parseLong)
                .toArray();
        assertThat(sizes).hasSize(4);
        // The activations of one step take about 2 MB: had every 100th step left them behind, it would show.
        assertThat(sizes[3] - sizes[1]).isLessThan(20 * MEGABYTE);
    }
}
