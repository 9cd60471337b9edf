package org.startupatlas.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.startupatlas.database.AdvisoryLock;
import org.startupatlas.database.WriteSerializer;
import org.startupatlas.sql.RetryException;

/**
 * Runs work, each in its own transaction. Work that fails only because of concurrent writes is retried from the
 * beginning.
 */
@Singleton
public class RetryingTransactions {

    /**
     * Retries run one at a time and compete only with first attempts, so a second loss is rare. After eight, the cause
     * is most likely the work itself: a constraint that it violates every time looks like a conflict.
     */
    private static final int MAX_ATTEMPTS = 8;

    /** Quarkus's own default, in seconds. */
    private static final int TIMEOUT_SECONDS = 60;

    /** The bundled data is loaded in seconds; a slow disk may take minutes. */
    private static final int LONG_TIMEOUT_SECONDS = 1_800;

    private final WriteSerializer writeSerializer;
    private final AdvisoryLock advisoryLock;

    RetryingTransactions(WriteSerializer writeSerializer, AdvisoryLock advisoryLock) {
        this.writeSerializer = writeSerializer;
        this.advisoryLock = advisoryLock;
    }

    /**
     * Runs work in its own transaction, and retries it as long as it fails because of concurrent writes.
     *
     * @param isDry whether the transaction is rolled back in the end
     * @throws RetryException if concurrent writes interfere in every attempt
     */
    public <T> T run(boolean isDry, Supplier<T> work) {
        return run(isDry, TIMEOUT_SECONDS, work);
    }

    /**
     * Runs work that may take minutes; otherwise the same as {@link #run}.
     *
     * @throws RetryException if concurrent writes interfere in every attempt
     */
    public <T> T runLong(Supplier<T> work) {
        return run(false, LONG_TIMEOUT_SECONDS, work);
    }

    private <T> T run(boolean isDry, int timeoutSeconds, Supplier<T> work) {
        Supplier<T> next = work;
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(isDry, timeoutSeconds, next);
            } catch (RuntimeException failed) {
                RetryException conflict = RetryException.of(failed).orElseThrow(() -> failed);
                if (attempt == MAX_ATTEMPTS) {
                    throw conflict;
                }
                next = () -> {
                    advisoryLock.take(AdvisoryLock.Kind.REPEATED);
                    return work.get();
                };
            }
        }
    }

    private <T> T attempt(boolean isDry, int timeoutSeconds, Supplier<T> work) {
        return writeSerializer.take(() -> isDry
                ? dryRun(work)
                : QuarkusTransaction.requiringNew().timeout(timeoutSeconds).call(work::get));
    }

    /** Runs the work and rolls the transaction back. */
    private static <T> T dryRun(Supplier<T> work) {
        QuarkusTransaction.begin();
        try {
            return work.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
