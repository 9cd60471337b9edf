package org.startupatlas.auth.key;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.auth.IssuedKey;
import org.startupatlas.auth.Role;

@Schema(description = "A key, without its secret.", example = Key.EXAMPLE + "}")
record Key(
        @Schema(description = "The public id, which the log names.", maxLength = Key.MAX_ID_LENGTH) String id,
        @Schema(description = "What its holder is called.", maxLength = NewKey.MAX_NAME_LENGTH) String name,
        @Schema(description = NewKey.ROLE) Role role,
        @Schema(description = "The partner that a contributor writes for.", nullable = true) UUID partner,
        @Schema(description = "When it was issued.") Instant createdAt,
        @Schema(description = "The public id of the key that issued it.", maxLength = Key.MAX_ID_LENGTH)
                String createdBy,
        @Schema(description = "When it got its present secret; null if that is its first.", nullable = true)
                Instant rotatedAt,
        @Schema(description = "When it was revoked; null if it is valid.", nullable = true) Instant revokedAt) {

    static final int MAX_ID_LENGTH = 64;

    static final String EXAMPLE_ID = "k3vq7m2x5abc";

    /** An example in JSON, without the closing brace. */
    static final String EXAMPLE = "{\"id\":\"" + EXAMPLE_ID
            + """
            ","name":"Technopark","role":"contributor","partner":"01a205b3-d000-7aee-83f6-ab3af913d677",\
            "created_at":"2026-11-23T06:00:00.000Z","created_by":"admin","rotated_at":null,"revoked_at":null""";

    static Key of(IssuedKey key) {
        return new Key(
                key.id(),
                key.name(),
                key.role(),
                key.partner(),
                key.createdAt(),
                key.createdBy(),
                key.rotatedAt(),
                key.revokedAt());
    }
}
