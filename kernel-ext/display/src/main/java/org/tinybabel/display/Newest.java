package org.tinybabel.display;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something that must follow the newest values. If it is wanted while another thread does it, that thread does it once
 * more; what it causes itself does not make it go round for ever.
 */
final class Newest {

    private final Runnable task;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Thread runner;

    Newest(Runnable task) {
        this.task = task;
    }

    void run() {
        if (Thread.currentThread() == runner) {
            return;
        }
        wanted.set(true);
        while (wanted.get() && running.compareAndSet(false, true)) {
            try {
                runner = Thread.currentThread();
                while (wanted.getAndSet(false)) {
                    task.run();
                }
            } finally {
                runner = null;
                running.set(false);
            }
        }
    }
}
