package org.startupatlas.write.request;

import java.util.Objects;
import org.startupatlas.schema.ResourceSchema;

/**
 * What all kinds of writes say of themselves.
 *
 * @param declaration the resource that is written
 * @param author who writes
 * @param isDry whether to write nothing in the end
 * @param idempotency by what a second try of the same write is known, or null
 */
public record WriteRequest(ResourceSchema declaration, Actor author, boolean isDry, IdempotencyKey idempotency) {

    public WriteRequest {
        Objects.requireNonNull(declaration, "declaration");
        Objects.requireNonNull(author, "author");
    }
}
