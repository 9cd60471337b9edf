package org.startupatlas.query.lookup;

import java.time.Instant;
import java.util.List;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;

/** Reads past versions of records from the change log. */
public interface RecordHistory {

    /**
     * Returns the last revision of the log at a point in time.
     *
     * @throws RejectedException if the point lies after the end of the log
     */
    long revision(PointInTime pointInTime);

    /** Returns the time at which a revision was written; the epoch for 0. */
    Instant time(long revision);

    /** Returns the records with these ids as they were at a revision; those that did not exist are omitted. */
    List<StoredRecord> records(ResourceSchema schema, long revision, List<Object> ids);

    /**
     * Returns a batch of a resource's records as they were at a revision, in the order of their ids.
     *
     * @param afterId the last id of the previous batch, or null at the beginning
     * @param maxChanges the approximate number of changes to scan
     */
    Batch batch(ResourceSchema schema, long revision, Object afterId, int maxChanges);

    /**
     * A batch of past records.
     *
     * @param records the records that existed; it may be empty before the end
     * @param lastId the last id that was scanned, or null at the end
     */
    record Batch(List<StoredRecord> records, Object lastId) {

        public Batch {
            records = List.copyOf(records);
        }
    }
}
