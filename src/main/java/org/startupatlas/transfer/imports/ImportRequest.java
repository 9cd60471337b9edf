package org.startupatlas.transfer.imports;

import java.util.Objects;
import org.startupatlas.query.Declaration;

/**
 * What somebody asks of an import.
 *
 * @param declaration the resource that the rows are of
 * @param author the public id of the key that asks
 * @param idempotencyKey by what the same request is known again, or null
 */
record ImportRequest(Declaration declaration, ImportOptions options, String author, String idempotencyKey) {

    ImportRequest {
        Objects.requireNonNull(declaration, "declaration");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(author, "author");
    }
}
