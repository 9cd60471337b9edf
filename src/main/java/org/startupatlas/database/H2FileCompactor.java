package org.startupatlas.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/**
 * Compacts the file of the H2 database. Each commit writes the changed pages as a new chunk of about 50 KiB and leaves
 * the old pages in place. H2 reclaims them itself only if it may acknowledge commits before they are written, which is
 * disabled here.
 *
 * <p>Chunks with old pages are rewritten, and the space of unused chunks is free for later commits. H2's own
 * {@link MVStore#compactFile} also moves chunks together, which is not safe in 2.4.240: if free space crosses the
 * border of the area that must stay untouched until the move is on disk, H2 moves a chunk into that area nevertheless
 * (with assertions enabled, this closes the database).
 */
@Singleton
class H2FileCompactor {

    private static final Logger LOG = Logger.getLogger(H2FileCompactor.class);

    /** The growth of the file that triggers a partial compaction. */
    private static final long GROWTH_BYTES = 2 * 1024 * 1024;

    /** The number of bytes rewritten at a time, from the chunks with the most old pages; this takes 10 to 20 ms. */
    private static final int BATCH_BYTES = 1024 * 1024;

    /** No further part is started after this time: the next write waits until the current part is done. */
    private static final long MAX_NANOS = 20_000_000;

    /** The fill rate in percent at which compaction stops; the same target as H2's own. */
    private static final int TARGET_FILL_RATE = 90;

    private final DataSource database;

    /** The size of the file after the last compaction. */
    private long compactedSize;

    H2FileCompactor(DataSource database) {
        this.database = database;
    }

    /** Compacts the file if it has grown enough. Called after every write, by one thread at a time. */
    void compactIfGrown() {
        try (Connection connection = database.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            if (store.getFileStore().size() - compactedSize >= GROWTH_BYTES) {
                compact(store);
                compactedSize = store.getFileStore().size();
            }
        } catch (SQLException | MVStoreException failed) {
            // The written data is safe, and the next call may succeed.
            LOG.warn("the database's file could not be compacted", failed);
        }
    }

    private static void compact(MVStore store) {
        long started = System.nanoTime();
        while (System.nanoTime() - started < MAX_NANOS && rewriteChunks(store)) {
            // Only after this do the data on disk not depend on the old chunks, should the process or the machine die.
            store.commit();
            store.sync();
            freeUnusedChunks(store);
        }
    }

    private static boolean rewriteChunks(MVStore store) {
        return withoutRetention(store, () -> store.compact(TARGET_FILL_RATE, BATCH_BYTES));
    }

    /** Frees the chunks that neither the latest version nor an open read uses. */
    private static void freeUnusedChunks(MVStore store) {
        withoutRetention(store, () -> {
            store.executeFilestoreOperation(store.getFileStore()::dropUnusedChunks);
            return true;
        });
    }

    /**
     * Runs an operation with a retention time of 0. H2 normally retains chunks for a while, as a fallback for when the
     * machine dies.
     */
    private static boolean withoutRetention(MVStore store, BooleanSupplier operation) {
        int retention = store.getRetentionTime();
        store.setRetentionTime(0);
        try {
            return operation.getAsBoolean();
        } finally {
            store.setRetentionTime(retention);
        }
    }
}
