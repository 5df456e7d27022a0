package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.JavaProcess;
import org.tinybabel.lab.languages.MarkovLanguage;
import org.tinybabel.lab.languages.TokenKind;
import org.tinybabel.lab.models.Experts;
import org.tinybabel.lab.models.GptShape;
import org.tinybabel.lab.models.GptStack;
import org.tinybabel.lab.models.GumbelSoftmax;
import org.tinybabel.lab.models.Layout;
import org.tinybabel.lab.models.Parameters;

/** Models with experts, and routers, train to the same bits, whatever Java's collector does meanwhile. */
class RoutedTrainingTest {

    private static final int STEPS = 60;
    private static final Experts EXPERTS = new Experts(0, 2, 8);
    private static final GptShape SHAPE = new GptShape(8, 5, 8, 2, 2, EXPERTS.neurons());

    /** Trains and prints the bits of every loss, while another thread collects garbage all the time. */
    static final class Training {
        public static void main(String[] arguments) {
            var collector = new Thread(Training::collectForEver);
            collector.setDaemon(true);
            collector.start();
            System.out.println(bits());
        }

        private static void collectForEver() {
            try {
                while (true) {
                    System.gc();
                    Thread.sleep(3);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String bits() {
        try (var stack = new GptStack(SHAPE, 1, 2)) {
            EXPERTS.rescale(stack.parameters());
            return Stream.of(trainModels(stack), trainRouter(stack))
                    .flatMapToDouble(Arrays::stream)
                    .mapToObj(loss -> Long.toHexString(Double.doubleToLongBits(loss)))
                    .collect(Collectors.joining(" "));
        }
    }

    private static double[] trainModels(GptStack stack) {
        var random = new Random(1);
        return new Trainer(stack.parameters()).learningRate(3e-3).run(STEPS, (scope, step) -> {
            var hooks = EXPERTS.routedBy(scope, (layer, x) -> scope.tokens(
                            new int[][] {random.ints(5, 0, 3).toArray()})
                    .oneHot(3));
            var logits = stack.forward(scope.inputs(text(step)), EXPERTS.weights(stack.weights(scope)), hooks);
            return Losses.crossEntropyPerModel(logits, scope.targets(text(step)))
                    .sum();
        });
    }

    private static double[] trainRouter(GptStack stack) {
        var layout = new Layout(Map.of("router", new Shape(2, 1, SHAPE.width(), 3)));
        var gumbel = new GumbelSoftmax(1, 1);
        try (var router = Parameters.zeros(layout)) {
            return new Trainer(router).learningRate(3e-2).run(STEPS, (scope, step) -> {
                var matrix = router.in(scope).get("router");
                var hooks = EXPERTS.routedBy(scope, (layer, x) -> gumbel.choose(scope, x.matMul(matrix)));
                var logits = stack.forward(scope.inputs(text(step)), EXPERTS.weights(stack.weights(scope)), hooks);
                return Losses.crossEntropyPerModel(logits, scope.targets(text(step)))
                        .sum();
            });
        }
    }

    private static int[][][] text(int step) {
        var language = MarkovLanguage.of(Collections.nCopies(8, TokenKind.CONTEXT), 0.1, 1);
        return new int[][][] {language.sample(4, 6, step), language.sample(4, 6, 1000 + step)};
    }

    @Test
    void trainingUnderConstantCollectionGivesTheSameBits() throws Exception {
        var underPressure = JavaProcess.run(Training.class, List.of("-Xmx40m"), Map.of());

        assertThat(underPressure.trim()).isEqualTo(bits());
    }
}
