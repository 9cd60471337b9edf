package org.startupatlas.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
        checkRecord();
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
        schema.owner().ifPresent(this::checkOwner);
        return violations;
    }

    private void checkOwner(String path) {
        try {
            registry.resolve(schema, path);
        } catch (IllegalArgumentException invalid) {
            violations.add(schema + " is owned by " + path + ": " + invalid.getMessage());
        }
    }

    private void checkRecord() {
        List<String> declared = schema.fields().stream().map(Field::name).toList();
        List<String> components = Arrays.stream(schema.recordType().getRecordComponents())
                .map(SchemaValidator::jsonName)
                .toList();
        if (!declared.equals(components)) {
            violations.add(schema + " declares " + declared + " but its record has " + components);
        }
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
