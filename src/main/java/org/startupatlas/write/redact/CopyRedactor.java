package org.startupatlas.write.redact;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.changelog.RedactionRepository;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.RecordCopies;
import org.startupatlas.write.request.RedactionReach;
import org.startupatlas.write.request.RedactionReach.Unreached;

/** Takes a value out of all copies of it that the registry keeps, found by record and path and never by their text. */
@Singleton
class CopyRedactor {

    private static final String NAME = "name";
    private static final String SLUG = "slug";

    private final RedactionRepository log;
    private final ReferringRecords referrers;
    private final List<RecordCopies> keptCopies;

    CopyRedactor(RedactionRepository log, ReferringRecords referrers, @All List<RecordCopies> keptCopies) {
        this.log = log;
        this.referrers = referrers;
        this.keptCopies = keptCopies;
    }

    /**
     * Takes the value out, in the current transaction, of everything but the record itself.
     *
     * @param ofRecord how many values the record held at the path
     * @param claims how many claims of the record held it
     * @param merged the records merged into this one that are redacted too
     */
    RedactionReach redact(
            ResourceSchema declaration, String id, Redaction redaction, int ofRecord, int claims, List<String> merged) {
        Map<String, Integer> reached = new LinkedHashMap<>();
        RedactionReach.PLACES.forEach(place -> reached.put(place, 0));
        reached.put("record", ofRecord);
        reached.put("provenance", claims);
        Set<String> slugs = new LinkedHashSet<>();
        boolean hadOtherNames = false;
        List<String> ids = new ArrayList<>(List.of(id));
        ids.addAll(merged);
        for (String each : ids) {
            RedactionRepository.Found found = log.redact(declaration.resource(), each, redaction);
            reached.merge("versions", found.versions(), Integer::sum);
            reached.merge("changes", found.changes(), Integer::sum);
            reached.merge("provenance", found.claims(), Integer::sum);
            slugs.addAll(found.slugs());
            hadOtherNames |= found.hadOtherNames();
            for (RecordCopies copies : keptCopies) {
                reached.merge(copies.place(), copies.redact(declaration, each, redaction), Integer::sum);
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
            notReached.add(Unreached.of("referring_records", referring(declaration, id)));
        }
        notReached.add(Unreached.of("merged_records", notRedacted(declaration, id, merged)));
        keptCopies.forEach(copies -> notReached.addAll(copies.unreached(declaration)));
        notReached.removeIf(each -> each.count() == 0);
        return new RedactionReach(id, reached, notReached);
    }

    private List<String> notRedacted(ResourceSchema declaration, String id, List<String> merged) {
        List<String> others = new ArrayList<>(log.mergedInto(declaration.resource(), id));
        others.removeAll(merged);
        return others;
    }

    /** The records that name this one: some repeat its name, as published or in their own names. */
    private List<String> referring(ResourceSchema declaration, String id) {
        Object key = declaration.hasWordsAsIds() ? id : UUID.fromString(id);
        return referrers.of(declaration, key, RedactionReach.MOST_ITEMS + 1).stream()
                .map(referrer -> "/v1/" + referrer.schema().resource() + "/" + referrer.slug())
                .distinct()
                .toList();
    }
}
