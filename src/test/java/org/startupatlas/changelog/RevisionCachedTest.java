package org.startupatlas.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.startupatlas.changelog.RevisionCached.Computed;
import org.startupatlas.testing.H2Only;

/** When a value of a revision is computed, and which one is kept. */
@H2Only
class RevisionCachedTest {
    private static final int READERS = 8;

    private final AtomicLong revision = new AtomicLong();
    private final AtomicInteger computations = new AtomicInteger();

    @Test
    void concurrentReadersOfARevisionComputeOnce() throws Exception {
        for (int i = 1; i <= 50; i++) {
            revision.set(i);
            computations.set(0);
            CountDownLatch reading = new CountDownLatch(READERS);
            RevisionCached<String> cached = new RevisionCached<>(revision::get, (reached, previous) -> {
                computations.incrementAndGet();
                await(reading);
                return new Computed<>(reached, "at " + reached);
            });
            assertEquals(
                    List.of("at " + i),
                    read(cached, reading).stream().distinct().toList());
            assertEquals(1, computations.get());
        }
    }

    private static List<String> read(RevisionCached<String> cached, CountDownLatch reading) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                results.add(readers.submit(() -> {
                    reading.countDown();
                    return cached.get();
                }));
            }
            List<String> values = new ArrayList<>();
            for (Future<String> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            readers.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void eachLaterRevisionIsComputedFromTheValueBefore() {
        RevisionCached<String> cached = new RevisionCached<>(
                revision::get,
                (reached, previous) -> new Computed<>(reached, (previous == null ? "" : previous.value()) + reached));
        assertEquals("0", cached.get());
        assertEquals("0", cached.get());
        revision.set(3);
        assertEquals("03", cached.get());
        revision.set(4);
        assertEquals("034", cached.get());
    }

    @Test
    void aFailedComputationIsNotKept() {
        RevisionCached<String> cached = new RevisionCached<>(revision::get, (reached, previous) -> {
            if (computations.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            return new Computed<>(reached, "computed");
        });
        assertThrows(IllegalStateException.class, cached::get);
        assertEquals("computed", cached.get());
        assertEquals("computed", cached.get());
        assertEquals(2, computations.get());
    }

    /** A replica may lag behind the database from which the node knows the revision. */
    @Test
    void aValueOfAnOlderRevisionDoesNotReplaceANewerOne() {
        List<Long> stated = new ArrayList<>(List.of(5L, 4L, 6L));
        RevisionCached<Long> cached = new RevisionCached<>(revision::get, (reached, previous) -> {
            long next = stated.remove(0);
            return new Computed<>(next, next);
        });
        assertEquals(5, cached.get());
        revision.set(5);
        assertEquals(5, cached.get());
        revision.set(6);
        assertEquals(5, cached.get());
        assertEquals(6, cached.get());
        assertEquals(List.of(), stated);
    }
}
