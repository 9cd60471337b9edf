package org.startupatlas.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A block of changes whose records are written, and which waits for its revisions in the log. */
public final class StagedChanges {

    private final List<? extends PendingChange> writes;
    private final List<Change> changes;
    private final Instant since;
    private final Instant at;
    private final String by;
    private final PreparedRows prepared;

    private StagedChanges(
            List<? extends PendingChange> writes,
            List<Change> changes,
            Instant since,
            Instant at,
            String by,
            PreparedRows prepared) {
        this.writes = writes;
        this.changes = changes;
        this.since = since;
        this.at = at;
        this.by = by;
        this.prepared = prepared;
    }

    /**
     * Writes that were stamped.
     *
     * @param since when they were
     * @param at the time that they have
     */
    static StagedChanges of(List<? extends PendingChange> writes, Instant since, Instant at, String by) {
        List<Change> changes = writes.stream().map(PendingChange::change).toList();
        changes.forEach(change -> change.happened(at, by));
        return new StagedChanges(List.copyOf(writes), changes, since, at, by, null);
    }

    /** The same with their rows of the log, but for their revisions. */
    StagedChanges with(Optional<PreparedRows> rows) {
        return new StagedChanges(writes, changes, since, at, by, rows.orElse(null));
    }

    /** The same writes at another time, with nothing prepared, which tells the one before. */
    StagedChanges restamped(Instant later) {
        writes.forEach(write -> write.stamp(later));
        return of(writes, since, later, by);
    }

    List<? extends PendingChange> writes() {
        return writes;
    }

    /** What the log is to tell, in the order of the writes. */
    public List<Change> changes() {
        return changes;
    }

    /** Since when others could overtake them. */
    Instant since() {
        return since;
    }

    /** The time that they have, which may be still to come; they are not to be logged before. */
    Instant at() {
        return at;
    }

    Optional<PreparedRows> prepared() {
        return Optional.ofNullable(prepared);
    }

    List<Long> revisions() {
        return changes.stream().map(Change::revision).toList();
    }

    void tellRevisions() {
        for (int i = 0; i < changes.size(); i++) {
            writes.get(i).logged(changes.get(i).revision());
        }
    }
}
