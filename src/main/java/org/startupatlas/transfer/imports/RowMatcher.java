package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.startupatlas.query.ColumnLookup;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Field;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Spelling;
import org.startupatlas.query.ValueTypes;
import org.startupatlas.record.NameKeys;
import org.startupatlas.record.RecordJson;
import org.startupatlas.transfer.imports.RowMatch.By;

/**
 * Finds what the registry has of the rows of a block: by id, by slug, by the ids of other registers, and by the name
 * where the row has no id of its own. A few statements, however many rows there are.
 */
@Singleton
final class RowMatcher {

    static final String EXTERNAL_IDS = "external_ids";

    /** Of records with nearly the same name, so many are compared with a block. */
    private static final int MOST_COMPARED = 1_000;

    /** So many are told of one row. */
    private static final int MOST_LIKELY = 3;

    /** Of names of eight letters, two may differ. */
    private static final double LEAST_SCORE = 0.75;

    private final ColumnLookup columns;
    private final RecordReader records;
    private final ObjectMapper json;

    RowMatcher(ColumnLookup columns, RecordReader records, ObjectMapper json) {
        this.columns = columns;
        this.records = records;
        this.json = json;
    }

    /** What the registry has of each row, in their order. */
    List<RowMatch> match(Declaration declaration, List<ImportRow> rows) {
        Map<ImportRow, RowMatch> matches = new IdentityHashMap<>(); // to hash a row is to hash all that it says
        matchIds(declaration, rows, matches);
        matchSlugs(declaration, left(rows, matches), matches);
        for (Field register : registers(declaration)) {
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

    private void matchIds(Declaration declaration, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
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
        for (ColumnLookup.Match match : columns.find(declaration, "id", ids, ids.size())) {
            matches.put(byId.get(match.id().toString()), RowMatch.of(match.id(), By.ID));
        }
    }

    private void matchSlugs(Declaration declaration, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, ImportRow> bySlug = rows.stream()
                .filter(row -> text(row, "slug") != null)
                .collect(Collectors.toMap(row -> text(row, "slug"), Function.identity()));
        for (ColumnLookup.Match match : columns.find(declaration, "slug", bySlug.keySet(), bySlug.size())) {
            matches.put(bySlug.get(match.slug()), RowMatch.of(match.id(), By.OTHER_ID));
        }
    }

    private static List<Field> registers(Declaration declaration) {
        return declaration.fields().stream()
                .filter(field -> field.name().equals(EXTERNAL_IDS))
                .flatMap(field -> field.parts().stream())
                .toList();
    }

    private void matchRegister(
            Declaration declaration, Field register, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<String, ImportRow> byValue = new HashMap<>();
        for (ImportRow row : rows) {
            JsonNode value = row.record().path(EXTERNAL_IDS).path(register.name());
            if (value.isTextual()) {
                byValue.put(value.textValue(), row);
            }
        }
        String column = EXTERNAL_IDS + "_" + register.name();
        Map<Object, List<ColumnLookup.Match>> found =
                columns.find(declaration, column, byValue.keySet(), Integer.MAX_VALUE).stream()
                        .collect(Collectors.groupingBy(ColumnLookup.Match::value));
        found.forEach((value, same) -> {
            ImportRow row = byValue.get(value);
            // As when it was found by that name alone: a file that gave a record its id must not rename it the next
            // time.
            By by = hasName(row, same.get(0)) ? By.NAME : By.OTHER_ID;
            matches.put(row, only(by, EXTERNAL_IDS + "." + register.name(), value.toString(), same));
        });
    }

    private static boolean hasName(ImportRow row, ColumnLookup.Match match) {
        String name = text(row, "name");
        return name != null && NameKeys.of(name).match().equals(match.name());
    }

    /** A row is of one record; which of several, nobody can say. */
    private static RowMatch only(By by, String field, String value, List<ColumnLookup.Match> same) {
        if (same.size() == 1) {
            return RowMatch.of(same.get(0).id(), by);
        }
        String slugs = same.stream().map(ColumnLookup.Match::slug).sorted().collect(Collectors.joining(", "));
        return RowMatch.refused(RowFault.of(field, "ambiguous-match", value, slugs));
    }

    private void matchNames(Declaration declaration, List<ImportRow> rows, Map<ImportRow, RowMatch> matches) {
        Map<ImportRow, NameKeys> keys = new IdentityHashMap<>();
        for (ImportRow row : rows) {
            String name = text(row, "name");
            if (name != null) {
                keys.put(row, NameKeys.of(name));
            }
        }
        Map<String, List<ColumnLookup.Match>> same = byKey(columns.findNames(declaration, keys.values()));
        Map<Object, JsonNode> known = records(
                declaration, same.values().stream().flatMap(List::stream).toList());
        keys.forEach((row, key) -> {
            List<ColumnLookup.Match> possible = same.getOrDefault(key.match(), List.of()).stream()
                    .filter(match -> !isOther(row, known.get(match.id())))
                    .toList();
            if (text(row, "id") == null && !possible.isEmpty()) {
                matches.put(row, only(By.NAME, "name", text(row, "name"), possible));
            }
        });
        keys.keySet().removeAll(matches.keySet());
        matchRoughly(declaration, keys, matches);
    }

    /** Whether another register tells the two apart, whatever they are called. */
    private static boolean isOther(ImportRow row, JsonNode record) {
        return row.record().path(EXTERNAL_IDS).properties().stream().anyMatch(register -> {
            JsonNode known = record.path(EXTERNAL_IDS).path(register.getKey());
            return known.isTextual()
                    && register.getValue().isTextual()
                    && !known.textValue().equals(register.getValue().textValue());
        });
    }

    private void matchRoughly(
            Declaration declaration, Map<ImportRow, NameKeys> keys, Map<ImportRow, RowMatch> matches) {
        List<byte[]> rough = keys.values().stream().map(NameKeys::roughBytes).toList();
        List<ColumnLookup.Match> found = columns.find(declaration, "rough_key", rough, MOST_COMPARED);
        if (found.isEmpty()) {
            return;
        }
        Map<String, List<ColumnLookup.Match>> alike = byKey(found);
        Map<Object, JsonNode> known = records(declaration, found);
        keys.forEach((row, key) -> {
            List<RowMatch.Likely> likely = alike.getOrDefault(key.rough(), List.of()).stream()
                    .map(match -> likely(key, match, known.get(match.id())))
                    .filter(each -> each.score() >= LEAST_SCORE)
                    .sorted(Comparator.comparingDouble(RowMatch.Likely::score)
                            .reversed()
                            .thenComparing(RowMatch.Likely::slug))
                    .limit(MOST_LIKELY)
                    .toList();
            if (!likely.isEmpty()) {
                matches.put(row, RowMatch.likely(likely));
            }
        });
    }

    private Map<Object, JsonNode> records(Declaration declaration, List<ColumnLookup.Match> matches) {
        return matches.isEmpty()
                ? Map.of()
                : records
                        .find(
                                declaration,
                                matches.stream().map(ColumnLookup.Match::id).toList())
                        .stream()
                        .collect(Collectors.toMap(row -> row.id(), row -> RecordJson.read(json, row.json())));
    }

    private static RowMatch.Likely likely(NameKeys key, ColumnLookup.Match match, JsonNode record) {
        String name = record.get("name").textValue();
        double likeness = Spelling.likeness(key.match(), NameKeys.of(name).match());
        double score = Math.round(likeness * 100) / 100.0;
        return new RowMatch.Likely(match.id().toString(), match.slug(), name, score);
    }

    private static Map<String, List<ColumnLookup.Match>> byKey(List<ColumnLookup.Match> matches) {
        return matches.stream()
                .collect(Collectors.groupingBy(match -> new String((byte[]) match.value(), StandardCharsets.UTF_8)));
    }

    private static String text(ImportRow row, String field) {
        return row.record().path(field).textValue();
    }
}
