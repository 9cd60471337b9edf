package org.startupatlas.search;

import org.startupatlas.change.LoggedChange;

/**
 * How far along the log something is. The log only grows, so two that have the same change at a revision have the same
 * ones before it; a restored backup, another database, or a log that went on otherwise has another change there.
 *
 * @param change what tells the change of the revision from any other
 */
record LogPlace(long revision, String change) {

    /** Before anything was written. */
    static final LogPlace BEGINNING = new LogPlace(0, "");

    /** Where a change stands. */
    static LogPlace of(LoggedChange change) {
        return new LogPlace(
                change.revision(),
                change.at() + " " + change.resource() + "/" + change.recordId() + " " + change.version());
    }
}
