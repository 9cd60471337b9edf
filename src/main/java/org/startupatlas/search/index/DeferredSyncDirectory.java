package org.startupatlas.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/**
 * A directory that syncs files to disk only on request. Lucene syncs in {@code prepareCommit}, while no document may be
 * added; the sync is required only before the commit becomes valid.
 */
final class DeferredSyncDirectory extends FilterDirectory {

    private final List<String> pending = new ArrayList<>();

    DeferredSyncDirectory(Directory directory) {
        super(directory);
    }

    @Override
    public void sync(Collection<String> names) {
        synchronized (pending) {
            pending.addAll(names);
        }
    }

    /** Syncs the pending files to disk. */
    void syncNow() throws IOException {
        List<String> names;
        synchronized (pending) {
            names = List.copyOf(pending);
            pending.clear();
        }
        in.sync(names);
    }
}
