package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import org.startupatlas.query.lookup.SlugClaim;
import org.startupatlas.record.entity.RecordEntity;

/** A write of one record in the current transaction that is not appended to the log yet. */
public interface PendingChange {

    /** Sets the version, times and JSON of the record's row, or deletes the row. */
    void prepare(Instant at);

    /** Returns the row to insert if the record is new. */
    default Optional<RecordEntity> newRow() {
        return Optional.empty();
    }

    /** Detaches the written row from the session, so that the commit does not dirty-check it again. */
    default void detach() {
        // inserted and deleted rows are not dirty-checked
    }

    /** Returns the changed paths with the values before and after; empty for a created or deleted record. */
    default ArrayNode changed() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Returns the log entry, without its revision and time. */
    Change change();

    /** Returns the slug of a created or renamed record. */
    default Optional<SlugClaim> claimedSlug() {
        return Optional.empty();
    }

    /** Called in the same transaction once the change has its revision. */
    default void appended(long revision) {
        // most writes need nothing more
    }
}
