package org.startupatlas.write.redact;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startupatlas.changelog.ChangeRepository;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.RecordCopies;
import org.startupatlas.write.request.RedactionReach;
import org.startupatlas.write.request.RedactionReach.Unreached;

/**
 * Removes a value from all copies of it in the registry. The copies are found by record and path, never by their text.
 */
@Singleton
class CopyRedactor {

    private static final String NAME = "name";
    private static final String SLUG = "slug";

    private final ChangeRepository log;
    private final ReferringRecords referrers;
    private final List<RecordCopies> recordCopies;

    CopyRedactor(ChangeRepository log, ReferringRecords referrers, @All List<RecordCopies> recordCopies) {
        this.log = log;
        this.referrers = referrers;
        this.recordCopies = recordCopies;
    }

    /**
     * Removes the value, in the current transaction, from everything except the record itself.
     *
     * @param recordCount how many values the record held at the path
     * @param claimCount how many claims of the record held it
     * @param merged the ids of the records merged into this one that are redacted too
     */
    RedactionReach redact(
            ResourceSchema schema,
            String id,
            Redaction redaction,
            int recordCount,
            int claimCount,
            List<String> merged) {
        Map<String, Integer> reached = new LinkedHashMap<>();
        RedactionReach.PLACES.forEach(place -> reached.put(place, 0));
        reached.put("record", recordCount);
        reached.put("provenance", claimCount);
        Set<String> slugs = new LinkedHashSet<>();
        boolean hadOtherNames = false;
        List<String> ids = new ArrayList<>(List.of(id));
        ids.addAll(merged);
        for (String each : ids) {
            ChangeRepository.Found found = log.redact(schema.resource(), each, redaction);
            reached.merge("versions", found.versions(), Integer::sum);
            reached.merge("changes", found.changes(), Integer::sum);
            reached.merge("provenance", found.claims(), Integer::sum);
            slugs.addAll(found.slugs());
            hadOtherNames |= found.hadOtherNames();
            for (RecordCopies copies : recordCopies) {
                reached.merge(copies.place(), copies.redact(schema, each, redaction), Integer::sum);
            }
        }
        List<Unreached> notReached = new ArrayList<>();
        if (redaction.path().equals(NAME) || redaction.path().equals(SLUG)) {
            notReached.add(Unreached.of("slugs", slugs));
        }
        if (redaction.path().equals(NAME)) {
            if (hadOtherNames) {
                notReached.add(Unreached.of("other_names", List.of("other_names")));
            }
            notReached.add(Unreached.of("referring_records", referring(schema, id)));
        }
        notReached.add(Unreached.of("merged_records", notRedacted(schema, id, merged)));
        recordCopies.forEach(copies -> notReached.addAll(copies.unreached(schema)));
        notReached.removeIf(each -> each.count() == 0);
        return new RedactionReach(id, reached, notReached);
    }

    private List<String> notRedacted(ResourceSchema schema, String id, List<String> merged) {
        List<String> others = new ArrayList<>(log.mergedInto(schema.resource(), id));
        others.removeAll(merged);
        return others;
    }

    /** Returns the records that reference this one: some repeat its name, as published or in their own names. */
    private List<String> referring(ResourceSchema schema, String id) {
        Object key = schema.id(id);
        return referrers.of(schema, key, RedactionReach.MAX_ITEMS + 1).stream()
                .map(referrer -> "/v1/" + referrer.schema().resource() + "/" + referrer.slug())
                .distinct()
                .toList();
    }
}
