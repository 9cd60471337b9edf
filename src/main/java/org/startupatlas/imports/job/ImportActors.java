package org.startupatlas.imports.job;

import jakarta.inject.Singleton;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.auth.IssuedKey;
import org.startupatlas.auth.Role;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.write.request.Actor;

/**
 * Looks up on whose behalf a job writes. It is read anew for each batch, because the key may be revoked and its partner
 * may be merged while the job runs.
 */
@Singleton
final class ImportActors {

    private final ApiKeyService keys;

    ImportActors(ApiKeyService keys) {
        this.keys = keys;
    }

    /**
     * The actor of a job, or the reason why it may write no longer.
     *
     * @param actor null if there is a violation
     * @param violation null if there is an actor
     */
    record Authorization(Actor actor, Violation violation) {

        private static Authorization of(Actor actor) {
            return new Authorization(actor, null);
        }

        private static Authorization denied(String code) {
            return new Authorization(null, Violation.ofWhole(code));
        }
    }

    /** Returns the actor that a job's rows are written by; none if its key is revoked or its partner is gone. */
    Authorization of(ImportJob job) {
        return keys.find(job.writtenBy())
                .map(ImportActors::of)
                // The key from the configuration is not stored.
                .orElseGet(() -> Authorization.of(new Actor(job.writtenBy(), null)));
    }

    private static Authorization of(IssuedKey key) {
        if (key.isRevoked()) {
            return Authorization.denied("key-revoked");
        }
        return key.role() == Role.CONTRIBUTOR && key.partner() == null
                ? Authorization.denied("partner-gone")
                : Authorization.of(new Actor(key.id(), key.partner()));
    }
}
