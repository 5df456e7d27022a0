package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.models.Layout;
import org.tinybabel.lab.models.Parameters;

class TrainerTest {

    private static final Layout TWO = new Layout(Map.of("x", new Shape(2)));

    /** The loss Σ aᵢxᵢ²/2 of two parameters, with a = (1, 100). */
    private static Trainer.LossFunction bowl(Parameters x) {
        return (scope, step) -> {
            var row = x.in(scope).get("x");
            return row.mul(row).mul(scope.array(new float[] {0.5f, 50})).sum();
        };
    }

    @Test
    void updatesAreThoseOfAdamWWrittenOut() {
        var x = new double[] {3, -2};
        try (var parameters = new Parameters(TWO, x)) {
            new Trainer(parameters)
                    .learningRate(0.1)
                    .betas(0.8, 0.9)
                    .weightDecay(0.5)
                    .run(20, bowl(parameters));

            assertThat(parameters.values())
                    .containsExactly(adamW(x, 20, 0.1, 0.8, 0.9, 0.5, Double.MAX_VALUE), within(1e-4));
        }
    }

    @Test
    void aLargeGradientIsScaledDownToTheNormAndKeepsItsDirection() {
        var x = new double[] {3, -2};
        try (var parameters = new Parameters(TWO, x)) {
            new Trainer(parameters)
                    .learningRate(0.1)
                    .betas(0.8, 0.9)
                    .clipNorm(1)
                    .run(20, bowl(parameters));

            assertThat(parameters.values()).containsExactly(adamW(x, 20, 0.1, 0.8, 0.9, 0, 1), within(1e-4));
        }
    }

    private static double[] adamW(
            double[] start, int steps, double rate, double beta1, double beta2, double decay, double clip) {
        var x = start.clone();
        var m = new double[2];
        var v = new double[2];
        for (var t = 1; t <= steps; t++) {
            var g = new double[] {x[0], 100 * x[1]};
            var scale = Math.min(1, clip / Math.hypot(g[0], g[1]));
            for (var i = 0; i < 2; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * scale * g[i];
                v[i] = beta2 * v[i] + (1 - beta2) * scale * g[i] * scale * g[i];
                var corrected = m[i] / (1 - Math.pow(beta1, t)) / Math.sqrt(v[i] / (1 - Math.pow(beta2, t)));
                x[i] = x[i] * (1 - rate * decay) - rate * corrected;
            }
        }
        return x;
    }

    @Test
    void severalParametersAreClippedByTheirCommonNorm() {
        var one = new Layout(Map.of("x", new Shape(1)));
        try (var a = new Parameters(one, new double[] {3});
                var b = new Parameters(one, new double[] {-2});
                var both = new Parameters(TWO, new double[] {3, -2})) {
            new Trainer(a, b).clipNorm(1).run(10, (scope, step) -> {
                var first = a.in(scope).get("x");
                var second = b.in(scope).get("x");
                return first.mul(first)
                        .mul(scope.scalar(0.5))
                        .add(second.mul(second).mul(scope.scalar(50)))
                        .sum();
            });
            new Trainer(both).clipNorm(1).run(10, bowl(both));

            assertThat(new double[] {a.values()[0], b.values()[0]}).containsExactly(both.values(), within(1e-6));
        }
    }

    @Test
    void aGroupHasARateAndADecayOfItsOwn() {
        var x = new double[] {3, -2};
        try (var slow = new Parameters(TWO, x);
                var fast = new Parameters(TWO, x)) {
            new Trainer(slow)
                    .learningRate(0.01)
                    .betas(0.8, 0.9)
                    .weightDecay(0.5)
                    .and(fast, 10, 0.2)
                    .run(20, (scope, step) -> bowl(slow)
                            .loss(scope, step)
                            .add(bowl(fast).loss(scope, step)));

            var far = Double.MAX_VALUE;
            assertThat(slow.values()).containsExactly(adamW(x, 20, 0.01, 0.8, 0.9, 0.5, far), within(1e-4));
            assertThat(fast.values()).containsExactly(adamW(x, 20, 0.1, 0.8, 0.9, 0.2, far), within(1e-4));
            var trainer = new Trainer(slow);
            assertThatIllegalArgumentException().isThrownBy(() -> trainer.and(fast, 0, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> trainer.and(fast, 1, -1));
        }
    }

    @Test
    void theLossesAreThoseBeforeEachUpdateAndTheListenerHearsThem() {
        var heard = new ArrayList<Double>();
        try (var parameters = new Parameters(TWO, new double[] {2, 0})) {
            var losses = new Trainer(parameters)
                    .learningRate(0.1)
                    .onStep((step, loss) -> heard.add(loss))
                    .run(3, bowl(parameters));

            assertThat(losses[0]).isEqualTo(2);
            assertThat(losses[1]).isCloseTo(1.9 * 1.9 / 2, within(1e-5));
            assertThat(heard).containsExactly(losses[0], losses[1], losses[2]);
        }
    }

    @Test
    void aTrainingThatIsStoppedKeepsTheStateOfItsLastStep() {
        var asked = new AtomicInteger();
        try (var stopped = new Parameters(TWO, new double[] {2, 0});
                var shorter = new Parameters(TWO, new double[] {2, 0})) {
            var losses = new Trainer(stopped)
                    .learningRate(0.1)
                    .onlyWhile(() -> asked.incrementAndGet() <= 3)
                    .run(10, bowl(stopped));
            var same = new Trainer(shorter).learningRate(0.1).run(3, bowl(shorter));

            assertThat(losses).containsExactly(same);
            assertThat(stopped.values()).containsExactly(shorter.values());
        }
    }

    @Test
    void aLossThatIsNotANumberStopsTheTrainingAndSaysWhen() {
        try (var parameters = new Parameters(TWO, new double[] {2, 0})) {
            assertThatThrownBy(() -> new Trainer(parameters).run(5, (scope, step) -> {
                        var loss = parameters.in(scope).get("x").sum();
                        return step == 2 ? loss.mul(scope.scalar(Double.NaN)) : loss;
                    }))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("the loss is NaN at step 2: try a lower learning rate");
        }
    }

    @Test
    void trainingCanStartAgainAfterAFailure() {
        try (var parameters = new Parameters(TWO, new double[] {2, 0})) {
            assertThatThrownBy(() -> new Trainer(parameters).clipNorm(1).run(1, (scope, step) -> {
                        var x = parameters.in(scope).get("x");
                        return x.sub(x).sum().sqrt(); // 0, with a gradient that is not a number
                    }))
                    .isInstanceOf(ArithmeticException.class);

            var losses = new Trainer(parameters).learningRate(0.1).run(50, bowl(parameters));

            assertThat(losses[49]).isLessThan(0.1);
        }
    }

    @Test
    void anInterruptedTrainingStopsAtTheNextStep() {
        var steps = new AtomicInteger();
        try (var parameters = new Parameters(TWO, new double[] {2, 0})) {
            var trainer = new Trainer(parameters).onStep((step, loss) -> {
                steps.incrementAndGet();
                if (step == 3) {
                    Thread.currentThread().interrupt();
                }
            });

            assertThatThrownBy(() -> trainer.run(100, bowl(parameters)))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("training was interrupted before step 4 of 100");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(steps).hasValue(4);
        }
    }

    @Test
    void theProfileCountsEveryStep() {
        try (var parameters = new Parameters(TWO, new double[] {2, 0})) {
            var trainer = new Trainer(parameters);
            trainer.run(7, bowl(parameters));

            assertThat(trainer.profile().steps()).isEqualTo(7);
            assertThat(trainer.profile().forward()).isPositive();
            assertThat(trainer.profile().close()).isPositive();
        }
    }

    @Test
    void theLinearScheduleRisesToItsPeakAndFallsStraightToItsFloor() {
        var schedule = LearningRate.warmUpThenLinear(2, 4, 0.1);

        assertThat(schedule.at(0, 25)).isCloseTo(0.4, within(1e-12));
        assertThat(schedule.at(4, 25)).isCloseTo(2, within(1e-12));
        assertThat(schedule.at(14, 25)).isCloseTo(1.1, within(1e-12));
        assertThat(schedule.at(24, 25)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void warmUpRisesToThePeakAndTheCosineFallsToItsFloor() {
        var schedule = LearningRate.warmUpThenCosine(1, 9, 0.1);

        assertThat(schedule.at(0, 100)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.at(8, 100)).isCloseTo(0.9, within(1e-12));
        assertThat(schedule.at(9, 100)).isCloseTo(1, within(1e-12));
        assertThat(schedule.at(54, 100)).isCloseTo(0.55, within(1e-12));
        assertThat(schedule.at(99, 100)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void everySentenceComesOnceBeforeAnyComesTwice() {
        var corpus = new int[][] {{0}, {1}, {2}, {3}, {4}};
        var batches = new Batches(corpus, 2, 1);

        var firstRound = List.<int[][]>of(batches.next(), batches.next());

        assertThat(words(firstRound)).hasSize(4).doesNotHaveDuplicates();
        assertThat(new Batches(corpus, 2, 1).next()).isEqualTo(firstRound.get(0));
        assertThat(words(List.<int[][]>of(new Batches(corpus, 5, 2).next()))).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    private static List<Integer> words(List<int[][]> batches) {
        return batches.stream()
                .flatMap(Arrays::stream)
                .map(sentence -> sentence[0])
                .toList();
    }

    @Test
    void anExperimentThatFailsInParallelFailsWithItsOwnException() {
        assertThatThrownBy(() -> Parallel.map(List.of(1, 2), item -> {
                    throw new ArithmeticException("seed " + item);
                }))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("seed 1");
    }

    @Test
    void noMoreExperimentsRunAtATimeThanAllowed() {
        var running = new AtomicInteger();

        var most = Parallel.map(List.of(1, 2, 3, 4), 1, item -> {
            var now = running.incrementAndGet();
            Thread.yield();
            running.decrementAndGet();
            return now;
        });

        assertThat(most).containsExactly(1, 1, 1, 1);
        assertThatThrownBy(() -> Parallel.map(List.of(1), 0, item -> item))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 experiment must be able to run, got 0");
    }

    @Test
    void interruptingTheCallerInterruptsTheExperiments() {
        var interrupted = new AtomicInteger();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Parallel.map(List.of(1, 2), item -> {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                    }
                    return item;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
