package org.startupatlas.write.request;

import java.util.List;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.schema.ResourceSchema;

/** Copies of records' values that are kept outside of the log, each of which names its record. */
public interface RecordCopies {

    /** The name of the place in the answer of a redaction. */
    String place();

    /**
     * Takes a value out of the copies that are made of one record, in the current transaction.
     *
     * @return how many copies held it
     */
    int redact(ResourceSchema declaration, String recordId, Redaction redaction);

    /** Lists what may hold values of the resource's records and does not name the record. */
    default List<RedactionReach.Unreached> unreached(ResourceSchema declaration) {
        return List.of();
    }
}
