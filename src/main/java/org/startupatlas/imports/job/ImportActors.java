package org.startupatlas.imports.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.auth.IssuedKey;
import org.startupatlas.auth.Role;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.request.Actor;

/**
 * Looks up on whose behalf a job writes. It is read anew for each batch, because the key may be revoked and its partner
 * may be merged while the job runs.
 */
@Singleton
final class ImportActors {

    /** The publisher of what an operator imports with the key of the configuration, which has no name. */
    private static final String REGISTRY = "Startup Atlas";

    private final ApiKeyService keys;
    private final SchemaRegistry registry;
    private final RecordLookup records;
    private final ObjectMapper json;

    ImportActors(ApiKeyService keys, SchemaRegistry registry, RecordLookup records, ObjectMapper json) {
        this.keys = keys;
        this.registry = registry;
        this.records = records;
        this.json = json;
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

    /** Returns the name of the organisation that a job's key belongs to: of its partner, or else of the key. */
    String organisation(ImportJob job) {
        return keys.find(job.writtenBy())
                .map(key -> partnerName(key).orElseGet(() -> TextNormalizer.normalize(key.name(), false)))
                .filter(name -> TextNormalizer.controlCharacter(name).isEmpty() && !name.isBlank())
                .orElse(REGISTRY);
    }

    private Optional<String> partnerName(IssuedKey key) {
        return key.partner() == null
                ? Optional.empty()
                : records.find(registry.get("partners"), key.partner().toString())
                        .map(partner -> RecordJson.parse(json, partner.json())
                                .path("name")
                                .textValue());
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
