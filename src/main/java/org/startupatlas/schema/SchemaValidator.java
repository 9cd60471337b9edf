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
    private final List<String> mistakes = new ArrayList<>();

    SchemaValidator(ResourceSchema schema, SchemaRegistry registry) {
        this.schema = schema;
        this.registry = registry;
    }

    List<String> mistakes() {
        checkRecord();
        schema.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts().stream()))
                .filter(field -> field.target() != null)
                .forEach(field -> field.through().forEach(name -> checkName(field.target(), name)));
        schema.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts().stream()))
                .filter(field -> field.isSortable() && field.type().sortType() == null)
                .forEach(field -> mistakes.add(schema + " cannot be sorted by " + field.name()));
        for (Relation relation : schema.relations()) {
            relation.links().forEach(name -> checkName(relation.target(), name));
            relation.through().forEach(name -> checkName(relation.target(), name));
        }
        for (RelationSum sum : schema.sums()) {
            schema.relation(sum.relation())
                    .ifPresentOrElse(
                            relation -> checkName(relation.target(), sum.sum()),
                            () -> mistakes.add(schema + " sums over " + sum.relation() + ", no relation of it"));
        }
        schema.owner().ifPresent(this::checkOwner);
        return mistakes;
    }

    private void checkOwner(String path) {
        try {
            registry.resolve(schema, path);
        } catch (IllegalArgumentException unknown) {
            mistakes.add(schema + " is owned by " + path + ": " + unknown.getMessage());
        }
    }

    private void checkRecord() {
        List<String> declared = schema.fields().stream().map(Field::name).toList();
        List<String> components = Arrays.stream(schema.recordType().getRecordComponents())
                .map(SchemaValidator::jsonName)
                .toList();
        if (!declared.equals(components)) {
            mistakes.add(schema + " declares " + declared + " but its record has " + components);
        }
    }

    private static String jsonName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? SNAKE_CASE.translate(component.getName()) : property.value();
    }

    private void checkName(String resource, String name) {
        if (registry.find(resource).isEmpty()) {
            mistakes.add(schema + " leads to " + resource + ", which nothing declares");
            return;
        }
        try {
            registry.path(registry.get(resource), name);
        } catch (IllegalArgumentException unknown) {
            mistakes.add(schema + " names " + resource + "." + name + ": " + unknown.getMessage());
        }
    }
}
