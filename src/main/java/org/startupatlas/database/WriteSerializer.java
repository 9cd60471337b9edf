package org.startupatlas.database;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs write transactions: concurrently on PostgreSQL, one after the other on H2.
 *
 * <p>When transactions compete for a row of H2 (2.4.240) and one of them rolls back, the row can revert to a state
 * before another's commit: a revision would be taken twice. H2 also does not lock the row that a foreign key refers to
 * until the transaction ends. Both happen only with two concurrent writers, and this process is the only writer of an
 * H2 database.
 */
@Singleton
public class WriteSerializer {

    private final boolean isSerialized;
    private final H2FileCompactor compactor;

    /** A fair lock, so that writers proceed in the order of their arrival. */
    private final ReentrantLock lock = new ReentrantLock(true);

    WriteSerializer(
            @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind, H2FileCompactor compactor) {
        this.isSerialized = databaseKind.equals("h2");
        this.compactor = compactor;
    }

    /**
     * Runs a complete write transaction, including its begin and commit.
     *
     * @return the result of the transaction
     */
    public <T> T take(Supplier<T> transaction) {
        if (!isSerialized) {
            return transaction.get();
        }
        lock.lock();
        try {
            T result = transaction.get();
            compactor.compactIfGrown();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Runs a write transaction that returns nothing. */
    public void take(Runnable transaction) {
        take(() -> {
            transaction.run();
            return null;
        });
    }
}
