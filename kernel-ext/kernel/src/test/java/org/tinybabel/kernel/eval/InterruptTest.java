package org.tinybabel.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class InterruptTest {

    /** Opened by the cell as soon as its own code runs. */
    public static volatile CountDownLatch started = new CountDownLatch(1);

    /** A lock that a cell waits for in vain. */
    public static final Object TAKEN = new Object();

    private Evaluator evaluator;

    @BeforeAll
    void startEvaluator() {
        evaluator = Evaluator.builder()
                .imports(
                        List.of("import java.util.stream.*;", "import static " + InterruptTest.class.getName() + ".*;"))
                .build();
        evaluator.evaluate("int state = 42;", 1);
    }

    @AfterAll
    void stopEvaluator() {
        evaluator.close();
    }

    private CellOutcome interrupted(String source) throws Exception {
        started = new CountDownLatch(1);
        var outcome =
                CompletableFuture.supplyAsync(() -> evaluator.evaluate(source, 7), task -> new Thread(task).start());
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        evaluator.interrupt();
        return outcome.get(20, TimeUnit.SECONDS);
    }

    private void assertUsable() {
        var after = (CellOutcome.Completed) evaluator.evaluate("state", 8);
        assertThat(after.value()).contains(42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ started.countDown(); while (true) {} }",
                "{ started.countDown(); long q = 0; while (true) q++; }",
                "{ started.countDown(); Thread.sleep(100000); }",
                "{ started.countDown(); while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) {} } }",
                "void down() { started.countDown(); try { down(); } catch (StackOverflowError e) {} down(); }\ndown();",
                "{ started.countDown(); LongStream.iterate(0, n -> n + 1).filter(n -> n < 0).findFirst(); }",
                "{ started.countDown(); long z = 0; try { while (true) z++; } catch (Throwable t) {} finally {} }",
                "{ started.countDown(); while (true) { try { while (true) {} } catch (Throwable t) {} } }",
                "{ started.countDown(); do { switch (3) { case 1: continue; default: } } while (true); }",
                "{ started.countDown(); IntStream.range(0, 4).parallel().forEach(i -> { while (true) {} }); }",
                "class Endless { static int n; static { started.countDown(); while (n >= 0) n = 1; } }\nnew Endless();",
            })
    void nastyCellStopsAndStateIsKept(String source) throws Exception {
        assertThat(interrupted(source)).isEqualTo(new CellOutcome.Interrupted(false));
        assertUsable();
    }

    @Test
    void callThatNothingCanEndIsLeftBehind() throws Exception {
        CellOutcome outcome;
        synchronized (TAKEN) {
            outcome = interrupted("{ started.countDown(); synchronized (TAKEN) {} }");
            assertUsable();
        }

        assertThat(outcome).isEqualTo(new CellOutcome.Interrupted(true));
        assertUsable();
    }

    @Test
    void interruptWhileTheNextPartIsCompiledIsNotLost() throws Exception {
        assertThat(interrupted("started.countDown();\nint endless = 0;\nwhile (true) endless++;"))
                .isEqualTo(new CellOutcome.Interrupted(false));
        assertUsable();
    }

    @Test
    void interruptThatComesBeforeTheCodeRunsIsNotLost() {
        var outcome = evaluator.asOneCell(() -> {
            evaluator.interrupt();
            return evaluator.evaluate("while (true) {}", 7);
        });

        assertThat(outcome).isEqualTo(new CellOutcome.Interrupted(false));
        assertUsable();
    }

    @Test
    void interruptBetweenCellsDoesNothing() {
        evaluator.interrupt();

        assertUsable();
    }

    @Test
    void notebookRunsOnAfterManyInterrupts() throws Exception {
        for (var i = 0; i < 20; i++) {
            assertThat(interrupted("{ started.countDown(); while (true) { Thread.onSpinWait(); } }"))
                    .isInstanceOf(CellOutcome.Interrupted.class);
            assertUsable();
        }
    }
}
