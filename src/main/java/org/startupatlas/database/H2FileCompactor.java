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
 * H2's file. Each commit writes the pages it has changed as a chunk of some 50 KiB, and leaves their old versions where
 * they are; H2 clears them away by itself only when it may confirm commits before they are written, which it may not
 * here.
 *
 * <p>Chunks with old pages are rewritten, and the space of those that nothing uses any more is free for later commits.
 * H2's own {@link MVStore#compactFile} also moves chunks together, which is not safe in 2.4.240: where free space lies
 * across the border of the area that it keeps untouched until the move is on the disk, it moves a chunk into that area
 * all the same (an assertion, where those are on, then closes the database).
 */
@Singleton
class H2FileCompactor {

    private static final Logger LOG = Logger.getLogger(H2FileCompactor.class);

    /** By so much the file may grow before parts of it are compacted. */
    private static final long GROWTH_BYTES = 2 * 1024 * 1024;

    /** What is rewritten at a time, of the chunks that have most old pages; it takes a hundredth of a second or two. */
    private static final int PART_BYTES = 1024 * 1024;

    /** After so long no further part is begun: the next write waits for the one that has begun. */
    private static final long LONGEST_NANOS = 20_000_000;

    /** Percent of all chunks that is in use, from which on nothing is done; what H2 itself aims at. */
    private static final int ENOUGH_IN_USE = 90;

    private final DataSource database;

    /** How long the file was when it had been compacted last. */
    private long bytes;

    H2FileCompactor(DataSource database) {
        this.database = database;
    }

    /** Told of every write, by one thread at a time. */
    void written() {
        try (Connection connection = database.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            if (store.getFileStore().size() - bytes >= GROWTH_BYTES) {
                compact(store);
                bytes = store.getFileStore().size();
            }
        } catch (SQLException | MVStoreException failed) {
            // What was written is safe, and the next time may do.
            LOG.warn("the database's file could not be compacted", failed);
        }
    }

    private static void compact(MVStore store) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST_NANOS && rewriteChunks(store)) {
            // Only now is nothing on the disk in need of the old chunks, whether the process or the machine dies.
            store.commit();
            store.sync();
            freeUnusedChunks(store);
        }
    }

    private static boolean rewriteChunks(MVStore store) {
        return atAnyAge(store, () -> store.compact(ENOUGH_IN_USE, PART_BYTES));
    }

    /** Those that neither the newest version nor any that is still being read uses. */
    private static void freeUnusedChunks(MVStore store) {
        atAnyAge(store, () -> {
            store.executeFilestoreOperation(store.getFileStore()::dropUnusedChunks);
            return true;
        });
    }

    /**
     * H2 leaves chunks alone for a while, which is what it falls back on when the machine dies: for this operation only
     * they need not be so old.
     */
    private static boolean atAnyAge(MVStore store, BooleanSupplier operation) {
        int retention = store.getRetentionTime();
        store.setRetentionTime(0);
        try {
            return operation.getAsBoolean();
        } finally {
            store.setRetentionTime(retention);
        }
    }
}
