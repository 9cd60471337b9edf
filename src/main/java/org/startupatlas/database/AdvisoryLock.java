package org.startupatlas.database;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.sql.Jdbc;

/** Lets transactions of a kind go one after the other, on whichever node. All others wait for nobody here. */
@Singleton
public final class AdvisoryLock {

    /**
     * Those that take turns among themselves. Who takes several takes them in this order. Each is known by its name in
     * ASCII among the advisory locks of the database, of which nothing else takes any.
     */
    public enum Kind {
        /**
         * Those that are done again because others were faster. As many as write names that are alike at the same
         * moment would overtake each other, again and again; so, who was overtaken meets only those who were not.
         */
        REPEATED(0x72657065617465L),

        /**
         * Those that write a block. A block is compared with what the registry has; if two that have the same record
         * new were compared before either is committed, it would be there twice.
         */
        BLOCK(0x626c6f636b73L),

        /**
         * Those that give records external ids which these did not have. Each looks up the ids in the last state that is
         * committed, and keeps the turn until it is committed itself.
         */
        EXTERNAL_IDS(0x65787469647300L);

        private final long lock;

        Kind(long lock) {
            this.lock = lock;
        }
    }

    private final DataSource database;
    private final boolean isTaken;

    AdvisoryLock(DataSource database, @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind) {
        this.database = database;
        // On H2, transactions that write are never side by side: see WriterTurn.
        this.isTaken = !databaseKind.equals("h2");
    }

    /** Waits for the others of the kind; from here to the end of the current transaction, they wait for it. */
    public void take(Kind kind) {
        if (isTaken) {
            Jdbc.read(database, connection -> {
                try (PreparedStatement taking = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                    taking.setLong(1, kind.lock);
                    return taking.execute();
                }
            });
        }
    }
}
