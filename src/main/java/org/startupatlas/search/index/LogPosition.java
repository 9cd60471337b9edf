package org.startupatlas.search.index;

import org.startupatlas.changelog.read.LoggedChange;

/**
 * How far along the log something is. The log only grows, so two that have the same change at a revision have the same
 * ones before it; a restored backup, another database, or a log that went on otherwise has another change there.
 *
 * @param change what tells the change of the revision from any other
 */
record LogPosition(long revision, String change) {

    /** Before anything was written. */
    static final LogPosition BEGINNING = new LogPosition(0, "");

    /** Where a change stands. */
    static LogPosition of(LoggedChange change) {
        return new LogPosition(
                change.revision(),
                change.at() + " " + change.resource() + "/" + change.recordId() + " " + change.version());
    }
}
