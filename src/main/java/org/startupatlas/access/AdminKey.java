package org.startupatlas.access;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first admin key, which the settings name: valid as long as it stands there, and none at all when it is blank. */
@Singleton
final class AdminKey {

    private final Optional<byte[]> hash;

    AdminKey(@ConfigProperty(name = "atlas.admin-key") Optional<String> key) {
        hash = key.map(String::strip).filter(text -> !text.isEmpty()).map(text -> Secret.of(text)
                .hash());
    }

    boolean isOpenedBy(Secret secret) {
        return hash.filter(secret::matches).isPresent();
    }
}
