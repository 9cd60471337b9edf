package org.startupatlas.writing;

import java.util.List;
import org.startupatlas.change.Redaction;
import org.startupatlas.query.Declaration;

/** Copies of records' values that are kept outside of the log, each of which names its record. */
public interface KeptCopies {

    /** The name of the place in the answer of a redaction. */
    String place();

    /**
     * Takes a value out of the copies that are made of one record, in the current transaction.
     *
     * @return how many copies held it
     */
    int redact(Declaration declaration, String recordId, Redaction redaction);

    /** Lists what may hold values of the resource's records and does not name the record. */
    default List<RedactionReach.Unreached> unreached(Declaration declaration) {
        return List.of();
    }
}
