package org.startupatlas.changelog;

import java.util.List;

/** Changes whose rows are written, but which have no revision and no time yet. */
public final class StagedChanges {

    private final List<PendingChange> writes;
    private final List<Change> changes;

    /**
     * Creates the log entries of written rows.
     *
     * @param writes in the order of their revisions
     * @param by the public id of the writing key, or null
     */
    StagedChanges(List<? extends PendingChange> writes, String by) {
        this.writes = List.copyOf(writes);
        this.changes = writes.stream().map(PendingChange::change).toList();
        changes.forEach(change -> change.writtenBy(by));
    }

    /** Returns the log entries in the order of their revisions. */
    public List<Change> changes() {
        return changes;
    }

    void notifyAppended() {
        for (int i = 0; i < changes.size(); i++) {
            writes.get(i).appended(changes.get(i).revision());
        }
    }
}
