package org.startupatlas.imports.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.match.RowMatch.MatchKey;
import org.startupatlas.query.lookup.BulkNameLookup;
import org.startupatlas.query.lookup.BulkNameLookup.NameMatch;
import org.startupatlas.query.lookup.OtherNameLookup;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.record.Folding;
import org.startupatlas.record.NameKeys;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;

/**
 * Matches the rows of a batch with records by their names. A record of the name is not the row's if both have different
 * external ids of one register, countries, or domains of websites: it is a possible duplicate, like a record with a
 * similar name, or with the name among its other names. One that belongs to another record is none.
 */
@Singleton
final class NameMatcher {

    /** Maximum number of records with similar names that are compared with a batch. */
    private static final int MAX_CANDIDATES = 1_000;

    /** Maximum number of possible duplicates reported for a row. */
    private static final int MAX_LIKELY = 3;

    /** Minimum similarity of names for a possible duplicate; two letters of eight may differ. */
    private static final double MIN_SCORE = 0.75;

    private final BulkNameLookup names;
    private final OtherNameLookup otherNames;
    private final RecordLookup records;
    private final ObjectMapper json;

    NameMatcher(BulkNameLookup names, OtherNameLookup otherNames, RecordLookup records, ObjectMapper json) {
        this.names = names;
        this.otherNames = otherNames;
        this.records = records;
        this.json = json;
    }

    /** A possible duplicate, before its name is read. */
    private record Scored(Object id, String slug, double score) {}

    /**
     * Adds a match for each row that has the name of a record.
     *
     * @param matches the matches so far, by which rows are passed over
     * @param isSureByName whether the file says that its names identify records
     */
    void match(ResourceSchema schema, List<ImportRow> rows, Map<ImportRow, RowMatch> matches, boolean isSureByName) {
        Map<ImportRow, NameKeys> keys = new IdentityHashMap<>();
        for (ImportRow row : rows) {
            String name = RowMatcher.text(row, "name");
            if (name != null) {
                keys.put(row, NameKeys.of(name));
            }
        }
        Map<ImportRow, NameKeys> withoutId = new IdentityHashMap<>(keys);
        withoutId.keySet().removeIf(row -> RowMatcher.text(row, "id") != null);
        matchEqual(schema, withoutId, matches, isSureByName);
        keys.keySet().removeAll(matches.keySet());
        findLikely(schema, keys, matches);
    }

    private void matchEqual(
            ResourceSchema schema,
            Map<ImportRow, NameKeys> keys,
            Map<ImportRow, RowMatch> matches,
            boolean isSureByName) {
        Map<String, List<NameMatch>> equal = names.exact(schema, keys.values()).stream()
                .collect(Collectors.groupingBy(named -> named.keys().match()));
        Map<Object, JsonNode> stored = stored(schema, keys.keySet(), equal.values());
        keys.forEach((row, key) -> {
            List<NameMatch> sameIds = equal.getOrDefault(key.match(), List.of()).stream()
                    .filter(named -> !RowMatcher.isDifferent(schema, row, named))
                    .filter(named -> !hasOtherOwner(schema, row, stored.get(named.id())))
                    .toList();
            CompanyTraits ofRow = CompanyTraits.of(row.record());
            List<NameMatch> possible = sameIds.stream()
                    .filter(named -> !stored.containsKey(named.id())
                            || !ofRow.differsFrom(CompanyTraits.of(stored.get(named.id()))))
                    .toList();
            if (isSureByName && possible.isEmpty()) {
                possible = sameIds;
            }
            if (possible.size() == 1) {
                matches.put(row, RowMatch.of(possible.get(0).id(), MatchKey.NAME));
            } else if (!possible.isEmpty()) {
                matches.put(
                        row,
                        RowMatcher.ambiguous(
                                "name",
                                RowMatcher.text(row, "name"),
                                possible.stream().map(NameMatch::slug)));
            }
        });
    }

    /** Returns the records of the names, if a row has something in which they could differ. */
    private Map<Object, JsonNode> stored(
            ResourceSchema schema, Collection<ImportRow> rows, Collection<List<NameMatch>> equal) {
        boolean isNameAll = RowMatcher.ownerFields(schema).isEmpty()
                && rows.stream().allMatch(row -> CompanyTraits.of(row.record()).isUnknown());
        if (isNameAll) {
            return Map.of();
        }
        List<Object> ids = equal.stream()
                .flatMap(List::stream)
                .map(NameMatch::id)
                .distinct()
                .toList();
        return read(schema, ids);
    }

    /** Whether a row belongs to another record than the stored one, as funding rounds to other startups. */
    private static boolean hasOtherOwner(ResourceSchema schema, ImportRow row, JsonNode stored) {
        return stored != null
                && RowMatcher.ownerFields(schema).stream()
                        .filter(row.record()::hasNonNull)
                        .anyMatch(field -> !row.record().get(field).equals(stored.get(field)));
    }

    private void findLikely(ResourceSchema schema, Map<ImportRow, NameKeys> keys, Map<ImportRow, RowMatch> matches) {
        Map<String, List<NameMatch>> similar = names.similar(schema, keys.values(), MAX_CANDIDATES).stream()
                .collect(Collectors.groupingBy(named -> named.keys().rough()));
        Map<String, List<OtherNameLookup.Match>> byOtherName = byOtherName(schema, keys.keySet());
        Map<ImportRow, List<Scored>> likely = new IdentityHashMap<>();
        keys.forEach((row, key) -> {
            Map<Object, Scored> found = new LinkedHashMap<>();
            byOtherName
                    .getOrDefault(foldedName(row), List.of())
                    .forEach(other -> found.put(other.id(), new Scored(other.id(), other.slug(), 1)));
            similar.getOrDefault(key.rough(), List.of())
                    .forEach(named ->
                            found.putIfAbsent(named.id(), new Scored(named.id(), named.slug(), score(key, named))));
            List<Scored> likeliest = found.values().stream()
                    .filter(each -> each.score() >= MIN_SCORE)
                    .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::slug))
                    .limit(MAX_LIKELY)
                    .toList();
            if (!likeliest.isEmpty()) {
                likely.put(row, likeliest);
            }
        });
        addLikely(schema, likely, matches);
    }

    private Map<String, List<OtherNameLookup.Match>> byOtherName(ResourceSchema schema, Collection<ImportRow> rows) {
        List<String> wanted =
                rows.stream().map(NameMatcher::foldedName).distinct().toList();
        return otherNames.find(schema, wanted, MAX_CANDIDATES).stream()
                .collect(Collectors.groupingBy(OtherNameLookup.Match::folded));
    }

    private static String foldedName(ImportRow row) {
        return Folding.fold(RowMatcher.text(row, "name"));
    }

    private void addLikely(
            ResourceSchema schema, Map<ImportRow, List<Scored>> likely, Map<ImportRow, RowMatch> matches) {
        List<Object> ids = likely.values().stream()
                .flatMap(List::stream)
                .map(Scored::id)
                .distinct()
                .toList();
        Map<Object, JsonNode> stored = read(schema, ids);
        likely.forEach((row, likeliest) -> {
            List<RowMatch.Likely> told = new ArrayList<>();
            for (Scored each : likeliest) {
                // Another transaction may have deleted the record in the meantime.
                JsonNode record = stored.get(each.id());
                if (record != null && !hasOtherOwner(schema, row, record)) {
                    String name = record.get("name").textValue();
                    told.add(new RowMatch.Likely(each.id().toString(), each.slug(), name, each.score()));
                }
            }
            matches.put(row, RowMatch.likely(told));
        });
    }

    private static double score(NameKeys key, NameMatch named) {
        double likeness = DidYouMean.similarity(key.match(), named.keys().match());
        return Math.round(likeness * 100) / 100.0;
    }

    private Map<Object, JsonNode> read(ResourceSchema schema, List<Object> ids) {
        Map<Object, JsonNode> read = new HashMap<>();
        if (!ids.isEmpty()) {
            records.find(schema, ids).forEach(record -> read.put(record.id(), RecordJson.read(json, record.json())));
        }
        return read;
    }
}
