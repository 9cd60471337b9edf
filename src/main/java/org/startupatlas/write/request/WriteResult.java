package org.startupatlas.write.request;

import java.util.List;
import org.startupatlas.changelog.Change;
import org.startupatlas.query.lookup.StoredRecord;

/**
 * The result of a write or a dry run.
 *
 * @param record the record afterwards; null if it was deleted
 * @param changes the changes for the log, in order; empty if the write changes nothing
 * @param reach what a redaction reached; null for any other write
 */
public record WriteResult(StoredRecord record, List<Change> changes, RedactionReach reach) {

    public WriteResult {
        changes = List.copyOf(changes);
    }
}
