package org.startupatlas.imports.job;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.auth.Role;
import org.startupatlas.write.request.Actor;

/** Looks up on whose behalf a job writes. It is read anew for each batch, because the key's partner may be merged. */
@Singleton
final class ImportActors {

    private final ApiKeyService keys;

    ImportActors(ApiKeyService keys) {
        this.keys = keys;
    }

    /**
     * Returns the actor that a job's rows are written by; empty if its key is a contributor's whose partner is gone.
     */
    Optional<Actor> of(ImportJob job) {
        return keys.find(job.writtenBy())
                .map(key -> key.role() == Role.CONTRIBUTOR && key.partner() == null
                        ? Optional.<Actor>empty()
                        : Optional.of(new Actor(key.id(), key.partner())))
                .orElseGet(() -> Optional.of(new Actor(job.writtenBy(), null))); // the key from the configuration
    }
}
