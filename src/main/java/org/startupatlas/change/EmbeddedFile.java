package org.startupatlas.change;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/**
 * H2's file. Each commit writes the pages it has changed behind those that are there, some 50 KiB; H2 takes the old
 * ones out by itself only when it may confirm commits before they are written, which it may not here.
 */
@Singleton
class EmbeddedFile {

    private static final Logger LOG = Logger.getLogger(EmbeddedFile.class);

    /** Some 25 MiB of old pages at most; compacting more often takes more time and makes the file little smaller. */
    private static final int BETWEEN_COMPACTIONS = 500;

    /** After so long H2 begins no further round; one rewrites 16 MiB at most, and the next write waits for it. */
    private static final int LONGEST_MILLIS = 50;

    private final DataSource database;
    private int written;

    EmbeddedFile(DataSource database) {
        this.database = database;
    }

    /** Told of every write, by one thread at a time. */
    void written() {
        if (++written >= BETWEEN_COMPACTIONS) {
            written = 0;
            compact();
        }
    }

    private void compact() {
        try (Connection connection = database.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            compact(session.getDatabase().getStore().getMvStore());
        } catch (SQLException | MVStoreException failed) {
            // What was written is safe, and the next time may do.
            LOG.warn("the database's file could not be compacted", failed);
        }
    }

    /**
     * Compacting ends the time for which H2 leaves pages alone that are no longer used, which is what it falls back on
     * when the machine dies: it is set again.
     */
    private static void compact(MVStore store) {
        int retention = store.getRetentionTime();
        try {
            store.compactFile(LONGEST_MILLIS);
        } finally {
            store.setRetentionTime(retention);
        }
    }
}
