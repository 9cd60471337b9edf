package org.startupatlas.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/**
 * A folder whose files are forced to the disk only when it is said. Lucene does that while it decides what belongs to a
 * commit, when nothing may go into the index; only before the commit is valid must it be done.
 */
final class DeferredSyncDirectory extends FilterDirectory {

    private final List<String> waiting = new ArrayList<>();

    DeferredSyncDirectory(Directory folder) {
        super(folder);
    }

    @Override
    public void sync(Collection<String> names) {
        synchronized (waiting) {
            waiting.addAll(names);
        }
    }

    /** Forces to the disk what waits for it. */
    void syncNow() throws IOException {
        List<String> names;
        synchronized (waiting) {
            names = List.copyOf(waiting);
            waiting.clear();
        }
        in.sync(names);
    }
}
