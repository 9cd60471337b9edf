package org.startupatlas.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Reads a value again and again until it meets a condition. */
public final class Polling {
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    /** Most of what is waited for takes a few milliseconds. */
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(3).toNanos();

    /** Reading without longer pauses would slow down what takes longer. */
    private static final long MAX_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private Polling() {}

    /** Reads a value, and may throw. */
    public interface Reader<T, E extends Exception> {
        T read() throws E;
    }

    /** Returns the first value that meets the condition; fails with the name and the last value after two minutes. */
    public static <T, E extends Exception> T until(String name, Reader<T, E> reader, Predicate<T> condition) throws E {
        return until(MAX_WAIT, name, reader, condition);
    }

    /** Returns the first value that meets the condition; fails with the name and the last value when the time is over. */
    public static <T, E extends Exception> T until(
            Duration maxWait, String name, Reader<T, E> reader, Predicate<T> condition) throws E {
        Instant deadline = Instant.now().plus(maxWait);
        long pause = FIRST_PAUSE_NANOS;
        T value = reader.read();
        while (!condition.test(value)) {
            T last = value;
            assertTrue(Instant.now().isBefore(deadline), () -> name + " after " + maxWait + ": " + last);
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, MAX_PAUSE_NANOS);
            value = reader.read();
        }
        return value;
    }
}
