package org.tinybabel.kernel.eval;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread that runs user code: with a deep stack, and replaceable when the code cannot be stopped. */
final class CellThread {

    private static final long STACK_BYTES = 16L << 20;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean abandoned;

    CellThread(ClassLoader contextLoader, int number) {
        thread = new Thread(null, this::work, "cell-" + number, STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(contextLoader);
        thread.start();
    }

    private void work() {
        while (!abandoned) {
            try {
                tasks.take().run();
                Thread.interrupted();
            } catch (Throwable e) {
                // An interrupt or a forced stop that came just after the code it was meant for had ended.
            }
        }
        Guard.pardon(Thread.currentThread());
    }

    FutureTask<Object> start(Callable<Object> code) {
        var task = new FutureTask<>(code);
        tasks.add(task);
        return task;
    }

    Thread thread() {
        return thread;
    }

    /** Gives up on the code that runs: the thread ends as soon as that code does. */
    void abandon() {
        abandoned = true;
        Guard.condemn(thread);
    }

    void close() {
        abandoned = true;
        thread.interrupt();
    }

    /** Waits for code to end. */
    static boolean ended(FutureTask<Object> task, long milliseconds) throws InterruptedException {
        try {
            task.get(milliseconds, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
