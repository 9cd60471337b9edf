package org.startupatlas.writing;

import java.util.List;
import org.startupatlas.change.Change;
import org.startupatlas.query.Row;

/**
 * What a write did, or would do.
 *
 * @param row the record after it; null when it is gone
 * @param changes what it adds to the log, in order; nothing when all was so already
 * @param reach what a redaction reached; null of any other write
 */
public record Outcome(Row row, List<Change> changes, RedactionReach reach) {

    public Outcome {
        changes = List.copyOf(changes);
    }
}
