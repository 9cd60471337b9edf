package org.startupatlas.auth;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The initial admin key from the configuration: valid as long as it is configured; a blank value means no key. */
@Singleton
final class AdminKey {

    private static final Logger LOG = Logger.getLogger(AdminKey.class);

    /**
     * The recommended minimum length. Valid keys are accepted at any rate of attempts, so only its length protects this
     * key from being guessed.
     */
    private static final int MIN_SAFE_LENGTH = 16;

    private final Optional<byte[]> hash;

    AdminKey(@ConfigProperty(name = "atlas.admin-key") Optional<String> key) {
        Optional<String> secret = key.map(String::strip).filter(text -> !text.isEmpty());
        secret.filter(text -> text.length() < MIN_SAFE_LENGTH)
                .ifPresent(text -> LOG.warnf("ATLAS_ADMIN_KEY has fewer than %d characters", MIN_SAFE_LENGTH));
        hash = secret.map(text -> Secret.of(text).hash());
    }

    boolean isConfigured() {
        return hash.isPresent();
    }

    boolean matches(Secret secret) {
        return hash.filter(secret::matches).isPresent();
    }
}
