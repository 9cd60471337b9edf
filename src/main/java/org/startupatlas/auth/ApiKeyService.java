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

/** The keys that were issued: issues, rotates and revokes them. */
@Singleton
public final class ApiKeyService {

    private static final Logger LOG = Logger.getLogger(ApiKeyService.class);

    private final ApiKeyReader reader;
    private final ApiKeyRepository writer;
    private final IssuedKeyHashes hashes;
    private final WriteSerializer turn;
    private final Clock clock = Clock.systemUTC();

    ApiKeyService(ApiKeyReader reader, ApiKeyRepository writer, IssuedKeyHashes hashes, WriteSerializer turn) {
        this.reader = reader;
        this.writer = writer;
        this.hashes = hashes;
        this.turn = turn;
    }

    /**
     * A key whose secret was just made, and can be told this once.
     *
     * @param key what everybody may know of it
     * @param secret what its holder alone may
     */
    public record Fresh(IssuedKey key, Secret secret) {}

    /** All of them, in the order in which they were issued. */
    public List<IssuedKey> all() {
        return reader.all().stream().map(StoredKey::key).toList();
    }

    /** The one of that public id. */
    public Optional<IssuedKey> find(String id) {
        // PostgreSQL cannot even be asked for a NUL.
        return id.indexOf('\0') >= 0 ? Optional.empty() : reader.stored(id).map(StoredKey::key);
    }

    /**
     * Issues a key.
     *
     * @param partner the organisation that a contributor writes for; null for other roles
     */
    public Fresh issue(String name, Role role, UUID partner, Principal by) {
        String id = Secret.randomKeyId();
        Secret secret = Secret.random(id);
        IssuedKey key = new IssuedKey(id, name, role, partner, now(), by.keyId(), null, null);
        turn.take(() -> writer.add(new ApiKey(key, secret.hash())));
        hashes.invalidate();
        LOG.infof("key %s (%s) was issued by %s", id, role.code(), by.keyId());
        return new Fresh(key, secret);
    }

    /** Gives a key another secret, and the old one opens nothing from now on; none if the key is revoked. */
    public Optional<Fresh> rotate(IssuedKey key, Principal by) {
        Secret secret = Secret.random(key.id());
        if (!turn.take(() -> writer.rotate(key.id(), secret.hash(), now()))) {
            return Optional.empty();
        }
        hashes.invalidate();
        LOG.infof("key %s was rotated by %s", key.id(), by.keyId());
        return find(key.id()).map(rotated -> new Fresh(rotated, secret));
    }

    /** From now on a key opens nothing; it stays, because the log names it. */
    public void revoke(IssuedKey key, Principal by) {
        turn.take(() -> writer.revoke(key.id(), now()));
        LOG.infof("key %s was revoked by %s", key.id(), by.keyId());
    }

    /** The keys of a partner that is merged into another go with it, in the same transaction. */
    public void follow(UUID partner, UUID into) {
        writer.move(partner, into);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
