package org.startupatlas.auth;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Writes keys. Each update is a single statement, so that concurrent updates do not undo each other. */
@Singleton
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    @Transactional
    void add(ApiKey key) {
        persist(key);
    }

    /** Replaces the hash of a key; returns false if the key does not exist or is revoked. */
    @Transactional
    boolean rotate(String id, byte[] hash, Instant at) {
        return update("hash = ?1, rotatedAt = ?2 where id = ?3 and revokedAt is null", hash, at, id) > 0;
    }

    /** Revokes a key. */
    @Transactional
    void revoke(String id, Instant at) {
        update("revokedAt = ?1 where id = ?2 and revokedAt is null", at, id);
    }

    /** Reassigns the keys of one partner to another, in the transaction that merges the partners. */
    @Transactional(Transactional.TxType.MANDATORY)
    void reassign(UUID from, UUID to) {
        update("partner = ?1 where partner = ?2", to, from);
    }
}
