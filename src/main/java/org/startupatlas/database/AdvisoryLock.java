package org.startupatlas.database;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.sql.Jdbc;

/**
 * Serializes transactions of one kind across all nodes with a PostgreSQL advisory lock. Transactions of other kinds are
 * not blocked.
 */
@Singleton
public final class AdvisoryLock {

    /**
     * The kinds of transactions that are serialized. A transaction that takes several locks takes them in this order.
     * The keys never change, as nodes of different releases must share them during a rolling update; nothing else in
     * the database uses advisory locks.
     */
    public enum Kind {
        /**
         * Transactions that are retried after a conflict. Concurrent writers of similar names would conflict again and
         * again; with the lock, a retried transaction competes only with first attempts.
         */
        REPEATED(0x72657065617465L),

        /**
         * Transactions that write a batch. A batch is compared with the stored records before it is written; if two
         * batches with the same new record were compared before either is committed, the record would be created twice.
         */
        BATCH(0x626c6f636b73L),

        /**
         * Transactions that add external ids to records. Each looks up the ids in the last committed state, and holds
         * the lock until its own commit.
         */
        EXTERNAL_IDS(0x65787469647300L);

        private final long key;

        Kind(long key) {
            this.key = key;
        }
    }

    private final DataSource database;
    private final boolean isEnabled;

    AdvisoryLock(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind) {
        this.database = database;
        // On H2, write transactions never run concurrently: see WriteSerializer.
        this.isEnabled = !databaseKind.equals("h2");
    }

    /**
     * Acquires the lock, waiting if necessary, and holds it until the end of the current transaction. Does nothing on
     * H2.
     */
    public void take(Kind kind) {
        if (isEnabled) {
            Jdbc.read(database, connection -> {
                try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                    statement.setLong(1, kind.key);
                    return statement.execute();
                }
            });
        }
    }
}
