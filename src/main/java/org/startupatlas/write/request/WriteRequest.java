package org.startupatlas.write.request;

import java.util.Objects;
import org.startupatlas.schema.ResourceSchema;

/**
 * The parts that all kinds of writes have in common.
 *
 * @param schema the resource that is written
 * @param actor the key that writes
 * @param isDry whether the transaction is rolled back in the end
 * @param idempotency identifies a repetition of the same write, or null
 */
public record WriteRequest(ResourceSchema schema, Actor actor, boolean isDry, IdempotencyKey idempotency) {

    public WriteRequest {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(actor, "actor");
    }
}
