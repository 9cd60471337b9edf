package org.startupatlas.auth.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.auth.IssuedKey;
import org.startupatlas.record.RecordJson;

/** Writes keys as JSON: their public data, and the secret in the single response that may contain it. */
final class KeyJson {

    private KeyJson() {}

    static ObjectNode list(List<IssuedKey> keys) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("data").addAll(keys.stream().map(KeyJson::of).toList());
        return list;
    }

    static ObjectNode of(IssuedKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", key.id())
                .put("name", key.name())
                .put("role", key.role().code())
                .put("partner", key.partner() == null ? null : key.partner().toString())
                .put("created_at", time(key.createdAt()))
                .put("created_by", key.createdBy())
                .put("rotated_at", time(key.rotatedAt()))
                .put("revoked_at", time(key.revokedAt()));
    }

    static ObjectNode withSecret(ApiKeyService.KeyWithSecret keyWithSecret) {
        return of(keyWithSecret.key()).put("key", keyWithSecret.secret().reveal());
    }

    private static String time(Instant time) {
        return time == null ? null : RecordJson.time(time);
    }
}
