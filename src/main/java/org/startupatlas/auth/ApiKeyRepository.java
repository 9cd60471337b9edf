package org.startupatlas.auth;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.sql.Jdbc;

/**
 * Reads and writes keys. Each read outside a transaction has a session of its own, so that a key revoked on another node
 * is read as revoked. Each update is a single statement, so that concurrent updates do not undo each other.
 */
@Singleton
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    private static final String TIMEOUT = "jakarta.persistence.query.timeout";

    private static final int TIMEOUT_MILLIS = Jdbc.QUERY_TIMEOUT_SECONDS * 1_000;

    /** Reads the key with the given public id. */
    @Transactional
    Optional<ApiKey> read(String id) {
        return find("id", id).withHint(TIMEOUT, TIMEOUT_MILLIS).firstResultOptional();
    }

    /** Reads all keys in the order in which they were issued. */
    @Transactional
    List<ApiKey> readAll() {
        return findAll(Sort.by("createdAt").and("id"))
                .withHint(TIMEOUT, TIMEOUT_MILLIS)
                .list();
    }

    /** Returns whether there is a valid key of a role that includes the curator's. */
    @Transactional
    boolean hasCurators() {
        return count("revokedAt is null and role in ('curator', 'admin')") > 0;
    }

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
