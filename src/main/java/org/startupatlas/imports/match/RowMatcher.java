package org.startupatlas.imports.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.match.RowMatch.MatchKey;
import org.startupatlas.query.lookup.BulkColumnLookup;
import org.startupatlas.query.lookup.BulkNameLookup;
import org.startupatlas.query.lookup.BulkNameLookup.NameMatch;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.FormerSlugRepository.Current;
import org.startupatlas.query.lookup.FormerSlugRepository.Former;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.record.NameKeys;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Matches the rows of a batch with the records in the registry: by id, by slug, by external ids, and by name if the row
 * has no id. The number of SQL statements does not depend on the number of rows.
 */
@Singleton
public final class RowMatcher {

    /** Maximum number of records with similar names that are compared with a batch. */
    private static final int MAX_CANDIDATES = 1_000;

    /** Maximum number of possible duplicates reported for a row. */
    private static final int MAX_LIKELY = 3;

    /** Minimum similarity of names for a possible duplicate; two letters of eight may differ. */
    private static final double MIN_SCORE = 0.75;

    private final BulkColumnLookup columns;
    private final BulkNameLookup names;
    private final FormerSlugRepository formerSlugs;
    private final RecordLookup records;
    private final ObjectMapper json;

    RowMatcher(
            BulkColumnLookup columns,
            BulkNameLookup names,
            FormerSlugRepository formerSlugs,
            RecordLookup records,
            ObjectMapper json) {
        this.columns = columns;
        this.names = names;
        this.formerSlugs = formerSlugs;
        this.records = records;
        this.json = json;
    }

    /** Returns one match for each row, in the order of the rows. */
    public List<RowMatch> match(ResourceSchema schema, List<ImportRow> rows) {
        Map<ImportRow, RowMatch> matches = new IdentityHashMap<>(); // the hash code of a row covers its whole record
        matchIds(schema, rows, matches);
        matchSlugs(schema, unmatched(rows, matches), matches);
        matchFormer(schema, unmatched(rows, matches), matches);
        for (Field externalId : schema.externalIdFields()) {
            matchExternalId(schema, externalId, unmatched(rows, matches), matches);
        }
        matchNames(schema, unmatched(rows, matches), matches);
        return rows.stream()
                .map(row -> matches.getOrDefault(row, RowMatch.NONE))
                .toList();
    }

    private static List<ImportRow> unmatched(List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        return rows.stream().filter(row -> !matches.containsKey(row)).toList();
    }

    private void matchIds(ResourceSchema schema, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, ImportRow> byId = new HashMap<>();
        for (ImportRow row : rows) {
            String id = text(row, "id");
            if (id != null && !schema.hasCodeIds() && !ValueTypes.isUuid(id)) {
                matches.put(row, RowMatch.refused(Violation.ofCell("id", "invalid-value", id, id, "uuid")));
            } else if (id != null) {
                byId.put(schema.hasCodeIds() ? id : UUID.fromString(id).toString(), row);
            }
        }
        List<?> ids = schema.hasCodeIds()
                ? List.copyOf(byId.keySet())
                : byId.keySet().stream().map(UUID::fromString).toList();
        for (BulkColumnLookup.Match match : columns.find(schema, "id", ids, ids.size())) {
            matches.put(byId.get(match.id().toString()), RowMatch.of(match.id(), MatchKey.ID));
        }
    }

    private void matchSlugs(ResourceSchema schema, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, ImportRow> bySlug = rows.stream()
                .filter(row -> text(row, "slug") != null)
                .collect(Collectors.toMap(row -> text(row, "slug"), Function.identity()));
        for (BulkColumnLookup.Match match : columns.find(schema, "slug", bySlug.keySet(), bySlug.size())) {
            matches.put(bySlug.get(match.slug()), RowMatch.of(match.id(), MatchKey.OTHER_ID));
        }
    }

    /** Refuses rows of records that were merged into others; matches a former slug with its record. */
    private void matchFormer(ResourceSchema schema, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, Former> former = formerSlugs.find(
                schema,
                rows.stream()
                        .flatMap(row -> Stream.of(text(row, "id"), text(row, "slug")))
                        .filter(Objects::nonNull)
                        .toList());
        for (ImportRow row : rows) {
            for (String field : List.of("id", "slug")) {
                String name = text(row, field);
                Optional.ofNullable(name)
                        .map(former::get)
                        .flatMap(Former::current)
                        .ifPresent(current -> matches.putIfAbsent(row, ofFormer(schema, field, name, current)));
            }
        }
    }

    private static RowMatch ofFormer(ResourceSchema schema, String field, String name, Current current) {
        if (current.isRenamed()) {
            return RowMatch.of(schema.id(current.id()), MatchKey.OTHER_ID);
        }
        return RowMatch.refused(Violation.ofCell(field, "merged", name, name, current.description(schema)));
    }

    private void matchExternalId(
            ResourceSchema schema, Field externalId, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        ExternalIdScheme scheme = externalId.externalIdScheme();
        Map<String, ImportRow> byValue = new HashMap<>();
        for (ImportRow row : rows) {
            JsonNode value = row.record().path(ResourceSchema.EXTERNAL_IDS).path(externalId.name());
            // A value that is not an id, such as "N/A", is refused later; it does not identify a record.
            if (value.isTextual() && scheme.normalize(value.textValue()).isPresent()) {
                scheme.spellings(value.textValue()).forEach(spelling -> byValue.put(spelling, row));
            }
        }
        String column = schema.externalIdColumn(externalId);
        Map<ImportRow, List<BulkColumnLookup.Match>> matchesByRow = new IdentityHashMap<>();
        columns.find(schema, column, byValue.keySet(), Integer.MAX_VALUE).forEach(match -> matchesByRow
                .computeIfAbsent(byValue.get(match.value()), none -> new ArrayList<>())
                .add(match));
        matchesByRow.forEach((row, candidates) -> {
            String value = row.record()
                    .get(ResourceSchema.EXTERNAL_IDS)
                    .get(externalId.name())
                    .textValue();
            // The same key as if it matched by name alone: importing a file that added the external id must not rename
            // the record the next time.
            MatchKey matchKey = hasSameName(row, candidates.get(0)) ? MatchKey.NAME : MatchKey.OTHER_ID;
            matches.put(
                    row, unique(matchKey, ResourceSchema.EXTERNAL_IDS + "." + externalId.name(), value, candidates));
        });
    }

    private static boolean hasSameName(ImportRow row, BulkColumnLookup.Match match) {
        String name = text(row, "name");
        return name != null && NameKeys.of(name).match().equals(match.name());
    }

    /** Matches a row with a record, or refuses it if several records have the value. */
    private static RowMatch unique(
            MatchKey matchKey, String field, String value, List<BulkColumnLookup.Match> candidates) {
        return candidates.size() == 1
                ? RowMatch.of(candidates.get(0).id(), matchKey)
                : ambiguous(field, value, candidates.stream().map(BulkColumnLookup.Match::slug));
    }

    private static RowMatch ambiguous(String field, String value, Stream<String> slugs) {
        String all = slugs.sorted().collect(Collectors.joining(", "));
        return RowMatch.refused(Violation.ofCell(field, "ambiguous-match", value, all));
    }

    private void matchNames(ResourceSchema schema, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<ImportRow, NameKeys> keys = new IdentityHashMap<>();
        for (ImportRow row : rows) {
            String name = text(row, "name");
            if (name != null) {
                keys.put(row, NameKeys.of(name));
            }
        }
        Map<ImportRow, NameKeys> withoutId = new IdentityHashMap<>(keys);
        withoutId.keySet().removeIf(row -> text(row, "id") != null);
        matchEqualNames(schema, withoutId, matches);
        keys.keySet().removeAll(matches.keySet());
        matchSimilarNames(schema, keys, matches);
    }

    private void matchEqualNames(
            ResourceSchema schema, Map<ImportRow, NameKeys> keys, Map<ImportRow, RowMatch> matches) {
        Map<String, List<NameMatch>> equal = names.exact(schema, keys.values()).stream()
                .collect(Collectors.groupingBy(named -> named.keys().match()));
        keys.forEach((row, key) -> {
            List<NameMatch> possible = equal.getOrDefault(key.match(), List.of()).stream()
                    .filter(named -> !isDifferent(schema, row, named))
                    .toList();
            if (possible.size() == 1) {
                matches.put(row, RowMatch.of(possible.get(0).id(), MatchKey.NAME));
            } else if (!possible.isEmpty()) {
                matches.put(
                        row,
                        ambiguous("name", text(row, "name"), possible.stream().map(NameMatch::slug)));
            }
        });
    }

    /**
     * Whether a row and a record have different external ids of one scheme, so that they differ in spite of the name.
     */
    private static boolean isDifferent(ResourceSchema schema, ImportRow row, NameMatch named) {
        return schema.externalIdFields().stream().anyMatch(externalId -> {
            JsonNode rowValue = row.record().path(ResourceSchema.EXTERNAL_IDS).path(externalId.name());
            String recordValue = named.externalIds().get(externalId.name());
            return rowValue.isTextual()
                    && recordValue != null
                    && !externalId.externalIdScheme().isSame(rowValue.textValue(), recordValue);
        });
    }

    private void matchSimilarNames(
            ResourceSchema schema, Map<ImportRow, NameKeys> keys, Map<ImportRow, RowMatch> matches) {
        Map<String, List<NameMatch>> similar = names.similar(schema, keys.values(), MAX_CANDIDATES).stream()
                .collect(Collectors.groupingBy(named -> named.keys().rough()));
        Map<ImportRow, List<NameMatch>> likely = new IdentityHashMap<>();
        keys.forEach((row, key) -> {
            List<NameMatch> likeliest = likeliest(key, similar.getOrDefault(key.rough(), List.of()));
            if (!likeliest.isEmpty()) {
                likely.put(row, likeliest);
            }
        });
        Map<Object, String> asWritten = namesOf(schema, likely.values());
        likely.forEach((row, likeliest) -> matches.put(
                row,
                RowMatch.likely(likeliest.stream()
                        // Another transaction may have deleted the record in the meantime.
                        .filter(named -> asWritten.containsKey(named.id()))
                        .map(named -> new RowMatch.Likely(
                                named.id().toString(),
                                named.slug(),
                                asWritten.get(named.id()),
                                score(keys.get(row), named)))
                        .toList())));
    }

    private static List<NameMatch> likeliest(NameKeys key, List<NameMatch> similar) {
        return similar.stream()
                .filter(named -> score(key, named) >= MIN_SCORE)
                .sorted(Comparator.comparingDouble((NameMatch named) -> score(key, named))
                        .reversed()
                        .thenComparing(NameMatch::slug))
                .limit(MAX_LIKELY)
                .toList();
    }

    private static double score(NameKeys key, NameMatch named) {
        double likeness = DidYouMean.similarity(key.match(), named.keys().match());
        return Math.round(likeness * 100) / 100.0;
    }

    private Map<Object, String> namesOf(ResourceSchema schema, Collection<List<NameMatch>> named) {
        List<Object> ids = named.stream()
                .flatMap(List::stream)
                .map(NameMatch::id)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : records.find(schema, ids).stream()
                        .collect(Collectors.toMap(row -> row.id(), row -> RecordJson.read(json, row.json())
                                .get("name")
                                .textValue()));
    }

    private static String text(ImportRow row, String field) {
        return row.record().path(field).textValue();
    }
}
