package org.startupatlas.auth;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Writes keys; each by one statement, so that of two at once neither undoes the other. */
@Singleton
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    @Transactional
    void add(ApiKey key) {
        persist(key);
    }

    /** Whether there is such a key that opens anything; if so, it has another secret now. */
    @Transactional
    boolean rotate(String id, byte[] hash, Instant at) {
        return update("hash = ?1, rotatedAt = ?2 where id = ?3 and revokedAt is null", hash, at, id) > 0;
    }

    /** From now on the key opens nothing. */
    @Transactional
    void revoke(String id, Instant at) {
        update("revokedAt = ?1 where id = ?2 and revokedAt is null", at, id);
    }

    /** The keys of one partner become those of another, in the transaction that makes one of both. */
    @Transactional(Transactional.TxType.MANDATORY)
    void move(UUID from, UUID to) {
        update("partner = ?1 where partner = ?2", to, from);
    }
}
