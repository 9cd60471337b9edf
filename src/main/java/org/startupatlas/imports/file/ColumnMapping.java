package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * Which field each column of a file fills. What the sender maps comes first, then a field's own name, then what people
 * call it. A word that means several fields means the one in the language that most of the header is in. Two columns
 * for the same field are refused, unless one of them was mapped or has the field's own name.
 */
final class ColumnMapping {

    /** So much of a long header people still read in a message. */
    private static final int READABLE = 1_000;

    /**
     * What a column fills.
     *
     * @param name dotted
     * @param field that of the last name
     */
    record Target(String name, Field field) {

        /** Puts a value where it belongs in a record. */
        void put(ObjectNode record, JsonNode value) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                record.set(name, value);
            } else {
                record.withObjectProperty(name.substring(0, dot)).set(name.substring(dot + 1), value);
            }
        }
    }

    private final ColumnNames known;
    private final Map<String, String> mapping;

    private ColumnMapping(ColumnNames known, Map<String, String> mapping) {
        this.known = known;
        this.mapping = mapping;
    }

    /**
     * The columns of a resource, as far as they can be known before the file is read.
     *
     * @throws UnreadableFile if the mapping names a field that there is not, or one twice
     */
    static ColumnMapping of(ResourceSchema declaration, Map<String, String> mapping) throws UnreadableFileException {
        ColumnNames known = ColumnNames.of(declaration);
        Map<String, String> columnOf = new HashMap<>();
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            String field = entry.getValue();
            if (!field.isEmpty() && !known.fields().containsKey(field)) {
                throw new UnreadableFileException(0, "unknown-field", field, String.join(", ", known.names()));
            }
            String other = field.isEmpty() ? null : columnOf.put(field, entry.getKey());
            if (other != null) {
                throw new UnreadableFileException(0, "column-twice", other, entry.getKey(), field);
            }
        }
        return new ColumnMapping(known, mapping);
    }

    /** The target of a dotted field. */
    Target target(String name) {
        return new Target(name, known.fields().get(name));
    }

    /** What the sender mapped: the field by the column's name. */
    Map<String, String> mapping() {
        return mapping;
    }

    /**
     * The field of each column of a header, in its order; null where it is left out.
     *
     * @throws UnreadableFile if the mapping names a column that there is not, two columns mean the same field, or none
     *     means any
     */
    List<String> fields(List<String> header) throws UnreadableFileException {
        String[] fields = new String[header.size()];
        Set<Integer> decided = new HashSet<>();
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            int column = find(header, entry.getKey());
            fields[column] = entry.getValue().isEmpty() ? null : entry.getValue();
            decided.add(column);
        }
        Set<String> mapped = new HashSet<>(Arrays.asList(fields));
        Map<String, Integer> named = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            Optional<String> name = decided.contains(i) ? Optional.empty() : own(header.get(i));
            if (name.isPresent()) {
                decided.add(i);
                if (!mapped.contains(name.get())) {
                    fields[i] = name.get();
                    rejectDuplicate(header, named.put(name.get(), i), i, name.get());
                }
            }
        }
        mapped.addAll(named.keySet());
        Language language = language(header);
        Map<String, Integer> meant = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            Optional<String> name = decided.contains(i) ? Optional.empty() : meaning(header.get(i), language);
            if (name.isPresent() && !mapped.contains(name.get())) {
                fields[i] = name.get();
                rejectDuplicate(header, meant.put(name.get(), i), i, name.get());
            }
        }
        List<String> all = Collections.unmodifiableList(Arrays.asList(fields));
        if (all.stream().allMatch(field -> field == null)) {
            throw new UnreadableFileException(1, "no-known-column", String.join(", ", known.names()));
        }
        return all;
    }

    /** The field that a key of JSON means by itself, whatever others mean; empty if it means none. */
    Optional<String> field(String key) {
        return own(key).or(() -> meaning(key, Language.EN));
    }

    private Optional<String> own(String column) {
        return ColumnNames.isLeftOut(column) ? Optional.empty() : known.declared(column);
    }

    private Optional<String> meaning(String column, Language language) {
        if (ColumnNames.isLeftOut(column)) {
            return Optional.empty();
        }
        Map<Language, String> meanings = known.meanings(column);
        return language.fallbacks().stream()
                .filter(meanings::containsKey)
                .map(meanings::get)
                .findFirst();
    }

    /** The language in which most columns mean something; own names are English. */
    private Language language(List<String> header) {
        Map<Language, Integer> votes = new EnumMap<>(Language.class);
        for (String column : header) {
            known.meanings(column).keySet().forEach(language -> votes.merge(language, 1, Integer::sum));
        }
        Language most = Language.EN;
        for (Language language : Language.values()) {
            most = votes.getOrDefault(language, 0) > votes.getOrDefault(most, 0) ? language : most;
        }
        return most;
    }

    private static void rejectDuplicate(List<String> header, Integer first, int second, String field)
            throws UnreadableFileException {
        if (first != null) {
            throw new UnreadableFileException(1, "column-twice", header.get(first), header.get(second), field);
        }
    }

    private static int find(List<String> header, String column) throws UnreadableFileException {
        int exact = header.indexOf(column);
        if (exact >= 0) {
            return exact;
        }
        String key = ColumnNames.key(column);
        List<Integer> alike = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!key.isEmpty() && ColumnNames.key(header.get(i)).equals(key)) {
                alike.add(i);
            }
        }
        if (alike.size() == 1) {
            return alike.get(0);
        }
        throw new UnreadableFileException(1, "unknown-column", column, readable(header));
    }

    private static String readable(Collection<String> header) {
        String all = String.join(", ", header);
        return all.length() <= READABLE ? all : all.substring(0, READABLE) + "…";
    }
}
