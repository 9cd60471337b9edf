package org.startupatlas.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Field;

/** The schemas of what is sent to be written. */
final class WriteSchemas {

    /** What the registry says of a record itself; it may come back unchanged. */
    private static final Set<String> GIVEN = Set.of("id", "slug", "version", "created_at", "updated_at");

    private final Components components;

    WriteSchemas(Components components) {
        this.components = components;
    }

    /** Adds what all resources share. */
    void addShared() {
        components.addSchema(
                "MergeRequest",
                closed("Which record to merge into this one.")
                        .addProperty(
                                "from",
                                ValueSchemas.string(200)
                                        .description("The other record, by id or slug; it will be gone."))
                        .required(List.of("from")));
        components.addSchema(
                "RedactRequest",
                closed("What to take out of all versions of a record.")
                        .addProperty("path", ValueSchemas.string(200).description("The dotted path of the field."))
                        .addProperty(
                                "replacement",
                                RecordSchemas.nullable(ValueSchemas.string(1_000), false)
                                        .description("What to tell instead; nothing, when it is absent."))
                        .required(List.of("path")));
        components.addSchema(
                "DryRun",
                RecordSchemas.object("What would be written: nothing was.")
                        .addProperty(
                                "data",
                                RecordSchemas.list(
                                        RecordSchemas.object("A change as the log would tell it, without revision.")))
                        .addProperty("meta", RecordSchemas.object("That this is a dry run."))
                        .required(List.of("data", "meta")));
    }

    /** Adds a record as it is sent, whole and as a patch. */
    void add(Declaration declaration) {
        String name = Names.schema(declaration);
        components.addSchema(
                name + "Input",
                fields(declaration, "A " + declaration.singular() + ", as it is sent.")
                        .required(required(declaration)));
        components.addSchema(
                name + "Patch", fields(declaration, "Values of a " + declaration.singular() + " that change."));
    }

    private Schema fields(Declaration declaration, String description) {
        Map<String, Schema> properties =
                components.getSchemas().get(Names.schema(declaration)).getProperties();
        Schema fields = closed(description);
        declaration.fields().forEach(field -> fields.addProperty(field.name(), properties.get(field.name())));
        return fields;
    }

    /** Nothing but what is named may be sent. */
    private static Schema closed(String description) {
        return RecordSchemas.object(description)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    /** The fields that a new record needs. */
    static List<String> required(Declaration declaration) {
        return declaration.fields().stream()
                .filter(field -> field.isAlways() && field.shape() == Field.Shape.VALUE)
                .map(Field::name)
                .filter(name -> !GIVEN.contains(name))
                .toList();
    }

    /** A record as it could be sent. */
    static Map<String, Object> example(Declaration declaration) {
        Map<String, Object> example = new LinkedHashMap<>(Examples.record(declaration));
        GIVEN.forEach(example::remove);
        return example;
    }
}
