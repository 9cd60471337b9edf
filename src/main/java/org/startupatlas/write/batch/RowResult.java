package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.startupatlas.query.parameter.Violation;

/**
 * The result of one record of a batch.
 *
 * @param id of the record; null for a new one that was refused
 * @param slug likewise
 * @param changed paths with the values before and after, as in the log; null unless it was updated
 * @param record the record as it is now; null if the row was refused
 * @param violations the violations for which it was refused
 */
public record RowResult(
        Kind kind, String id, String slug, JsonNode changed, ObjectNode record, List<Violation> violations) {

    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    public RowResult {
        violations = List.copyOf(violations);
    }

    public static RowResult refused(String id, String slug, List<Violation> violations) {
        return new RowResult(Kind.REFUSED, id, slug, null, null, violations);
    }
}
