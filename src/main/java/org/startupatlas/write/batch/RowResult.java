package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.startupatlas.query.parameter.Violation;

/**
 * What became of one record of a block.
 *
 * @param id of the record; null of a new one that was refused
 * @param slug likewise
 * @param changed paths with what was there and what is there now, as the log tells them; null unless it was updated
 * @param faults why it was refused
 */
public record RowResult(Kind kind, String id, String slug, JsonNode changed, List<Violation> faults) {

    /** What became of it. */
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    public RowResult {
        faults = List.copyOf(faults);
    }

    static RowResult refused(String id, String slug, List<Violation> faults) {
        return new RowResult(Kind.REFUSED, id, slug, null, faults);
    }
}
