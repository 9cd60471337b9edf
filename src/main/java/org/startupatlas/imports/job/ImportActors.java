package org.startupatlas.imports.job;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.auth.Role;
import org.startupatlas.write.request.Actor;

/** Looks up what the key of a job may write at this moment: its partner may be merged into another meanwhile. */
@Singleton
final class ImportActors {

    private final ApiKeyService keys;

    ImportActors(ApiKeyService keys) {
        this.keys = keys;
    }

    /** The author of a job's rows; empty if its key is a contributor's whose partner is gone. */
    Optional<Actor> of(ImportJob job) {
        return keys.find(job.writtenBy())
                .map(key -> key.role() == Role.CONTRIBUTOR && key.partner() == null
                        ? Optional.<Actor>empty()
                        : Optional.of(new Actor(key.id(), key.partner())))
                .orElseGet(() -> Optional.of(new Actor(job.writtenBy(), null))); // the key of the settings
    }
}
