package org.startupatlas.auth;

import java.util.Optional;

/** An issued key with the hash of its secret. */
final class StoredKey {

    private final IssuedKey key;
    private final byte[] hash;

    StoredKey(IssuedKey key, byte[] hash) {
        this.key = key;
        this.hash = hash;
    }

    IssuedKey key() {
        return key;
    }

    /** Returns whether the secret is that of this key. */
    boolean matches(Secret secret) {
        return secret.matches(hash);
    }

    /**
     * Returns the principal of the key if the secret matches and the key is neither revoked nor without its partner.
     */
    Optional<Principal> principal(Secret secret) {
        boolean isOrphaned = key.role() == Role.CONTRIBUTOR && key.partner() == null;
        return matches(secret) && !key.isRevoked() && !isOrphaned
                ? Optional.of(new Principal(key.id(), key.role(), key.partner()))
                : Optional.empty();
    }
}
