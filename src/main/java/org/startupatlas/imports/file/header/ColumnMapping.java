package org.startupatlas.imports.file.header;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * Maps the columns of a file to fields. The mapping of the request has precedence, then the dotted names of the fields,
 * then the names in {@link ColumnNames}, then what is near to one of them. A name with several meanings has the one in
 * the language of most of the header. Two columns for the same field are rejected, unless one of them is empty, is mapped
 * by the request or has the field's dotted name.
 */
public final class ColumnMapping {

    /** Longer headers are cut in messages, to keep them readable. */
    private static final int MAX_HEADER_LENGTH = 1_000;

    /** Longer texts are not names of columns. */
    private static final int MAX_NAME_LENGTH = 200;

    /**
     * The field that a column sets.
     *
     * @param name the dotted name
     * @param field the field of the last part of the name
     * @param unit the currency of the column's sums, with a power of ten if there is one; null if the header names none
     */
    public record Target(String name, Field field, String unit) {

        /** A number without a word beside it. */
        private static final Pattern BARE_NUMBER = Pattern.compile("[^\\p{L}\\p{Sc}]*\\p{Nd}[^\\p{L}\\p{Sc}]*");

        /** Returns the text of a cell with the unit of its column, unless it has one of its own. */
        public String withUnit(String cell) {
            return unit != null && BARE_NUMBER.matcher(cell).matches() ? cell + " " + unit : cell;
        }

        Target of(String unitOfColumn) {
            return new Target(name, field, unitOfColumn);
        }
    }

    private final ColumnNames columnNames;
    private final NearColumns near;
    private final boolean isNameRequired;
    private final Map<String, String> mapping;
    private final Set<String> mappedKeys;

    private ColumnMapping(ResourceSchema schema, Map<String, String> mapping) {
        this.columnNames = ColumnNames.of(schema);
        this.near = NearColumns.of(schema);
        this.isNameRequired = schema.field("name").filter(Field::isNonNull).isPresent();
        this.mapping = mapping;
        this.mappedKeys = mapping.keySet().stream()
                .map(ColumnNames::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the mapping for files of a resource.
     *
     * @param mapping the mapping of the request: dotted fields by the name of the column
     * @throws RejectedException if the mapping contains an unknown field, or a field twice
     */
    public static ColumnMapping of(ResourceSchema schema, Map<String, String> mapping) {
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
        return new ColumnMapping(schema, mapping);
    }

    /** Returns the target of a dotted name. */
    public Target target(String name) {
        return new Target(name, columnNames.fields().get(name), null);
    }

    /** Returns the mapping of the request: dotted fields by the name of the column. */
    public Map<String, String> mapping() {
        return mapping;
    }

    /** Returns how many cells of a line are names of columns, or near to them. */
    public int countKnown(List<String> cells) {
        Set<String> known = new HashSet<>();
        for (String cell : cells) {
            String name = cell.strip();
            if (!name.isEmpty() && name.length() <= MAX_NAME_LENGTH) {
                boolean isMapped = mapping.containsKey(name) || mappedKeys.contains(ColumnNames.key(name));
                (isMapped ? Optional.of(name) : field(name).or(() -> nearField(name, Language.EN)))
                        // A title may name a source as well.
                        .filter(field -> isMapped || !ClaimSource.isName(field))
                        .ifPresent(known::add);
            }
        }
        return known.size();
    }

    private Optional<String> nearField(String header, Language language) {
        return near(header, language).map(NearColumns.Near::field);
    }

    private Optional<NearColumns.Near> near(String header, Language language) {
        return near.find(header, name -> declaredField(name).or(() -> fieldByMeaning(name, language)));
    }

    /**
     * Returns what each column of a header is.
     *
     * @param line the line of the header
     * @param isEmpty whether a column is empty in the first rows; of two columns for one field, such a one is left out
     * @throws RejectedException if the mapping contains an unknown column, two columns mean the same field, no column
     *     means a field, or none is the name of the records or another field by which they are found
     */
    public List<MappedColumn> resolve(List<String> header, long line, IntPredicate isEmpty) {
        HeaderResolution columns = new HeaderResolution(header, line, isEmpty);
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            columns.set(find(header, entry.getKey(), line), entry.getValue());
        }
        Language language = language(header);
        columns.addStage(name -> declaredField(name).map(field -> new NearColumns.Near(field, null)));
        columns.addStage(name -> fieldByMeaning(name, language).map(field -> new NearColumns.Near(field, null)));
        columns.addStage(name -> near(name, language));
        if (isNameRequired) {
            columns.addName(NearColumns::isLikelyName);
        }
        List<MappedColumn> resolved = columns.resolved(this::target, near::nearest);
        if (resolved.stream().allMatch(column -> column.target() == null)) {
            throw RejectedException.unreadableFile(line, "no-known-column", String.join(", ", columnNames.names()));
        }
        boolean isIdentified = resolved.stream()
                .anyMatch(column ->
                        column.target() != null && isIdentity(column.target().name()));
        if (isNameRequired && !isIdentified) {
            throw RejectedException.unreadableFile(line, "no-name-column", abbreviated(header), likelyName(header));
        }
        return resolved;
    }

    private static boolean isIdentity(String field) {
        return field.equals("name")
                || field.equals("id")
                || field.equals("slug")
                || field.startsWith(ResourceSchema.EXTERNAL_IDS + ".");
    }

    /** Returns the mapping that would help most likely: of the column with a word for names, or of the first one. */
    private static String likelyName(List<String> header) {
        String column = header.stream()
                .filter(name -> !Collections.disjoint(HeaderWords.stems(name), NearColumns.WORDS_FOR_NAME))
                .findFirst()
                .orElse(header.get(0));
        return JsonNodeFactory.instance
                .objectNode()
                .put(column.length() <= MAX_NAME_LENGTH ? column : "…", "name")
                .toString();
    }

    /** Returns what a JSON key is near to, independent of the other keys; empty if it is near to nothing. */
    public Optional<NearColumns.Near> near(String key) {
        return near(key, Language.EN);
    }

    /** Returns the fields that are most like a column which fills none. */
    public List<String> nearest(String column) {
        return near.nearest(column);
    }

    /** Returns the field of a JSON key, independent of the other keys; empty if there is none. */
    public Optional<String> field(String key) {
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

    private static int find(List<String> header, String column, long line) {
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
        throw RejectedException.unreadableFile(line, "unknown-column", column, abbreviated(header));
    }

    private static String abbreviated(Collection<String> header) {
        String all = String.join(", ", header);
        return all.length() <= MAX_HEADER_LENGTH ? all : all.substring(0, MAX_HEADER_LENGTH) + "…";
    }
}
