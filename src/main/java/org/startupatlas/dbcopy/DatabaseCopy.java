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

/** Moves a file of the embedded database into an empty PostgreSQL: all of it in one transaction, or nothing. */
@Singleton
final class DatabaseCopy {

    private final Flyway flyway;
    private final DataSource database;

    /**
     * A move into a database.
     *
     * @param flyway what makes its tables
     */
    DatabaseCopy(Flyway flyway, DataSource database) {
        this.flyway = flyway;
        this.database = database;
    }

    /**
     * Moves it.
     *
     * @param tell is told how far it is
     * @return what was done, in a sentence
     * @throws MoveRefused if the file is not of this release, or the database not empty
     */
    String run(DatabaseFile file, Consumer<String> tell) throws SQLException, IOException {
        tell.accept("reading " + file);
        try (Connection source = file.connect();
                Connection target = database.getConnection()) {
            AbortOnShutdown stop = new AbortOnShutdown(target.unwrap(PGConnection.class));
            try {
                return run(file, source, target, tell);
            } finally {
                stop.release();
            }
        }
    }

    private String run(DatabaseFile file, Connection source, Connection target, Consumer<String> tell)
            throws SQLException, IOException {
        String history = flyway.getConfiguration().getTable();
        DatabaseCatalog tables = DatabaseCatalog.read(source, history);
        LogState log = LogState.read(source, tables)
                .orElseThrow(() -> new CopyRefusedException(file + " is no database of Startup Atlas."));
        Release.requireThatOf(source, flyway);
        requireEmpty(target, DatabaseCatalog.read(target, history), log);
        tell.accept("the file is at " + log + "; making the tables in "
                + target.getMetaData().getURL().split("\\?", 2)[0]);
        flyway.migrate();
        requireSame(tables, DatabaseCatalog.read(target, history));
        return move(source, target, tables, log, tell) + " The database is at " + log + ", as the file.";
    }

    private static void requireEmpty(Connection target, DatabaseCatalog tables, LogState file) throws SQLException {
        Optional<LogState> log = LogState.read(target, tables);
        if (log.isPresent() && log.get().equals(file)) {
            throw new CopyRefusedException("The database is at " + file
                    + ", as the file, which was moved already: whole, since it is moved in one transaction. Start nodes on"
                    + " the database.");
        }
        if (log.isEmpty() && !tables.names().isEmpty()) {
            throw new CopyRefusedException("The database is not empty: it has tables that are not Startup Atlas's: "
                    + String.join(", ", tables.names()) + ".");
        }
        if (log.isPresent() && log.get().revision() > 0) {
            throw new CopyRefusedException("The database is not empty: it is at " + log.get() + ", and was written "
                    + LogState.records(target) + ". Move into one in which no node was started.");
        }
    }

    private static void requireSame(DatabaseCatalog source, DatabaseCatalog target) {
        Set<String> differences = source.differences(target);
        if (!differences.isEmpty()) {
            throw new CopyRefusedException(
                    "The file and the database differ in: " + String.join(", ", differences) + ".");
        }
    }

    private String move(
            Connection source, Connection target, DatabaseCatalog schema, LogState file, Consumer<String> tell)
            throws SQLException, IOException {
        target.setAutoCommit(false);
        try {
            List<Table> tables = schema.inOrderOfReferences(target);
            lockIfEmpty(target, schema, file);
            clear(target, tables);
            long rows = 0;
            for (Table table : tables) {
                rows += new TableCopy(source, target, table).run(tell);
            }
            Sequences.goOn(source, target);
            target.commit();
            refresh(target, tables);
            return "Moved " + rows + " rows of " + tables.size() + " tables.";
        } finally {
            target.rollback();
            target.setAutoCommit(true);
        }
    }

    /** A node that starts now waits, and then finds a log that has begun. */
    private static void lockIfEmpty(Connection target, DatabaseCatalog tables, LogState file) throws SQLException {
        execute(target, "LOCK TABLE log_head IN ACCESS EXCLUSIVE MODE");
        requireEmpty(target, tables, file);
    }

    /** Before the first revision there is only what the migrations have put in, which the file has too. */
    private static void clear(Connection target, List<Table> tables) throws SQLException {
        execute(target, "TRUNCATE " + tables.stream().map(Table::quoted).collect(Collectors.joining(", ")));
    }

    /** PostgreSQL plans by what it knows of the rows, and would learn of so many new ones by and by. */
    private static void refresh(Connection target, List<Table> tables) throws SQLException {
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
