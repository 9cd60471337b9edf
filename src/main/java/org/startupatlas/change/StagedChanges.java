package org.startupatlas.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A block of changes whose records are written, and which waits for its revisions in the log. */
public final class StagedChanges {

    private final List<? extends PendingChange> writes;
    private final List<Change> changes;
    private final String by;
    private final Instant since;
    private final Instant due;
    private final Instant at;
    private final PreparedRows prepared;

    private StagedChanges(
            List<? extends PendingChange> writes,
            List<Change> changes,
            String by,
            Instant since,
            Instant due,
            Instant at,
            PreparedRows prepared) {
        this.writes = writes;
        this.changes = changes;
        this.by = by;
        this.since = since;
        this.due = due;
        this.at = at;
        this.prepared = prepared;
    }

    /**
     * Writes that were stamped.
     *
     * @param by the public id of the key that writes, or null
     * @param since when they were
     * @param due the time that they have, which may be still to come
     */
    static StagedChanges of(List<? extends PendingChange> writes, String by, Instant since, Instant due) {
        return stamped(List.copyOf(writes), by, since, due, due);
    }

    private static StagedChanges stamped(
            List<? extends PendingChange> writes, String by, Instant since, Instant due, Instant at) {
        List<Change> changes = writes.stream().map(PendingChange::change).toList();
        changes.forEach(change -> change.happened(at, by));
        return new StagedChanges(writes, changes, by, since, due, at, null);
    }

    /** The same with their rows of the log, but for their revisions. */
    StagedChanges with(Optional<PreparedRows> rows) {
        return new StagedChanges(writes, changes, by, since, due, at, rows.orElse(null));
    }

    /** The same writes at a later time, which the log has reached; with nothing prepared, which tells the one before. */
    StagedChanges restamped(Instant later) {
        writes.forEach(write -> write.stamp(later));
        return stamped(writes, by, since, due, later);
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

    /** Until when they are not to be logged. */
    Instant due() {
        return due;
    }

    /** The time that they have. */
    Instant at() {
        return at;
    }

    /** Whether the log has reached a later time: time order is revision order, so they are to have that. */
    boolean isBehind(LogHead head) {
        return head.at().isAfter(at);
    }

    /** Whether they have another time than the one with which they were staged. */
    boolean isRestamped() {
        return !at.equals(due);
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
