package org.startupatlas.imports.match;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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
import org.startupatlas.query.lookup.BulkNameLookup.NameMatch;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.FormerSlugRepository.Current;
import org.startupatlas.query.lookup.FormerSlugRepository.Former;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.record.NameKeys;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Matches the rows of a batch with the records in the registry: by id, by slug, by external ids, and by name if the row
 * has no id. The number of SQL statements does not depend on the number of rows.
 */
@Singleton
public final class RowMatcher {

    private final BulkColumnLookup columns;
    private final NameMatcher names;
    private final FormerSlugRepository formerSlugs;
    private final ReferenceNames references;

    RowMatcher(
            BulkColumnLookup columns, NameMatcher names, FormerSlugRepository formerSlugs, ReferenceNames references) {
        this.columns = columns;
        this.names = names;
        this.formerSlugs = formerSlugs;
        this.references = references;
    }

    /**
     * The matches of a batch.
     *
     * @param matches one for each row, in the order of the rows
     * @param hasUnknownReferences whether a row refers to a record that is not there, and that a row before may create
     */
    public record Matches(List<RowMatch> matches, boolean hasUnknownReferences) {

        public Matches {
            matches = List.copyOf(matches);
        }
    }

    /** Returns the fields in which records of one name differ, such as the startup of a funding round. */
    public static List<String> ownerFields(ResourceSchema schema) {
        return schema.fields().stream()
                .filter(ReferenceNames::isOwner)
                .map(Field::name)
                .toList();
    }

    /** Replaces the names by which a row refers to records with their ids. */
    public void resolveReferences(ResourceSchema schema, ImportRow row) {
        references.resolve(schema, List.of(row));
    }

    /**
     * Matches the rows of a batch, and replaces the names by which they refer to records with the ids of these.
     *
     * @param isSureByName whether a record with the name of a row is the row's, whatever else they have
     */
    public Matches match(ResourceSchema schema, List<ImportRow> rows, boolean isSureByName) {
        ReferenceNames.Resolved resolved = references.resolve(schema, rows);
        Map<ImportRow, RowMatch> matches = new IdentityHashMap<>(); // the hash code of a row covers its whole record
        resolved.problems().forEach((row, problems) -> matches.put(row, RowMatch.refused(problems)));
        matchIds(schema, unmatched(rows, matches), matches);
        matchSlugs(schema, unmatched(rows, matches), matches);
        matchFormer(schema, unmatched(rows, matches), matches);
        for (Field externalId : schema.externalIdFields()) {
            matchExternalId(schema, externalId, unmatched(rows, matches), matches);
        }
        names.match(schema, unmatched(rows, matches), matches, isSureByName);
        List<RowMatch> inOrder = rows.stream()
                .map(row -> matches.getOrDefault(row, RowMatch.NONE))
                .toList();
        return new Matches(inOrder, resolved.hasUnknown());
    }

    private static List<ImportRow> unmatched(List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        return rows.stream().filter(row -> !matches.containsKey(row)).toList();
    }

    private void matchIds(ResourceSchema schema, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, ImportRow> byId = new HashMap<>();
        for (ImportRow row : rows) {
            String id = text(row, "id");
            if (id != null && !schema.hasCodeIds() && !ValueTypes.isUuid(id)) {
                matches.put(row, RowMatch.refused(Violation.ofCell("id", "invalid-value", id, id, "id")));
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
        // A batch may have an id several times, in different spellings.
        Map<String, List<ImportRow>> byValue = new HashMap<>();
        for (ImportRow row : rows) {
            JsonNode value = row.record().path(ResourceSchema.EXTERNAL_IDS).path(externalId.name());
            // A value that is not an id, such as "N/A", is refused later; it does not identify a record.
            if (value.isTextual() && scheme.normalize(value.textValue()).isPresent()) {
                scheme.spellings(value.textValue())
                        .forEach(spelling -> byValue.computeIfAbsent(spelling, none -> new ArrayList<>())
                                .add(row));
            }
        }
        String column = schema.externalIdColumn(externalId);
        Map<ImportRow, List<BulkColumnLookup.Match>> matchesByRow = new IdentityHashMap<>();
        columns.find(schema, column, byValue.keySet(), Integer.MAX_VALUE)
                .forEach(match -> byValue.get(match.value()).forEach(row -> matchesByRow
                        .computeIfAbsent(row, none -> new ArrayList<>())
                        .add(match)));
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

    static RowMatch ambiguous(String field, String value, Stream<String> slugs) {
        String all = slugs.sorted().collect(Collectors.joining(", "));
        return RowMatch.refused(Violation.ofCell(field, "ambiguous-match", value, all));
    }

    /**
     * Whether a row and a record have different external ids of one scheme, so that they differ in spite of the name.
     */
    static boolean isDifferent(ResourceSchema schema, ImportRow row, NameMatch named) {
        return schema.externalIdFields().stream().anyMatch(externalId -> {
            JsonNode rowValue = row.record().path(ResourceSchema.EXTERNAL_IDS).path(externalId.name());
            String recordValue = named.externalIds().get(externalId.name());
            return rowValue.isTextual()
                    && recordValue != null
                    && !externalId.externalIdScheme().isSame(rowValue.textValue(), recordValue);
        });
    }

    static String text(ImportRow row, String field) {
        return row.record().path(field).textValue();
    }
}
