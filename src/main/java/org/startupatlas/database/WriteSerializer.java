package org.startupatlas.database;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets transactions write: on PostgreSQL side by side, on H2 one after the other.
 *
 * <p>When transactions compete for a row of H2 (2.4.240) and one of them rolls back, the row can fall back behind what
 * another has committed: a revision would be taken twice. It also does not keep the row that a foreign key names until
 * the transaction ends. Both need two that write at once, and H2 has no writers but this process.
 */
@Singleton
public class WriteSerializer {

    private final boolean oneByOne;
    private final H2FileCompactor file;

    /** Fair, so that nobody waits longer than those who came before take. */
    private final ReentrantLock turn = new ReentrantLock(true);

    WriteSerializer(@ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind, H2FileCompactor file) {
        this.oneByOne = databaseKind.equals("h2");
        this.file = file;
    }

    /**
     * Runs a transaction that writes, from before its beginning to behind its end.
     *
     * @return what it returns
     */
    public <T> T take(Supplier<T> transaction) {
        if (!oneByOne) {
            return transaction.get();
        }
        turn.lock();
        try {
            T result = transaction.get();
            file.written();
            return result;
        } finally {
            turn.unlock();
        }
    }

    /** Runs a transaction that writes and returns nothing. */
    public void take(Runnable transaction) {
        take(() -> {
            transaction.run();
            return null;
        });
    }
}
