package org.startupatlas.search.index;

import org.startupatlas.changelog.read.LoggedChange;

/**
 * A position in the change log. The log is append-only, so two logs with the same change at a revision are equal up to
 * it; a restored backup, another database, or a diverged log has another change there.
 *
 * @param change identifies the change of the revision
 */
record LogPosition(long revision, String change) {

    /** The position before the first change. */
    static final LogPosition BEGINNING = new LogPosition(0, "");

    /** Returns the position of a change. */
    static LogPosition of(LoggedChange change) {
        return new LogPosition(
                change.revision(),
                change.at() + " " + change.resource() + "/" + change.recordId() + " " + change.version());
    }
}
