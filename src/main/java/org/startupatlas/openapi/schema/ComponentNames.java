package org.startupatlas.openapi.schema;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/** Builds the names and references of components. */
public final class ComponentNames {

    private static final String REFERENCE = "#/components/";

    private ComponentNames() {}

    /** Returns {@code FundingRound} for {@code funding_round}. */
    public static String pascal(String snake) {
        return Arrays.stream(snake.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Returns {@code Funding rounds} for {@code funding_rounds}. */
    public static String sentence(String snake) {
        String words = snake.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Returns {@code an agreement} for agreements. */
    public static String withArticle(ResourceSchema resourceSchema) {
        String noun = resourceSchema.singular();
        return ("aeio".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    /** Returns the name of the schema of a resource's records. */
    public static String schema(ResourceSchema resourceSchema) {
        return pascal(resourceSchema.table());
    }

    /** Returns the name of the schema of a composed field, shared where several resources have the same field. */
    static String schema(ResourceSchema resourceSchema, Field field) {
        List<String> parts = field.parts().stream().map(Field::name).toList();
        if (field.isTranslated()) {
            return "Translated";
        }
        if (field.isPoint()) {
            return "Point";
        }
        if (parts.equals(List.of("partner", "name"))) {
            return "OrganisationReference";
        }
        if (parts.equals(List.of("value", "currency", "qualifier"))) {
            return "Amount";
        }
        return switch (field.name()) {
            case "other_names" -> "OtherName";
            case "provenance" -> "Claim";
            case "external_ids" -> "ExternalIds";
            default -> schema(resourceSchema) + pascal(field.name());
        };
    }

    public static String schemaReference(String name) {
        return REFERENCE + "schemas/" + name;
    }

    public static String parameterReference(String name) {
        return REFERENCE + "parameters/" + name;
    }

    public static String responseReference(String name) {
        return REFERENCE + "responses/" + name;
    }

    public static String exampleReference(String name) {
        return REFERENCE + "examples/" + name;
    }

    public static String requestBodyReference(String name) {
        return REFERENCE + "requestBodies/" + name;
    }

    public static String headerReference(String name) {
        return REFERENCE + "headers/" + name;
    }
}
