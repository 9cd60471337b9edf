package org.startupatlas.auth;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The first admin key, which the settings name: valid as long as it stands there, and none at all when it is blank. */
@Singleton
final class AdminKey {

    private static final Logger LOG = Logger.getLogger(AdminKey.class);

    /** Valid keys are recognised at any rate of attempts, so only its length keeps this one from being guessed. */
    private static final int SAFE_LENGTH = 16;

    private final Optional<byte[]> hash;

    AdminKey(@ConfigProperty(name = "atlas.admin-key") Optional<String> key) {
        Optional<String> secret = key.map(String::strip).filter(text -> !text.isEmpty());
        secret.filter(text -> text.length() < SAFE_LENGTH)
                .ifPresent(text -> LOG.warnf("ATLAS_ADMIN_KEY has fewer than %d characters", SAFE_LENGTH));
        hash = secret.map(text -> Secret.of(text).hash());
    }

    boolean isOpenedBy(Secret secret) {
        return hash.filter(secret::matches).isPresent();
    }
}
