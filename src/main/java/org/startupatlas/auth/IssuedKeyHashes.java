package org.startupatlas.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The hashes of all issued keys, in memory, for requests from throttled addresses. They are read at most once a second,
 * however many keys are tried; a key that another node has issued since is known after that second.
 */
@Singleton
class IssuedKeyHashes {

    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private static final Boolean ALL = Boolean.TRUE;

    private final LoadingCache<Boolean, Map<String, StoredKey>> keys;

    IssuedKeyHashes(ApiKeyReader reader) {
        this.keys = Caffeine.newBuilder().expireAfterWrite(FRESH_FOR).build(all -> reader.all().stream()
                .collect(Collectors.toUnmodifiableMap(stored -> stored.key().id(), stored -> stored)));
    }

    /** Whether this is the secret of an issued key; of a revoked one it may be. */
    boolean contains(Secret secret) {
        return secret.keyId()
                .map(keys.get(ALL)::get)
                .filter(stored -> stored.isOpenedBy(secret))
                .isPresent();
    }

    /** Forgets what was read, because a key was issued or rotated here. */
    void invalidate() {
        keys.invalidateAll();
    }
}
