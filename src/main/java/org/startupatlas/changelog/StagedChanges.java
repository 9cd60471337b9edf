package org.startupatlas.changelog;

import java.util.List;

/** Changes whose records are written, and which have no revision and no time in the log yet. */
public final class StagedChanges {

    private final List<PendingChange> writes;
    private final List<Change> changes;

    /**
     * Writes whose rows are written.
     *
     * @param writes in the order of their revisions
     * @param by the public id of the key that writes, or null
     */
    StagedChanges(List<? extends PendingChange> writes, String by) {
        this.writes = List.copyOf(writes);
        this.changes = writes.stream().map(PendingChange::change).toList();
        changes.forEach(change -> change.writtenBy(by));
    }

    /** The changes that the log will have, in the order of their revisions. */
    public List<Change> changes() {
        return changes;
    }

    void tellRevisions() {
        for (int i = 0; i < changes.size(); i++) {
            writes.get(i).logged(changes.get(i).revision());
        }
    }
}
