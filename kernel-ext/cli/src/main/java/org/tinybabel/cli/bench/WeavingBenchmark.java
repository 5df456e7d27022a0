package org.tinybabel.cli.bench;

import com.google.gson.JsonObject;
import java.util.Map;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Evaluator;

/**
 * Measures what it costs that cells can be stopped: the same methods, compiled by the same JShell, as the kernel runs
 * them and as JShell's own execution control runs them, in turns.
 */
public final class WeavingBenchmark {

    private static final int WARM_UP = 3;
    private static final int TURNS = 7;

    /** Methods that return the milliseconds that their work took. */
    private static final String METHODS =
            """
            double numericLoop() {
                var start = System.nanoTime();
                long sum = 0;
                for (int i = 0; i < 100_000_000; i++) {
                    sum += i ^ (sum >> 3);
                }
                return (System.nanoTime() - start) / 1e6 + (sum == 42 ? 1 : 0);
            }
            double matrixProduct() {
                int n = 400;
                var a = new double[n][n];
                var b = new double[n][n];
                var c = new double[n][n];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        a[i][j] = i - j;
                        b[i][j] = i + j;
                    }
                }
                var start = System.nanoTime();
                for (int i = 0; i < n; i++) {
                    for (int k = 0; k < n; k++) {
                        double x = a[i][k];
                        for (int j = 0; j < n; j++) {
                            c[i][j] += x * b[k][j];
                        }
                    }
                }
                return (System.nanoTime() - start) / 1e6 + (c[1][1] == 42 ? 1 : 0);
            }
            int fibonacci(int n) {
                return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
            }
            double recursion() {
                var start = System.nanoTime();
                int value = fibonacci(36);
                return (System.nanoTime() - start) / 1e6 + (value == 42 ? 1 : 0);
            }
            """;

    private WeavingBenchmark() {}

    /**
     * Prints, for each method, both medians in milliseconds and their ratio as JSON.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        var json = new JsonObject();
        try (var woven = Evaluator.builder().build();
                var plain = Evaluator.builder()
                        .execution(new LocalExecutionControlProvider(), Map.of())
                        .build()) {
            woven.evaluate(METHODS, 1);
            plain.evaluate(METHODS, 1);
            for (var method : new String[] {"numericLoop", "matrixProduct", "recursion"}) {
                var wovenMillis = new Sample();
                var plainMillis = new Sample();
                for (var turn = -WARM_UP; turn < TURNS; turn++) {
                    var withChecks = millis(woven, method);
                    var without = millis(plain, method);
                    if (turn >= 0) {
                        wovenMillis.add(withChecks);
                        plainMillis.add(without);
                    }
                }
                var result = new JsonObject();
                result.addProperty("woven_ms", Math.round(wovenMillis.median() * 10) / 10.0);
                result.addProperty("plain_ms", Math.round(plainMillis.median() * 10) / 10.0);
                result.addProperty("ratio", Math.round(wovenMillis.median() / plainMillis.median() * 1000) / 1000.0);
                json.add(method, result);
            }
        }
        System.out.println(json);
    }

    private static double millis(Evaluator evaluator, String method) {
        if (evaluator.evaluate(method + "()", 2) instanceof CellOutcome.Completed completed) {
            return Double.parseDouble(String.valueOf(completed.value().orElseThrow()));
        }
        throw new IllegalStateException("The method " + method + " failed.");
    }
}
