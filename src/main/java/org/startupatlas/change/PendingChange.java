package org.startupatlas.change;

import java.time.Instant;

/** A write of one record in the current transaction, until the log gives it its time and its revision. */
public interface PendingChange {

    /** Gives the record's row that time; called once more if the log has gone on meanwhile. */
    void stamp(Instant at);

    /** The change that tells of it, with the time given last. */
    Change change();

    /**
     * Told that the rows were written: what others have committed until then can be seen, and what is unique is taken.
     */
    default void staged() {
        // most writes need no more
    }

    /** Told the revision, still in the transaction. */
    default void logged(long revision) {
        // most writes need no more
    }
}
