package org.startupatlas.query.lookup;

import java.time.Instant;
import java.util.List;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.schema.ResourceSchema;

/** What records were at a revision, as the log keeps it. */
public interface RecordHistory {

    /**
     * The revision that the log had reached at a moment.
     *
     * @throws InvalidQuery if the moment lies beyond what has been written
     */
    long revision(PointInTime pointInTime);

    /** When a revision was written; the beginning of 1970 for 0. */
    Instant time(long revision);

    /** Some of the records of a resource as they were at a revision. */
    List<StoredRecord> records(ResourceSchema schema, long revision, List<Object> ids);

    /**
     * A block of a resource's records as they were at a revision, in the order of their ids.
     *
     * @param behind the id of the last record that was looked at before, or null at the beginning
     * @param most about so many changes are looked at for it
     */
    Batch batch(ResourceSchema schema, long revision, Object afterId, int maxChanges);

    /**
     * Records as they were.
     *
     * @param rows those that were there; there may be none in the middle of a walk
     * @param last the id of the last record that was looked at, or null when all were
     */
    record Batch(List<StoredRecord> records, Object lastId) {

        public Batch {
            records = List.copyOf(records);
        }
    }
}
