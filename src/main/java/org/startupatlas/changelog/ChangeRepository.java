package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.record.RecordJson;

/** Finds and redacts the entries of the log. No other modification of entries exists; {@link ChangeLog} appends them. */
@Singleton
public class ChangeRepository implements PanacheRepositoryBase<Change, Long> {

    private final FormerSlugRepository formerSlugs;
    private final ObjectMapper json;

    ChangeRepository(FormerSlugRepository formerSlugs, ObjectMapper json) {
        this.formerSlugs = formerSlugs;
        this.json = json;
    }

    /** Returns the latest change of a record; empty if there is none. */
    public Optional<Change> last(String resource, String recordId) {
        return find("resource = ?1 and recordId = ?2 order by version desc", resource, recordId)
                .firstResultOptional();
    }

    /**
     * Returns the dotted paths of the values that keys changed or redacted, by the ids of the records; ids of records
     * that no key changed are absent.
     */
    public Map<String, Set<String>> pathsChangedByKeys(String resource, Collection<String> recordIds) {
        Map<String, Set<String>> paths = new HashMap<>();
        // Until V18, the changes of the bundle named no writer.
        find(
                        "resource = ?1 and recordId in ?2 and writtenBy is not null and writtenBy <> ?3",
                        resource,
                        recordIds,
                        ChangeLog.BUNDLE)
                .project(ChangedPaths.class)
                .stream()
                .forEach(change -> RecordJson.parse(json, change.changed())
                        .forEach(each -> paths.computeIfAbsent(change.recordId(), none -> new HashSet<>())
                                .add(each.get("path").textValue())));
        return paths;
    }

    /** The part of a change that names the paths. */
    record ChangedPaths(String recordId, String changed) {}

    /** Returns the change that records the redaction of a deleted or merged record. */
    public PendingChange ofGone(Change last) {
        return new PendingChange() {
            @Override
            public void prepare(Instant at) {
                // a record that is gone has no row
            }

            @Override
            public Change change() {
                return new Change(
                        last.op(), last.resource(), last.recordId(), last.version() + 1, "[]", null, last.mergedInto());
            }
        };
    }

    /**
     * The extent of a redaction in the log.
     *
     * @param versions the number of versions of the record that had the value
     * @param changes the number of changes that had it in {@code from} or {@code to}
     * @param claims the number of claims in those versions that had it
     * @param slugs all slugs that the record ever had
     * @param hadOtherNames whether any version has other names
     */
    public record Found(int versions, int changes, int claims, Set<String> slugs, boolean hadOtherNames) {

        public Found {
            slugs = Collections.unmodifiableSet(new LinkedHashSet<>(slugs));
        }
    }

    /** Removes a value from every version of a record and from the differences of its changes. */
    public Found redact(String resource, String recordId, Redaction redaction) {
        int versions = 0;
        int changes = 0;
        int claims = 0;
        Set<String> slugs = new LinkedHashSet<>();
        boolean hadOtherNames = false;
        for (Change change : list("resource = ?1 and recordId = ?2 order by version", resource, recordId)) {
            ObjectNode document =
                    change.document() == null ? null : (ObjectNode) RecordJson.parse(json, change.document());
            JsonNode changed = RecordJson.parse(json, change.changed());
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

    /** Returns the ids of the records that were merged into this one, directly or indirectly. */
    public List<String> mergedInto(String resource, String recordId) {
        List<String> names = formerSlugs.slugsRedirectingTo(resource, recordId);
        return names.isEmpty()
                ? List.of()
                : list("resource = ?1 and op = ?2 and recordId in ?3", resource, Change.Op.MERGED.word(), names)
                        .stream()
                        .map(Change::recordId)
                        .distinct()
                        .sorted()
                        .toList();
    }
}
