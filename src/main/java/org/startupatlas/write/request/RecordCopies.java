package org.startupatlas.write.request;

import java.util.List;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.schema.ResourceSchema;

/** Copies of record values outside of the log. Each copy references its record. */
public interface RecordCopies {

    /** Returns the name of this store of copies in the response of a redaction. */
    String place();

    /**
     * Removes a value from the copies of one record, in the current transaction.
     *
     * @return how many copies held it
     */
    int redact(ResourceSchema schema, String recordId, Redaction redaction);

    /** Returns the copies that may hold values of the resource's records but do not reference them. */
    default List<RedactionReach.Unreached> unreached(ResourceSchema schema) {
        return List.of();
    }
}
