package org.tinybabel.lab.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs independent experiments side by side, one per processor core. Each experiment computes in one thread, so the results
 * are the same as one after the other.
 */
public final class Parallel {

    private Parallel() {}

    /**
     * Applies a function to every item, several at a time.
     *
     * <p>Usage: {@code var models = Parallel.map(List.of(0, 1, 2, 3), seed -> train(seed))}. The items must not share models
     * or parameters.
     *
     * @param items such as seeds
     * @param experiment what to do with one item
     * @param <T> the items' type
     * @param <R> the results' type
     * @return the results, in the order of the items
     * @throws CancellationException if the calling thread is interrupted; the experiments are interrupted too
     */
    public static <T, R> List<R> map(Collection<T> items, Function<? super T, ? extends R> experiment) {
        return map(items, Runtime.getRuntime().availableProcessors(), experiment);
    }

    /**
     * Applies a function to every item, a given number at a time.
     *
     * @param items such as seeds; they begin in their order
     * @param most how many at a time, at least 1
     * @param experiment what to do with one item
     * @param <T> the items' type
     * @param <R> the results' type
     * @return the results, in the order of the items
     * @throws IllegalArgumentException if none may run
     * @throws CancellationException if the calling thread is interrupted; the experiments are interrupted too
     */
    public static <T, R> List<R> map(Collection<T> items, int most, Function<? super T, ? extends R> experiment) {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 experiment must be able to run, got " + most);
        }
        var threads = Math.max(1, Math.min(items.size(), most));
        var loader = Thread.currentThread().getContextClassLoader();
        var pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "experiment");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
        try {
            var running = new ArrayList<Future<R>>();
            for (var item : items) {
                running.add(pool.submit((Callable<R>) () -> experiment.apply(item)));
            }
            var results = new ArrayList<R>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the experiments were interrupted");
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
