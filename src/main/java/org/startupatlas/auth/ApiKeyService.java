package org.startupatlas.auth;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.startupatlas.database.WriteSerializer;

/** Issues, rotates and revokes API keys. */
@Singleton
public final class ApiKeyService {

    private static final Logger LOG = Logger.getLogger(ApiKeyService.class);

    private final ApiKeyRepository repository;
    private final IssuedKeyHashes hashes;
    private final WriteSerializer writeSerializer;
    private final Clock clock = Clock.systemUTC();

    ApiKeyService(ApiKeyRepository repository, IssuedKeyHashes hashes, WriteSerializer writeSerializer) {
        this.repository = repository;
        this.hashes = hashes;
        this.writeSerializer = writeSerializer;
    }

    /**
     * A key with its new secret, which can be returned only this once.
     *
     * @param key the public data of the key
     * @param secret the secret, for the holder only
     */
    public record KeyWithSecret(IssuedKey key, Secret secret) {}

    /** Returns all keys in the order in which they were issued. */
    public List<IssuedKey> all() {
        return repository.readAll().stream().map(ApiKey::issued).toList();
    }

    /** Returns the key with the given public id. */
    public Optional<IssuedKey> find(String id) {
        // PostgreSQL rejects a NUL in a parameter.
        return id.indexOf('\0') >= 0 ? Optional.empty() : repository.read(id).map(ApiKey::issued);
    }

    /**
     * Issues a key.
     *
     * @param partner the organisation that a contributor writes for; null for other roles
     */
    public KeyWithSecret issue(String name, Role role, UUID partner, Principal actor) {
        String id = Secret.randomKeyId();
        Secret secret = Secret.random(id);
        IssuedKey key = new IssuedKey(id, name, role, partner, now(), actor.keyId(), null, null);
        writeSerializer.take(() -> repository.add(new ApiKey(key, secret.hash())));
        hashes.invalidate();
        LOG.infof("key %s (%s) was issued by %s", id, role.code(), actor.keyId());
        return new KeyWithSecret(key, secret);
    }

    /** Replaces the secret of a key and invalidates the old one; empty if the key is revoked. */
    public Optional<KeyWithSecret> rotate(IssuedKey key, Principal actor) {
        Secret secret = Secret.random(key.id());
        if (!writeSerializer.take(() -> repository.rotate(key.id(), secret.hash(), now()))) {
            return Optional.empty();
        }
        hashes.invalidate();
        LOG.infof("key %s was rotated by %s", key.id(), actor.keyId());
        return find(key.id()).map(rotated -> new KeyWithSecret(rotated, secret));
    }

    /** Revokes a key. Its row is kept, because the change log refers to it. */
    public void revoke(IssuedKey key, Principal actor) {
        writeSerializer.take(() -> repository.revoke(key.id(), now()));
        LOG.infof("key %s was revoked by %s", key.id(), actor.keyId());
    }

    /** Reassigns the keys of a partner that is merged into another, in the same transaction. */
    public void follow(UUID partner, UUID into) {
        repository.reassign(partner, into);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
