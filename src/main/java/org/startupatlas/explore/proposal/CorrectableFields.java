package org.startupatlas.explore.proposal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * The fields that the form for corrections has: those with one value or a list of codes. The others are corrected with the
 * API.
 */
public record CorrectableFields(List<Field> fields) {

    /** Ids and slugs are not facts, and the year of foundation follows from its date. */
    private static final Set<String> LEFT_OUT = Set.of("id", "slug", "founded_year");

    public CorrectableFields {
        fields = List.copyOf(fields);
    }

    public static CorrectableFields of(ResourceSchema schema) {
        return new CorrectableFields(schema.fields().stream()
                .filter(field -> !schema.serverFields().contains(field.name()))
                .filter(field -> field.isTranslated() || !field.isComposed() && !ValueTexts.isReference(field))
                .filter(field -> !LEFT_OUT.contains(field.name()))
                .toList());
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    Optional<Field> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }
}
