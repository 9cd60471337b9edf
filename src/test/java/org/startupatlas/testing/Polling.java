package org.startupatlas.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Reads a value again and again until it meets a condition. */
public final class Polling {
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    /** Reading without a pause would slow down what is waited for. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

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
        T value = reader.read();
        while (!condition.test(value)) {
            T last = value;
            assertTrue(Instant.now().isBefore(deadline), () -> name + " after " + maxWait + ": " + last);
            LockSupport.parkNanos(INTERVAL.toNanos());
            value = reader.read();
        }
        return value;
    }
}
