package org.startupatlas.bench.fire;

import java.io.Closeable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Concurrent tasks; the first failure ends all. */
final class Crew implements Closeable {

    /** A task. */
    interface Task {
        void run() throws Exception;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ExecutorCompletionService<Void> tasks = new ExecutorCompletionService<>(threads);
    private int running;

    void start(Task task) {
        running++;
        tasks.submit(() -> {
            task.run();
            return null;
        });
    }

    /** Waits until all have ended, or one has failed. */
    void await() throws InterruptedException {
        for (; running > 0; running--) {
            try {
                tasks.take().get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof BrokenPromise broken
                        ? broken
                        : new BrokenPromise("a task failed: " + failed.getCause(), failed.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
