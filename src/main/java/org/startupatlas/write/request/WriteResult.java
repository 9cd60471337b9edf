package org.startupatlas.write.request;

import java.util.List;
import org.startupatlas.changelog.Change;
import org.startupatlas.query.lookup.StoredRecord;

/**
 * What a write did, or would do.
 *
 * @param row the record after it; null when it is gone
 * @param changes what it adds to the log, in order; nothing when all was so already
 * @param reach what a redaction reached; null of any other write
 */
public record WriteResult(StoredRecord row, List<Change> changes, RedactionReach reach) {

    public WriteResult {
        changes = List.copyOf(changes);
    }
}
