package org.startupatlas.query.snapshot;

import java.util.List;
import org.startupatlas.query.lookup.StoredRecord;

/**
 * The records of a resource at one revision, in the order of their ids, in batches. Each batch is read by its own
 * statement; no connection and no transaction is held between batches, however long the consumer takes. The revision
 * makes the batches consistent: a batch is read from the table until the resource is written to, and from the change
 * log afterwards. Not thread-safe.
 */
public interface Snapshot {

    long revision();

    /** Returns the next batch of records; empty at the end. */
    List<StoredRecord> next();
}
