package org.startupatlas.dbcopy;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** Copies an H2 file into an empty PostgreSQL database, in one transaction. */
@Singleton
final class DatabaseCopy {

    private final Flyway flyway;
    private final DataSource database;

    /**
     * Creates a copy into a database.
     *
     * @param flyway creates the tables of the database
     */
    DatabaseCopy(Flyway flyway, DataSource database) {
        this.flyway = flyway;
        this.database = database;
    }

    /**
     * Copies a file.
     *
     * @param progress receives lines about the progress
     * @return a sentence about the result
     * @throws CopyRefusedException if the file was not written by this release, or the database is not empty
     */
    String run(DatabaseFile file, Consumer<String> progress) throws SQLException, IOException {
        progress.accept("reading " + file);
        try (Connection source = file.connect();
                Connection target = database.getConnection()) {
            AbortOnShutdown stop = new AbortOnShutdown(target.unwrap(PGConnection.class));
            try {
                return run(file, source, target, progress);
            } finally {
                stop.release();
            }
        }
    }

    private String run(DatabaseFile file, Connection source, Connection target, Consumer<String> progress)
            throws SQLException, IOException {
        String history = flyway.getConfiguration().getTable();
        DatabaseCatalog tables = DatabaseCatalog.read(source, history);
        LogState state = LogState.read(source, tables)
                .orElseThrow(() -> new CopyRefusedException(file + " is no database of Startup Atlas."));
        Release.requireSameRelease(source, flyway);
        requireEmpty(target, DatabaseCatalog.read(target, history), state);
        progress.accept("the file is at " + state + "; making the tables in "
                + target.getMetaData().getURL().split("\\?", 2)[0]);
        flyway.migrate();
        requireSameTables(tables, DatabaseCatalog.read(target, history));
        return copyTables(source, target, tables, state, progress) + " The database is at " + state + ", as the file.";
    }

    private static void requireEmpty(Connection target, DatabaseCatalog tables, LogState sourceState)
            throws SQLException {
        Optional<LogState> state = LogState.read(target, tables);
        if (state.isPresent() && state.get().equals(sourceState)) {
            throw new CopyRefusedException("The database is at " + sourceState
                    + ", as the file, which was moved already: whole, since it is moved in one transaction. Start nodes on"
                    + " the database.");
        }
        if (state.isEmpty() && !tables.names().isEmpty()) {
            throw new CopyRefusedException("The database is not empty: it has tables that are not Startup Atlas's: "
                    + String.join(", ", tables.names()) + ".");
        }
        if (state.isPresent() && state.get().revision() > 0) {
            throw new CopyRefusedException("The database is not empty: it is at " + state.get() + ", and was written "
                    + LogState.countRecords(target) + ". Move into one in which no node was started.");
        }
    }

    private static void requireSameTables(DatabaseCatalog source, DatabaseCatalog target) {
        Set<String> differences = source.differences(target);
        if (!differences.isEmpty()) {
            throw new CopyRefusedException(
                    "The file and the database differ in: " + String.join(", ", differences) + ".");
        }
    }

    private String copyTables(
            Connection source,
            Connection target,
            DatabaseCatalog catalog,
            LogState sourceState,
            Consumer<String> progress)
            throws SQLException, IOException {
        target.setAutoCommit(false);
        try {
            List<Table> tables = catalog.inForeignKeyOrder(target);
            lockIfEmpty(target, catalog, sourceState);
            truncate(target, tables);
            long rows = 0;
            for (Table table : tables) {
                rows += new TableCopy(source, target, table).run(progress);
            }
            Sequences.copyPositions(source, target);
            target.commit();
            vacuum(target, tables);
            return "Moved " + rows + " rows of " + tables.size() + " tables.";
        } finally {
            target.rollback();
            target.setAutoCommit(true);
        }
    }

    /** Locks the log. A node that starts now waits for the lock, and then finds a log with revisions. */
    private static void lockIfEmpty(Connection target, DatabaseCatalog tables, LogState sourceState)
            throws SQLException {
        execute(target, "LOCK TABLE log_head IN ACCESS EXCLUSIVE MODE");
        requireEmpty(target, tables, sourceState);
    }

    /** Deletes the rows that the migrations have inserted; the file has them too. */
    private static void truncate(Connection target, List<Table> tables) throws SQLException {
        execute(target, "TRUNCATE " + tables.stream().map(Table::quoted).collect(Collectors.joining(", ")));
    }

    /** Updates the statistics of PostgreSQL's query planner, which autovacuum would only do later. */
    private static void vacuum(Connection target, List<Table> tables) throws SQLException {
        target.setAutoCommit(true);
        for (Table table : tables) {
            execute(target, "VACUUM (ANALYZE) " + table.quoted());
        }
        target.setAutoCommit(false);
    }

    private static void execute(Connection target, String sql) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute(sql);
        }
    }
}
