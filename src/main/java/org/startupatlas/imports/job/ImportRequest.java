package org.startupatlas.imports.job;

import java.util.Objects;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.schema.ResourceSchema;

/**
 * A request to import a file.
 *
 * @param schema the schema of the resource that the rows belong to
 * @param author the public id of the API key
 * @param idempotencyKey the {@code Idempotency-Key} of the request, or null
 */
public record ImportRequest(ResourceSchema schema, ImportOptions options, String author, String idempotencyKey) {

    public ImportRequest {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(author, "author");
    }
}
