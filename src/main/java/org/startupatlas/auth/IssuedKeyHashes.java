package org.startupatlas.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Caches the hashes of all issued keys, for requests from throttled addresses. They are read at most once a second,
 * however many keys are tried; a key issued by another node is known after that second.
 */
@Singleton
class IssuedKeyHashes {

    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private static final Boolean ALL = Boolean.TRUE;

    private final LoadingCache<Boolean, Map<String, ApiKey>> keys;

    IssuedKeyHashes(ApiKeyRepository repository) {
        this.keys = Caffeine.newBuilder().expireAfterWrite(MAX_AGE).build(all -> repository.readAll().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key.issued().id(), key -> key)));
    }

    /** Returns whether this is the secret of an issued key, which may be revoked. */
    boolean contains(Secret secret) {
        return secret.keyId()
                .map(keys.get(ALL)::get)
                .filter(key -> key.matches(secret))
                .isPresent();
    }

    /** Clears the cache after a key was issued or rotated on this node. */
    void invalidate() {
        keys.invalidateAll();
    }
}
