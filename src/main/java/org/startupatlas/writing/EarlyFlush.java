package org.startupatlas.writing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.query.Databases;

/**
 * Has PostgreSQL bring to the disk what a transaction has written, before the transaction takes the log: its commit, during
 * which everybody else waits for the log, is left with little to bring there. All transactions write to one stream
 * (the write-ahead log), so the commit of another one, which writes next to nothing, brings all that is before it; how long
 * that takes tells whether the disk is held up, which the commit would be as well.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-admin.html">pg_logical_emit_message, of which the
 *     commit brings its own record to the disk</a>
 */
@Singleton
final class EarlyFlush {

    /**
     * More than a block writes while it has the log, which is its changes: one or two kilobytes each with the index
     * entries, some 200 of them. (More only after a checkpoint, when pages are written whole.)
     */
    private static final int WRITTEN_UNDER_LOCK = 1024 * 1024;

    /**
     * Writes something, and so much of it that the segment of the write-ahead log is full where it would not hold what
     * comes next: who fills one waits until PostgreSQL has made the next, a file of 16 MiB. Tells the segment.
     */
    private static final String WRITE_SOMETHING =
            """
            select div(pg_logical_emit_message(true, 'startup-atlas', repeat('.', filler)) - '0/0', size)
            from (select size, case when size - mod(at, size) < %d then (size - mod(at, size))::int else 0 end as filler
                from (select pg_current_wal_insert_lsn() - '0/0' as at,
                    pg_size_bytes(current_setting('wal_segment_size')) as size) position) piece
            """
                    .formatted(WRITTEN_UNDER_LOCK);

    /** As long as blocks follow one another, the connection stays. */
    private static final Duration KEPT_IDLE = Duration.ofMinutes(1);

    /** Of a disk that is held up for longer than this the writers wait, as they would without us. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final DiskCalm disk = new DiskCalm();

    /** The last that was written to. */
    private final AtomicLong segment = new AtomicLong();

    /** Null where a commit writes all that there is, as on H2. */
    private final AgroalDataSource connections;

    EarlyFlush(AgroalDataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind)
            throws SQLException {
        connections = databaseKind.equals("postgresql") ? oneConnection(database) : null;
    }

    /**
     * A connection of its own, outside of all transactions: those of the pool may all be of writers that wait for the
     * very transaction which would wait for one of them here.
     */
    private static AgroalDataSource oneConnection(AgroalDataSource database) throws SQLException {
        AgroalConnectionPoolConfiguration pool = database.getConfiguration().connectionPoolConfiguration();
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(new AgroalConnectionPoolConfigurationSupplier(pool)
                        .transactionIntegration(TransactionIntegration.none())
                        .initialSize(0)
                        .minSize(0)
                        .maxSize(1)
                        .reapTimeout(KEPT_IDLE)));
    }

    /**
     * Waits until all that was written so far, by whomever, is on the disk, there is a file for what comes next, and the
     * disk is calm.
     */
    void await() {
        if (connections == null) {
            return;
        }
        long began = System.nanoTime();
        Flush flush = flush();
        if (segment.getAndSet(flush.segment()) != flush.segment()) {
            // That one may have waited for a new file, which tells nothing of the disk.
            flush = flush();
        }
        disk.learn(flush.nanos());
        while (!disk.isCalmAfter(flush.nanos(), System.nanoTime()) && System.nanoTime() - began < PATIENCE.toNanos()) {
            flush = flush();
        }
    }

    /**
     * What was brought to the disk.
     *
     * @param segment the number of the one that the write-ahead log has reached
     * @param nanos how long it took
     */
    private record Flush(long segment, long nanos) {}

    /** Without a limit of time, which the questions of {@link Databases} have: a commit is not given up. */
    private Flush flush() {
        long began = System.nanoTime();
        long reached = Databases.read(connections, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(WRITE_SOMETHING)) {
                row.next();
                return row.getLong(1);
            }
        });
        return new Flush(reached, System.nanoTime() - began);
    }

    @PreDestroy
    void close() {
        if (connections != null) {
            connections.close();
        }
    }
}
