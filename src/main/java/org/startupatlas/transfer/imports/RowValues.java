package org.startupatlas.transfer.imports;

import jakarta.inject.Singleton;
import org.startupatlas.query.Terms;

/** Turns what a file says of a field into the JSON that the field holds. */
@Singleton
class RowValues {

    private final Terms terms;

    RowValues(Terms terms) {
        this.terms = terms;
    }
}
