package org.startupatlas.writing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

    private static final String WRITE_SOMETHING = "select pg_logical_emit_message(true, 'startup-atlas', '')";

    /** As long as blocks follow one another, the connection stays. */
    private static final Duration KEPT_IDLE = Duration.ofMinutes(1);

    /** Of a disk that is held up for longer than this the writers wait, as they would without us. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final DiskCalm disk = new DiskCalm();

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

    /** Waits until all that was written so far, by whomever, is on the disk, and the disk is calm. */
    void await() {
        if (connections == null) {
            return;
        }
        long began = System.nanoTime();
        long took = flush();
        disk.learn(took);
        while (!disk.isCalmAfter(took, System.nanoTime()) && System.nanoTime() - began < PATIENCE.toNanos()) {
            took = flush();
        }
    }

    /** Tells how long it took, in nanoseconds. */
    private long flush() {
        long began = System.nanoTime();
        Databases.read(connections, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(WRITE_SOMETHING);
            }
        });
        return System.nanoTime() - began;
    }

    @PreDestroy
    void close() {
        if (connections != null) {
            connections.close();
        }
    }
}
