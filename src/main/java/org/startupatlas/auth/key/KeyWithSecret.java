package org.startupatlas.auth.key;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.auth.ApiKeyService;

@Schema(
        description = "A key, with the secret that is shown only once.",
        example = Key.EXAMPLE + ",\"key\":\"atlas_" + Key.EXAMPLE_ID + "_and-43-letters-that-nobody-can-guess\"}")
// Without it, the document lists the properties of the key in no order.
@JsonPropertyOrder({
    "issued",
    "id",
    "name",
    "role",
    "partner",
    "created_at",
    "created_by",
    "rotated_at",
    "revoked_at",
    "key"
})
record KeyWithSecret(
        @JsonUnwrapped Key issued,
        @Schema(description = "The secret, to be sent with requests.", maxLength = 200) String key) {

    static KeyWithSecret of(ApiKeyService.KeyWithSecret keyWithSecret) {
        return new KeyWithSecret(
                Key.of(keyWithSecret.key()), keyWithSecret.secret().reveal());
    }
}
