package org.startupatlas.auth.key;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.auth.Role;

/**
 * A request to issue a key.
 *
 * @param name the name of the holder
 * @param role the role
 * @param partner the organisation that a contributor writes for; otherwise null
 */
@Schema(
        description = "A key to be issued.",
        additionalProperties = Schema.False.class,
        example = """
                {"name":"Technopark","role":"contributor","partner":"technopark-morocco"}""")
record NewKey(
        @Schema(
                        description = "What its holder is called.",
                        minLength = 1,
                        maxLength = NewKey.MAX_NAME_LENGTH,
                        required = true)
                String name,
        @Schema(description = NewKey.ROLE, required = true) Role role,
        @Schema(
                        description =
                                "The partner that a contributor writes for, by id or slug; the other roles have none.",
                        implementation = String.class,
                        maxLength = 200,
                        nullable = true)
                UUID partner) {

    /** The length of the column. */
    static final int MAX_NAME_LENGTH = 200;

    static final String ROLE = "What it may do; each role may do what those before it may.";
}
