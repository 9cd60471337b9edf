package org.startupatlas.writing;

import jakarta.inject.Singleton;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.query.Databases;

/**
 * Lets blocks be written one after the other, on whichever node. A block is compared with what the registry has; if two
 * that have the same record new were compared before either is committed, it would be there twice. Writes of one record
 * wait for nobody here.
 */
@Singleton
final class BlockTurn {

    /** The name of the turn among the advisory locks of the database, which nothing else takes: "blocks" in ASCII. */
    private static final long NAME = 0x626c6f636b73L;

    private final DataSource database;
    private final boolean isTaken;

    BlockTurn(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind) {
        this.database = database;
        // On H2, transactions that write are never side by side: see WriterTurn.
        this.isTaken = !databaseKind.equals("h2");
    }

    /** Waits until no other block is being written; from here to the end of the current transaction, none is. */
    void take() {
        if (isTaken) {
            Databases.read(database, connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("SELECT pg_advisory_xact_lock(" + NAME + ")");
                }
            });
        }
    }
}
