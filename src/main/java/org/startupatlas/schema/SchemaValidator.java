package org.startupatlas.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds what is wrong in a declaration: names that nothing answers to, a record that does not match. */
final class SchemaValidator {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private final ResourceSchema declaration;
    private final SchemaRegistry register;
    private final List<String> mistakes = new ArrayList<>();

    SchemaValidator(ResourceSchema declaration, SchemaRegistry register) {
        this.declaration = declaration;
        this.register = register;
    }

    List<String> mistakes() {
        checkRecord();
        declaration.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts().stream()))
                .filter(field -> field.target() != null)
                .forEach(field -> field.through().forEach(name -> checkName(field.target(), name)));
        declaration.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts().stream()))
                .filter(field -> field.isSortable() && field.type().sortedAs() == null)
                .forEach(field -> mistakes.add(declaration + " cannot be sorted by " + field.name()));
        for (Relation relation : declaration.relations()) {
            relation.links().forEach(name -> checkName(relation.target(), name));
            relation.through().forEach(name -> checkName(relation.target(), name));
        }
        for (RelationSum totals : declaration.totals()) {
            declaration
                    .relation(totals.relation())
                    .ifPresentOrElse(
                            relation -> checkName(relation.target(), totals.sum()),
                            () -> mistakes.add(
                                    declaration + " sums over " + totals.relation() + ", no relation of it"));
        }
        declaration.owner().ifPresent(this::checkOwner);
        return mistakes;
    }

    private void checkOwner(String path) {
        try {
            register.reach(declaration, path);
        } catch (IllegalArgumentException unknown) {
            mistakes.add(declaration + " is owned by " + path + ": " + unknown.getMessage());
        }
    }

    private void checkRecord() {
        List<String> declared = declaration.fields().stream().map(Field::name).toList();
        List<String> written = Arrays.stream(declaration.recordType().getRecordComponents())
                .map(SchemaValidator::jsonName)
                .toList();
        if (!declared.equals(written)) {
            mistakes.add(declaration + " declares " + declared + " but its record has " + written);
        }
    }

    private static String jsonName(RecordComponent component) {
        JsonProperty said = component.getAccessor().getAnnotation(JsonProperty.class);
        return said == null ? SNAKE_CASE.translate(component.getName()) : said.value();
    }

    private void checkName(String resource, String name) {
        if (register.find(resource).isEmpty()) {
            mistakes.add(declaration + " leads to " + resource + ", which nothing declares");
            return;
        }
        try {
            register.path(register.get(resource), name);
        } catch (IllegalArgumentException unknown) {
            mistakes.add(declaration + " names " + resource + "." + name + ": " + unknown.getMessage());
        }
    }
}
