package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import org.startupatlas.record.entity.RecordEntity;

/** A write of one record in the current transaction, until the log gives it its time and its revision. */
public interface PendingChange {

    /** Gives the record's row the time at which it is written. */
    void stamp(Instant at);

    /** The row that is to be written, if it is a new one. */
    default Optional<RecordEntity> newRow() {
        return Optional.empty();
    }

    /** Releases the row from the session once it is written, so that the commit does not look through it again. */
    default void settle() {
        // a row that is new or gone is not looked through
    }

    /** What it changes of the record: paths with what is there and what will be; none of one that comes or goes. */
    default ArrayNode changed() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Returns the entry of the log, without its revision and time. */
    Change change();

    /** The name that the record takes, if it takes one that it did not have. */
    default Optional<SlugClaim> takes() {
        return Optional.empty();
    }

    /** Told the revision, still in the transaction. */
    default void logged(long revision) {
        // most writes need no more
    }
}
