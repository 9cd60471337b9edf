package org.startupatlas.imports.job;

import java.util.Objects;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.schema.ResourceSchema;

/**
 * What somebody asks of an import.
 *
 * @param declaration the resource that the rows are of
 * @param author the public id of the key that asks
 * @param idempotencyKey by what the same request is known again, or null
 */
public record ImportRequest(ResourceSchema declaration, ImportOptions options, String author, String idempotencyKey) {

    public ImportRequest {
        Objects.requireNonNull(declaration, "declaration");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(author, "author");
    }
}
