package org.startupatlas.changelog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes values out of what the log keeps for ever: the one thing that is ever changed in it. */
@Singleton
public class RedactionRepository implements PanacheRepositoryBase<Change, Long> {

    private final FormerSlugRepository formerNames;
    private final ObjectMapper json;

    RedactionRepository(FormerSlugRepository formerNames, ObjectMapper json) {
        this.formerNames = formerNames;
        this.json = json;
    }

    /** The last change of a record; empty if there never was one. */
    public Optional<Change> last(String resource, String recordId) {
        return find("resource = ?1 and recordId = ?2 order by version desc", resource, recordId)
                .firstResultOptional();
    }

    /** The change that tells of the redaction of a record that is gone. */
    public PendingChange ofGone(Change last) {
        return new PendingChange() {
            @Override
            public void stamp(Instant at) {
                // there is no row
            }

            @Override
            public Change change() {
                return new Change(
                        last.op(), last.resource(), last.recordId(), last.version() + 1, "[]", null, last.mergedInto());
            }
        };
    }

    /**
     * What the log held of a redacted value.
     *
     * @param versions how many versions of the record
     * @param changes how many changes, in their {@code from} or {@code to}
     * @param claims how many claims of those versions' sources
     * @param slugs all slugs that the record had
     * @param hadOtherNames whether a version has other names
     */
    public record Found(int versions, int changes, int claims, Set<String> slugs, boolean hadOtherNames) {

        public Found {
            slugs = Collections.unmodifiableSet(new LinkedHashSet<>(slugs));
        }
    }

    /** Takes a value out of every version of a record and out of what its changes say, in the current transaction. */
    public Found redact(String resource, String recordId, Redaction redaction) {
        int versions = 0;
        int changes = 0;
        int claims = 0;
        Set<String> slugs = new LinkedHashSet<>();
        boolean hadOtherNames = false;
        for (Change change : list("resource = ?1 and recordId = ?2 order by version", resource, recordId)) {
            ObjectNode document = change.document() == null ? null : (ObjectNode) read(change.document());
            JsonNode changed = read(change.changed());
            boolean isHeld = false;
            if (document != null) {
                slugs.add(document.get("slug").textValue());
                hadOtherNames |= !document.path("other_names").isEmpty();
                boolean isInVersion = redaction.apply(document);
                int claimsOfVersion = redaction.applyToClaims(document);
                versions += isInVersion ? 1 : 0;
                claims += claimsOfVersion;
                isHeld = isInVersion || claimsOfVersion > 0;
            }
            if (redaction.applyToChanged(changed)) {
                changes++;
                isHeld = true;
            }
            if (isHeld) {
                change.redact(document == null ? null : document.toString(), changed.toString());
            }
        }
        return new Found(versions, changes, claims, slugs, hadOtherNames);
    }

    /** The ids of the records that were merged into this one, directly or by way of others. */
    public List<String> mergedInto(String resource, String recordId) {
        List<String> names = formerNames.leadingTo(resource, recordId);
        return names.isEmpty()
                ? List.of()
                : list("resource = ?1 and op = ?2 and recordId in ?3", resource, Change.Op.MERGED.word(), names)
                        .stream()
                        .map(Change::recordId)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the log holds what is no JSON", broken);
        }
    }
}
