package org.startupatlas.imports.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.query.lookup.BulkColumnLookup;
import org.startupatlas.query.lookup.BulkNameLookup;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.OtherNameLookup;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Folding;
import org.startupatlas.record.NameKeys;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Replaces the names by which rows refer to records with the ids of these records, if one record has the name, or else
 * the only one that has it among its other names. Ids, slugs and former slugs stay as they are.
 */
@Singleton
final class ReferenceNames {

    private static final int MAX_NAME_LENGTH = 500;

    /** Maximum number of records that are named if several have a name. */
    private static final int MAX_CANDIDATES = 1_000;

    private final SchemaRegistry registry;
    private final BulkColumnLookup columns;
    private final BulkNameLookup names;
    private final OtherNameLookup otherNames;
    private final FormerSlugRepository formerSlugs;

    ReferenceNames(
            SchemaRegistry registry,
            BulkColumnLookup columns,
            BulkNameLookup names,
            OtherNameLookup otherNames,
            FormerSlugRepository formerSlugs) {
        this.registry = registry;
        this.columns = columns;
        this.names = names;
        this.otherNames = otherNames;
        this.formerSlugs = formerSlugs;
    }

    /**
     * A reference in a row, with what writes an id in its place.
     *
     * @param isOwner whether it tells records of one name apart, so that it is compared as an id
     */
    private record Reference(ImportRow row, String field, boolean isOwner, String text, Consumer<JsonNode> replace) {}

    /**
     * Resolves the references of rows, in their records.
     *
     * @return the problems of rows that refer to several records, and whether a text denotes none
     */
    Resolved resolve(ResourceSchema schema, List<ImportRow> rows) {
        Map<String, List<Reference>> byTarget = new TreeMap<>();
        for (ImportRow row : rows) {
            collect(row, schema.fields(), row.record(), "", byTarget);
        }
        Map<ImportRow, List<Violation>> problems = new IdentityHashMap<>();
        boolean hasUnknown = false;
        for (Map.Entry<String, List<Reference>> entry : byTarget.entrySet()) {
            hasUnknown |= resolve(registry.get(entry.getKey()), entry.getValue(), problems);
        }
        return new Resolved(problems, hasUnknown);
    }

    /**
     * The result for a batch of rows.
     *
     * @param hasUnknown whether a reference denotes no record, which a row before may create
     */
    record Resolved(Map<ImportRow, List<Violation>> problems, boolean hasUnknown) {}

    /** Whether a field refers to the record that another belongs to, as a funding round does to its startup. */
    static boolean isOwner(Field field) {
        return field.target() != null && field.isNonNull() && field.shape() == Field.Shape.VALUE;
    }

    private static void collect(
            ImportRow row,
            List<Field> fields,
            ObjectNode object,
            String prefix,
            Map<String, List<Reference>> byTarget) {
        for (Field field : fields) {
            JsonNode value = object.path(field.name());
            String name = prefix + field.name();
            if (field.target() != null) {
                List<Reference> references = byTarget.computeIfAbsent(field.target(), target -> new ArrayList<>());
                if (isName(value)) {
                    references.add(new Reference(
                            row, name, isOwner(field), value.textValue(), id -> object.set(field.name(), id)));
                } else if (value instanceof ArrayNode list) {
                    addElements(row, name, list, references);
                }
            } else if (value instanceof ObjectNode part) {
                collect(row, field.parts(), part, name + ".", byTarget);
            } else if (value instanceof ArrayNode list && field.isComposed()) {
                list.forEach(element -> {
                    if (element instanceof ObjectNode part) {
                        collect(row, field.parts(), part, name + ".", byTarget);
                    }
                });
            }
        }
    }

    private static void addElements(ImportRow row, String name, ArrayNode list, List<Reference> references) {
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            if (isName(list.get(i))) {
                references.add(new Reference(row, name, false, list.get(i).textValue(), id -> list.set(index, id)));
            }
        }
    }

    private static boolean isName(JsonNode value) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= MAX_NAME_LENGTH
                && value.textValue().indexOf('\0') < 0
                && !ValueTypes.isUuid(value.textValue());
    }

    /** Returns whether a reference denotes no record of the target. */
    private boolean resolve(
            ResourceSchema target, List<Reference> references, Map<ImportRow, List<Violation>> problems) {
        Set<String> texts = references.stream().map(Reference::text).collect(Collectors.toCollection(HashSet::new));
        if (texts.isEmpty() || target.hasCodeIds()) {
            return false;
        }
        Map<String, Object> bySlug = new HashMap<>();
        columns.find(target, "slug", texts, texts.size()).forEach(match -> bySlug.put(match.slug(), match.id()));
        references.stream()
                .filter(reference -> reference.isOwner() && bySlug.containsKey(reference.text()))
                .forEach(reference -> reference
                        .replace()
                        .accept(TextNode.valueOf(bySlug.get(reference.text()).toString())));
        texts.removeAll(bySlug.keySet());
        if (!texts.isEmpty()) {
            texts.removeAll(formerSlugs.find(target, texts).keySet());
        }
        Map<String, Map<String, Object>> named = recordsOf(target, texts);
        boolean hasUnknown = false;
        for (Reference reference : references) {
            if (texts.contains(reference.text())) {
                Map<String, Object> records = named.getOrDefault(reference.text(), Map.of());
                hasUnknown |= records.isEmpty();
                replace(reference, records, problems);
            }
        }
        return hasUnknown;
    }

    private static void replace(
            Reference reference, Map<String, Object> records, Map<ImportRow, List<Violation>> problems) {
        if (records.size() == 1) {
            String id = records.values().iterator().next().toString();
            reference.replace().accept(TextNode.valueOf(id));
        } else if (!records.isEmpty()) {
            problems.computeIfAbsent(reference.row(), row -> new ArrayList<>())
                    .add(Violation.ofCell(
                            reference.field(),
                            "ambiguous-match",
                            reference.text(),
                            String.join(", ", records.keySet())));
        }
    }

    /** Returns the ids of the records that have a name, by name and by slug. */
    private Map<String, Map<String, Object>> recordsOf(ResourceSchema target, Set<String> texts) {
        Map<String, Map<String, Object>> found = new HashMap<>();
        Map<String, List<BulkNameLookup.NameMatch>> byKey =
                names.exact(target, texts.stream().map(NameKeys::of).toList()).stream()
                        .collect(Collectors.groupingBy(named -> named.keys().match()));
        for (String text : texts) {
            byKey.getOrDefault(NameKeys.of(text).match(), List.of())
                    .forEach(named ->
                            found.computeIfAbsent(text, name -> new TreeMap<>()).put(named.slug(), named.id()));
        }
        List<String> unnamed =
                texts.stream().filter(text -> !found.containsKey(text)).toList();
        Map<String, List<OtherNameLookup.Match>> byOtherName = otherNames.find(target, unnamed, MAX_CANDIDATES).stream()
                .collect(Collectors.groupingBy(OtherNameLookup.Match::folded));
        for (String text : unnamed) {
            byOtherName.getOrDefault(Folding.fold(text), List.of()).forEach(other -> found.computeIfAbsent(
                            text, name -> new TreeMap<>())
                    .put(other.slug(), other.id()));
        }
        return found;
    }
}
