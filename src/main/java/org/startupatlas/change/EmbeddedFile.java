package org.startupatlas.change;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
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

    /** As long as the next write may wait. */
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
            session.getDatabase().getStore().getMvStore().compactFile(LONGEST_MILLIS);
        } catch (SQLException | MVStoreException failed) {
            // What was written is safe, and the next time may do.
            LOG.warn("the database's file could not be compacted", failed);
        }
    }
}
