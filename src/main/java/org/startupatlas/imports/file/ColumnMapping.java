package org.startupatlas.imports.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * Maps the columns of a file to fields. The mapping of the request has precedence, then the dotted names of the fields,
 * then the names in {@link ColumnNames}. A name with several meanings has the one in the language of most of the
 * header. Two columns for the same field are rejected, unless one of them is mapped by the request or has the field's
 * dotted name.
 */
final class ColumnMapping {

    /** Longer headers are cut in messages, to keep them readable. */
    private static final int MAX_HEADER_LENGTH = 1_000;

    /**
     * The field that a column sets.
     *
     * @param name the dotted name
     * @param field the field of the last part of the name
     */
    record Target(String name, Field field) {}

    private final ColumnNames columnNames;
    private final Map<String, String> mapping;

    private ColumnMapping(ColumnNames columnNames, Map<String, String> mapping) {
        this.columnNames = columnNames;
        this.mapping = mapping;
    }

    /**
     * Returns the mapping for files of a resource.
     *
     * @param mapping the mapping of the request: dotted fields by the name of the column
     * @throws RejectedException if the mapping contains an unknown field, or a field twice
     */
    static ColumnMapping of(ResourceSchema schema, Map<String, String> mapping) {
        ColumnNames columnNames = ColumnNames.of(schema);
        Map<String, String> columnOf = new HashMap<>();
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            String field = entry.getValue();
            if (!field.isEmpty() && !columnNames.fields().containsKey(field)) {
                throw RejectedException.unreadableFile(
                        0, "unknown-field", field, String.join(", ", columnNames.names()));
            }
            String firstColumn = field.isEmpty() ? null : columnOf.put(field, entry.getKey());
            if (firstColumn != null) {
                throw RejectedException.unreadableFile(0, "column-twice", firstColumn, entry.getKey(), field);
            }
        }
        return new ColumnMapping(columnNames, mapping);
    }

    /** Returns the target of a dotted name. */
    Target target(String name) {
        return new Target(name, columnNames.fields().get(name));
    }

    /** Returns the mapping of the request: dotted fields by the name of the column. */
    Map<String, String> mapping() {
        return mapping;
    }

    /**
     * Returns the dotted field of each column of a header; null for a column that is ignored.
     *
     * @throws RejectedException if the mapping contains an unknown column, two columns mean the same field, or no
     *     column means a field
     */
    List<String> fields(List<String> header) {
        String[] fields = new String[header.size()];
        Set<Integer> resolved = new HashSet<>();
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            int column = find(header, entry.getKey());
            fields[column] = entry.getValue().isEmpty() ? null : entry.getValue();
            resolved.add(column);
        }
        Set<String> mapped = new HashSet<>(Arrays.asList(fields));
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            Optional<String> name = resolved.contains(i) ? Optional.empty() : declaredField(header.get(i));
            if (name.isPresent()) {
                resolved.add(i);
                if (!mapped.contains(name.get())) {
                    fields[i] = name.get();
                    rejectDuplicate(header, byName.put(name.get(), i), i, name.get());
                }
            }
        }
        mapped.addAll(byName.keySet());
        Language language = language(header);
        Map<String, Integer> byMeaning = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            Optional<String> name = resolved.contains(i) ? Optional.empty() : fieldByMeaning(header.get(i), language);
            if (name.isPresent() && !mapped.contains(name.get())) {
                fields[i] = name.get();
                rejectDuplicate(header, byMeaning.put(name.get(), i), i, name.get());
            }
        }
        List<String> all = Collections.unmodifiableList(Arrays.asList(fields));
        if (all.stream().allMatch(field -> field == null)) {
            throw RejectedException.unreadableFile(1, "no-known-column", String.join(", ", columnNames.names()));
        }
        return all;
    }

    /** Returns the field of a JSON key, independent of the other keys; empty if there is none. */
    Optional<String> field(String key) {
        return declaredField(key).or(() -> fieldByMeaning(key, Language.EN));
    }

    private Optional<String> declaredField(String column) {
        return ColumnNames.isIgnored(column) ? Optional.empty() : columnNames.declared(column);
    }

    private Optional<String> fieldByMeaning(String column, Language language) {
        if (ColumnNames.isIgnored(column)) {
            return Optional.empty();
        }
        Map<Language, String> meanings = columnNames.meanings(column);
        return language.fallbacks().stream()
                .filter(meanings::containsKey)
                .map(meanings::get)
                .findFirst();
    }

    /** Returns the language in which most columns have a meaning; English by default, like the dotted names. */
    private Language language(List<String> header) {
        Map<Language, Integer> votes = new EnumMap<>(Language.class);
        for (String column : header) {
            columnNames.meanings(column).keySet().forEach(language -> votes.merge(language, 1, Integer::sum));
        }
        Language best = Language.EN;
        for (Language language : Language.values()) {
            best = votes.getOrDefault(language, 0) > votes.getOrDefault(best, 0) ? language : best;
        }
        return best;
    }

    private static void rejectDuplicate(List<String> header, Integer first, int second, String field) {
        if (first != null) {
            throw RejectedException.unreadableFile(1, "column-twice", header.get(first), header.get(second), field);
        }
    }

    private static int find(List<String> header, String column) {
        int exact = header.indexOf(column);
        if (exact >= 0) {
            return exact;
        }
        String key = ColumnNames.key(column);
        List<Integer> similar = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!key.isEmpty() && ColumnNames.key(header.get(i)).equals(key)) {
                similar.add(i);
            }
        }
        if (similar.size() == 1) {
            return similar.get(0);
        }
        throw RejectedException.unreadableFile(1, "unknown-column", column, abbreviated(header));
    }

    private static String abbreviated(Collection<String> header) {
        String all = String.join(", ", header);
        return all.length() <= MAX_HEADER_LENGTH ? all : all.substring(0, MAX_HEADER_LENGTH) + "…";
    }
}
