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
import org.startupatlas.imports.file.RowFault;
import org.startupatlas.imports.match.RowMatch.By;
import org.startupatlas.query.lookup.BulkColumnLookup;
import org.startupatlas.query.lookup.BulkNameLookup;
import org.startupatlas.query.lookup.BulkNameLookup.NameMatch;
import org.startupatlas.query.lookup.FormerSlugs;
import org.startupatlas.query.lookup.FormerSlugs.Current;
import org.startupatlas.query.lookup.FormerSlugs.Former;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.record.NameKeys;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Finds what the registry has of the rows of a block: by id, by slug, by the ids of other registers, and by the name
 * where the row has no id of its own. A few statements, however many rows there are.
 */
@Singleton
public final class RowMatcher {

    /** Of records with nearly the same name, so many are compared with a block. */
    private static final int MOST_COMPARED = 1_000;

    /** So many are told of one row. */
    private static final int MOST_LIKELY = 3;

    /** Of names of eight letters, two may differ. */
    private static final double LEAST_SCORE = 0.75;

    private final BulkColumnLookup columns;
    private final BulkNameLookup names;
    private final FormerSlugs formerNames;
    private final RecordLookup records;
    private final ObjectMapper json;

    RowMatcher(
            BulkColumnLookup columns,
            BulkNameLookup names,
            FormerSlugs formerNames,
            RecordLookup records,
            ObjectMapper json) {
        this.columns = columns;
        this.names = names;
        this.formerNames = formerNames;
        this.records = records;
        this.json = json;
    }

    /** What the registry has of each row, in their order. */
    public List<RowMatch> match(ResourceSchema declaration, List<ImportRow> rows) {
        Map<ImportRow, RowMatch> matches = new IdentityHashMap<>(); // to hash a row is to hash all that it says
        matchIds(declaration, rows, matches);
        matchSlugs(declaration, left(rows, matches), matches);
        matchFormer(declaration, left(rows, matches), matches);
        for (Field register : declaration.externalIdFields()) {
            matchRegister(declaration, register, left(rows, matches), matches);
        }
        matchNames(declaration, left(rows, matches), matches);
        return rows.stream()
                .map(row -> matches.getOrDefault(row, RowMatch.NONE))
                .toList();
    }

    private static List<ImportRow> left(List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        return rows.stream().filter(row -> !matches.containsKey(row)).toList();
    }

    private void matchIds(ResourceSchema declaration, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, ImportRow> byId = new HashMap<>();
        for (ImportRow row : rows) {
            String id = text(row, "id");
            if (id != null && !declaration.hasWordsAsIds() && !ValueTypes.isUuid(id)) {
                matches.put(row, RowMatch.refused(RowFault.of("id", "invalid-value", id, id, "uuid")));
            } else if (id != null) {
                byId.put(declaration.hasWordsAsIds() ? id : UUID.fromString(id).toString(), row);
            }
        }
        List<?> ids = declaration.hasWordsAsIds()
                ? List.copyOf(byId.keySet())
                : byId.keySet().stream().map(UUID::fromString).toList();
        for (BulkColumnLookup.Match match : columns.find(declaration, "id", ids, ids.size())) {
            matches.put(byId.get(match.id().toString()), RowMatch.of(match.id(), By.ID));
        }
    }

    private void matchSlugs(ResourceSchema declaration, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, ImportRow> bySlug = rows.stream()
                .filter(row -> text(row, "slug") != null)
                .collect(Collectors.toMap(row -> text(row, "slug"), Function.identity()));
        for (BulkColumnLookup.Match match : columns.find(declaration, "slug", bySlug.keySet(), bySlug.size())) {
            matches.put(bySlug.get(match.slug()), RowMatch.of(match.id(), By.OTHER_ID));
        }
    }

    /** A record that was merged away is not written; a slug that a record had before is that record's. */
    private void matchFormer(ResourceSchema declaration, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, Former> former = formerNames.find(
                declaration,
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
                        .ifPresent(current -> matches.putIfAbsent(row, ofFormer(declaration, field, name, current)));
            }
        }
    }

    private static RowMatch ofFormer(ResourceSchema declaration, String field, String name, Current current) {
        if (current.isRenamed()) {
            return RowMatch.of(declaration.hasWordsAsIds() ? current.id() : UUID.fromString(current.id()), By.OTHER_ID);
        }
        return RowMatch.refused(RowFault.of(field, "merged", name, name, current.description(declaration)));
    }

    private void matchRegister(
            ResourceSchema declaration, Field register, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        ExternalIdScheme scheme = register.externalIdScheme();
        Map<String, ImportRow> byValue = new HashMap<>();
        for (ImportRow row : rows) {
            JsonNode value = row.record().path(ResourceSchema.EXTERNAL_IDS).path(register.name());
            // What is no id, as "N/A", is refused later; it says nothing about which record the row is.
            if (value.isTextual() && scheme.normalize(value.textValue()).isPresent()) {
                scheme.spellings(value.textValue()).forEach(spelling -> byValue.put(spelling, row));
            }
        }
        String column = declaration.externalIdColumn(register);
        Map<ImportRow, List<BulkColumnLookup.Match>> found = new IdentityHashMap<>();
        columns.find(declaration, column, byValue.keySet(), Integer.MAX_VALUE)
                .forEach(match -> found.computeIfAbsent(byValue.get(match.value()), none -> new ArrayList<>())
                        .add(match));
        found.forEach((row, same) -> {
            String value = row.record()
                    .get(ResourceSchema.EXTERNAL_IDS)
                    .get(register.name())
                    .textValue();
            // As when it was found by that name alone: a file that gave a record its id must not rename it the next
            // time.
            By by = hasName(row, same.get(0)) ? By.NAME : By.OTHER_ID;
            matches.put(row, only(by, ResourceSchema.EXTERNAL_IDS + "." + register.name(), value, same));
        });
    }

    private static boolean hasName(ImportRow row, BulkColumnLookup.Match match) {
        String name = text(row, "name");
        return name != null && NameKeys.of(name).match().equals(match.name());
    }

    /** A row is of one record; which of several, nobody can say. */
    private static RowMatch only(By by, String field, String value, List<BulkColumnLookup.Match> same) {
        return same.size() == 1
                ? RowMatch.of(same.get(0).id(), by)
                : ambiguous(field, value, same.stream().map(BulkColumnLookup.Match::slug));
    }

    private static RowMatch ambiguous(String field, String value, Stream<String> slugs) {
        String all = slugs.sorted().collect(Collectors.joining(", "));
        return RowMatch.refused(RowFault.of(field, "ambiguous-match", value, all));
    }

    private void matchNames(ResourceSchema declaration, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<ImportRow, NameKeys> keys = new IdentityHashMap<>();
        for (ImportRow row : rows) {
            String name = text(row, "name");
            if (name != null) {
                keys.put(row, NameKeys.of(name));
            }
        }
        Map<ImportRow, NameKeys> withoutId = new IdentityHashMap<>(keys);
        withoutId.keySet().removeIf(row -> text(row, "id") != null);
        matchSame(declaration, withoutId, matches);
        keys.keySet().removeAll(matches.keySet());
        matchAlike(declaration, keys, matches);
    }

    private void matchSame(
            ResourceSchema declaration, Map<ImportRow, NameKeys> keys, Map<ImportRow, RowMatch> matches) {
        Map<String, List<NameMatch>> same = names.exact(declaration, keys.values()).stream()
                .collect(Collectors.groupingBy(named -> named.keys().match()));
        keys.forEach((row, key) -> {
            List<NameMatch> possible = same.getOrDefault(key.match(), List.of()).stream()
                    .filter(named -> !isOther(declaration, row, named))
                    .toList();
            if (possible.size() == 1) {
                matches.put(row, RowMatch.of(possible.get(0).id(), By.NAME));
            } else if (!possible.isEmpty()) {
                matches.put(
                        row,
                        ambiguous("name", text(row, "name"), possible.stream().map(NameMatch::slug)));
            }
        });
    }

    /** Whether another register tells the two apart, whatever they are called. */
    private static boolean isOther(ResourceSchema declaration, ImportRow row, NameMatch named) {
        return declaration.externalIdFields().stream().anyMatch(register -> {
            JsonNode own = row.record().path(ResourceSchema.EXTERNAL_IDS).path(register.name());
            String stored = named.externalIds().get(register.name());
            return own.isTextual()
                    && stored != null
                    && !register.externalIdScheme().isSame(own.textValue(), stored);
        });
    }

    private void matchAlike(
            ResourceSchema declaration, Map<ImportRow, NameKeys> keys, Map<ImportRow, RowMatch> matches) {
        Map<String, List<NameMatch>> alike = names.similar(declaration, keys.values(), MOST_COMPARED).stream()
                .collect(Collectors.groupingBy(named -> named.keys().rough()));
        Map<ImportRow, List<NameMatch>> likely = new IdentityHashMap<>();
        keys.forEach((row, key) -> {
            List<NameMatch> likeliest = likeliest(key, alike.getOrDefault(key.rough(), List.of()));
            if (!likeliest.isEmpty()) {
                likely.put(row, likeliest);
            }
        });
        Map<Object, String> asWritten = namesOf(declaration, likely.values());
        likely.forEach((row, likeliest) -> matches.put(
                row,
                RowMatch.likely(likeliest.stream()
                        // Another transaction may have deleted it meanwhile.
                        .filter(named -> asWritten.containsKey(named.id()))
                        .map(named -> new RowMatch.Likely(
                                named.id().toString(),
                                named.slug(),
                                asWritten.get(named.id()),
                                score(keys.get(row), named)))
                        .toList())));
    }

    private static List<NameMatch> likeliest(NameKeys key, List<NameMatch> alike) {
        return alike.stream()
                .filter(named -> score(key, named) >= LEAST_SCORE)
                .sorted(Comparator.comparingDouble((NameMatch named) -> score(key, named))
                        .reversed()
                        .thenComparing(NameMatch::slug))
                .limit(MOST_LIKELY)
                .toList();
    }

    private static double score(NameKeys key, NameMatch named) {
        double likeness = DidYouMean.similarity(key.match(), named.keys().match());
        return Math.round(likeness * 100) / 100.0;
    }

    private Map<Object, String> namesOf(ResourceSchema declaration, Collection<List<NameMatch>> named) {
        List<Object> ids = named.stream()
                .flatMap(List::stream)
                .map(NameMatch::id)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : records.find(declaration, ids).stream()
                        .collect(Collectors.toMap(row -> row.id(), row -> RecordJson.read(json, row.json())
                                .get("name")
                                .textValue()));
    }

    private static String text(ImportRow row, String field) {
        return row.record().path(field).textValue();
    }
}
