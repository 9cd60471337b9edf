package org.startupatlas.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.schema.relation.RelationFacet;
import org.startupatlas.schema.relation.RelationSum;

/** Validates a resource schema: the names that it refers to exist, and its fields match its Java record. */
final class SchemaValidator {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private final ResourceSchema schema;
    private final SchemaRegistry registry;
    private final List<String> violations = new ArrayList<>();

    SchemaValidator(ResourceSchema schema, SchemaRegistry registry) {
        this.schema = schema;
        this.registry = registry;
    }

    List<String> violations() {
        checkComponents(schema.toString(), schema.fields(), schema.recordType());
        schema.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts().stream()))
                .filter(field -> field.target() != null)
                .forEach(field -> field.through().forEach(name -> checkName(field.target(), name)));
        schema.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts().stream()))
                .filter(field -> field.isSortable() && field.type().sortType() == null)
                .forEach(field -> violations.add(schema + " cannot be sorted by " + field.name()));
        for (Relation relation : schema.relations()) {
            relation.links().forEach(name -> checkName(relation.target(), name));
            relation.through().forEach(name -> checkName(relation.target(), name));
        }
        for (RelationSum sum : schema.sums()) {
            schema.relation(sum.relation())
                    .ifPresentOrElse(
                            relation -> checkName(relation.target(), sum.sum()),
                            () -> violations.add(schema + " sums over " + sum.relation() + ", no relation of it"));
        }
        schema.facets().forEach(this::checkFacet);
        schema.owner().ifPresent(this::checkOwner);
        return violations;
    }

    private void checkFacet(RelationFacet facet) {
        for (String name : facet.relations()) {
            boolean hasCodes = schema.relation(name)
                    .flatMap(relation -> registry.get(relation.target()).field(facet.field()))
                    .filter(field -> field.isList() && field.vocabulary() != null)
                    .isPresent();
            if (!hasCodes) {
                violations.add(schema + " has a facet of " + name + ", which has no codes in " + facet.field());
            }
        }
    }

    private void checkOwner(String path) {
        try {
            registry.resolve(schema, path);
        } catch (IllegalArgumentException invalid) {
            violations.add(schema + " is owned by " + path + ": " + invalid.getMessage());
        }
    }

    /** Checks that each component of a record has its field, in the same order, and those of its objects too. */
    private void checkComponents(String path, List<Field> fields, Class<?> type) {
        if (!type.isRecord()) {
            violations.add(path + " declares an object, but the record has " + type.getSimpleName());
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> declared = fields.stream().map(Field::name).toList();
        List<String> names =
                Arrays.stream(components).map(SchemaValidator::jsonName).toList();
        if (!declared.equals(names)) {
            violations.add(path + " and the components of " + type.getSimpleName() + " differ: "
                    + difference(declared, names));
            return;
        }
        for (int i = 0; i < components.length; i++) {
            Field field = fields.get(i);
            if (field.isComposed()) {
                checkComponents(path + "." + field.name(), field.parts(), valueType(components[i]));
            }
        }
    }

    private static String difference(List<String> declared, List<String> components) {
        List<String> undeclared =
                components.stream().filter(name -> !declared.contains(name)).toList();
        List<String> unknown =
                declared.stream().filter(name -> !components.contains(name)).toList();
        return undeclared.isEmpty() && unknown.isEmpty()
                ? "the fields are in the order " + declared + ", the components in " + components
                : "no field is declared for " + undeclared + ", no component for " + unknown;
    }

    /** Returns the type of a component, or of the elements of its list. */
    private static Class<?> valueType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    private static String jsonName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? SNAKE_CASE.translate(component.getName()) : property.value();
    }

    private void checkName(String resource, String name) {
        if (registry.find(resource).isEmpty()) {
            violations.add(schema + " leads to " + resource + ", which nothing declares");
            return;
        }
        try {
            registry.path(registry.get(resource), name);
        } catch (IllegalArgumentException invalid) {
            violations.add(schema + " names " + resource + "." + name + ": " + invalid.getMessage());
        }
    }
}
