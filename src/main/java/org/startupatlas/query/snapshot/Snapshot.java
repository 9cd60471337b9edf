package org.startupatlas.query.snapshot;

import java.util.List;
import org.startupatlas.query.lookup.StoredRecord;

/**
 * Records as they are at one revision, in the order of their ids, block by block. Each block is read by itself: between
 * two of them no connection and no transaction is held, however long it takes until the next one is asked for. So it is
 * the revision alone that makes it one picture: a block comes from the table as long as nothing of the resource has been
 * written since, and from the log afterwards. Not for several threads at once.
 */
public interface Snapshot {

    /** The revision. */
    long revision();

    /** The next records; none at the end. */
    List<StoredRecord> next();
}
