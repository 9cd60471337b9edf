package org.startupatlas.reconcile.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.FieldLabels;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A property of entities: a field with values, which may be in an object or in a list.
 *
 * @param id the dotted name
 */
public record Property(ResourceSchema schema, String id, Field field, List<String> path) {

    public static final String NAME = "name";

    public static final String COUNTRY = "country";

    public static final String WEBSITE = "website";

    /** What is about the record rather than about what it describes. */
    private static final Set<String> LEFT_OUT = Set.of("id", "version", "provenance");

    public Property {
        path = List.copyOf(path);
    }

    /** Returns the properties of a type, in the order of its fields. */
    static List<Property> of(ResourceSchema schema) {
        List<Property> properties = new ArrayList<>();
        schema.fields().stream()
                .filter(field -> !LEFT_OUT.contains(field.name()))
                .forEach(field -> add(properties, schema, field, List.of(field.name())));
        return properties;
    }

    private static void add(List<Property> properties, ResourceSchema schema, Field field, List<String> path) {
        if (!field.isComposed() || field.isTranslated()) {
            properties.add(new Property(schema, String.join(".", path), field, path));
            return;
        }
        for (Field part : field.parts()) {
            List<String> pathOfPart = new ArrayList<>(path);
            pathOfPart.add(part.name());
            add(properties, schema, part, pathOfPart);
        }
    }

    /** Returns what people call it. */
    public String name(Language language) {
        return FieldLabels.of(language).label(schema.resource(), id);
    }

    /** Returns the type of the entities that are its values; null if they are none. */
    public String valueType() {
        return ResourceSchema.COUNTRIES.equals(field.vocabulary()) ? ResourceSchema.COUNTRIES : field.target();
    }

    /** Returns whether the values are ids of records, other than the codes of countries. */
    public boolean isReference() {
        return field.target() != null && field.vocabulary() == null;
    }

    public boolean isExternalId() {
        return field.externalIdScheme() != null;
    }

    /** Returns the values that a record has. */
    public List<JsonNode> values(JsonNode record) {
        return values(record, path).toList();
    }

    private static Stream<JsonNode> values(JsonNode node, List<String> rest) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(element -> values(element, rest));
        }
        if (rest.isEmpty()) {
            return node.isNull() || node.isMissingNode() ? Stream.empty() : Stream.of(node);
        }
        return values(node.path(rest.get(0)), rest.subList(1, rest.size()));
    }
}
