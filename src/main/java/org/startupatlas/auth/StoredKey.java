package org.startupatlas.auth;

import java.util.Optional;

/** A key that was issued, and the hash of its secret. */
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

    /** Whether that is its secret. */
    boolean isOpenedBy(Secret secret) {
        return secret.matches(hash);
    }

    /** Who holds the key, if that is its secret and it opens anything. */
    Optional<Principal> holder(Secret secret) {
        boolean orphaned = key.role() == Role.CONTRIBUTOR && key.partner() == null;
        return isOpenedBy(secret) && !key.isRevoked() && !orphaned
                ? Optional.of(new Principal(key.id(), key.role(), key.partner()))
                : Optional.empty();
    }
}
