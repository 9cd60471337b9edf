package org.startupatlas.openapi.schema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.RedactionReach;

/** The schemas of what is sent to be written. */
public final class WriteSchemas {

    /** What the registry says of a record itself; it may come back unchanged. */
    private static final Set<String> GIVEN = Set.of("id", "slug", "version", "created_at", "updated_at");

    private final Components components;

    public WriteSchemas(Components components) {
        this.components = components;
    }

    /** Adds what all resources share. */
    public void addShared() {
        components.addSchema(
                "MergeRequest",
                closed("Which record to merge into this one.")
                        .addProperty(
                                "from",
                                ValueSchemas.string(200)
                                        .minLength(1)
                                        .description("The other record, by id or slug; it will be gone."))
                        .required(List.of("from")));
        components.addSchema(
                "RedactRequest",
                closed("What to take out of a record and of all copies of it.")
                        .addProperty("path", ValueSchemas.string(200).description("The dotted path of the field."))
                        .addProperty(
                                "replacement",
                                RecordSchemas.nullable(ValueSchemas.string(1_000), false)
                                        .description("What to tell instead; nothing, when it is absent."))
                        .addProperty(
                                "merged",
                                ValueSchemas.bool()
                                        .description("Whether to redact the records that were merged into this one"
                                                + " too, at the same path; not, when it is absent."))
                        .required(List.of("path")));
        addRedaction();
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

    private void addRedaction() {
        Schema reached = RecordSchemas.object("A place that was looked at.")
                .addProperty(
                        "where",
                        ValueSchemas.oneOf(RedactionReach.PLACES)
                                .description("record is the record itself, versions its past and present versions,"
                                        + " changes the from and to of the log, provenance the claims about the path in"
                                        + " all versions; exports, the feed, history and search are read from these."))
                .addProperty(
                        "count",
                        ValueSchemas.integer(0, Integer.MAX_VALUE).description("How many copies held the value."))
                .required(List.of("where", "count"));
        Schema notReached = RecordSchemas.object("Copies that cannot be found by record and path.")
                .addProperty("where", ValueSchemas.oneOf(RedactionReach.UNREACHED_PLACES))
                .addProperty("count", ValueSchemas.integer(1, Integer.MAX_VALUE))
                .addProperty(
                        "items",
                        RecordSchemas.list(ValueSchemas.string(400))
                                .maxItems(RedactionReach.MOST_ITEMS)
                                .description("Their paths, slugs, ids or fields; the first of them where there are"
                                        + " more."))
                .addProperty("detail", ValueSchemas.string(1_000).description("What can be done about them."))
                .required(List.of("where", "count", "items", "detail"));
        components.addSchema(
                "RedactionReach",
                RecordSchemas.object("What a redaction reached, and what it could not.")
                        .addProperty("id", ValueSchemas.string(64).description("The record's id."))
                        .addProperty("reached", RecordSchemas.list(reached).maxItems(RedactionReach.PLACES.size()))
                        .addProperty(
                                "not_reached",
                                RecordSchemas.list(notReached).maxItems(RedactionReach.UNREACHED_PLACES.size()))
                        .required(List.of("id", "reached", "not_reached")));
    }

    /** An answer of a redaction, beside the record. */
    public static Map<String, Object> exampleOfReach() {
        return Examples.of(
                "reached",
                List.of(
                        Examples.of("where", "record", "count", 1),
                        Examples.of("where", "versions", "count", 2),
                        Examples.of("where", "changes", "count", 1),
                        Examples.of("where", "provenance", "count", 0),
                        Examples.of("where", "import_reports", "count", 1),
                        Examples.of("where", "idempotency_answers", "count", 0)),
                "not_reached",
                List.of());
    }

    /** Adds a record as it is sent: to be created, whole, and as a patch. */
    public void add(ResourceSchema declaration) {
        String name = ComponentNames.schema(declaration);
        components.addSchema(
                created(declaration),
                fields(declaration, "A new " + declaration.singular() + ".", field -> !isGivenToNew(declaration, field))
                        .required(required(declaration)));
        components.addSchema(
                name + "Input",
                fields(declaration, "A " + declaration.singular() + ", as it is sent.", field -> true)
                        .required(required(declaration)));
        components.addSchema(
                name + "Patch",
                fields(declaration, "Values of a " + declaration.singular() + " that change.", field -> true));
        components.addSchema(redacted(declaration), redactedSchema(declaration));
    }

    /** The name of the schema of a record with what its redaction reached. */
    public static String redacted(ResourceSchema declaration) {
        return "Redacted" + ComponentNames.schema(declaration);
    }

    private Schema redactedSchema(ResourceSchema declaration) {
        Schema redacted = RecordSchemas.object("A " + declaration.singular() + " and what its redaction reached.");
        Set<String> required = new LinkedHashSet<>();
        for (String part : List.of(ComponentNames.schema(declaration), "RedactionReach")) {
            Schema schema = components.getSchemas().get(part);
            schema.getProperties().forEach(redacted::addProperty);
            required.addAll(schema.getRequired());
        }
        return redacted.required(List.copyOf(required));
    }

    /** The name of the schema of a record that is to be created. */
    public static String created(ResourceSchema declaration) {
        return "New" + ComponentNames.schema(declaration);
    }

    private static boolean isGivenToNew(ResourceSchema declaration, Field field) {
        return declaration.hasWordsAsIds()
                ? GIVEN.contains(field.name())
                : GIVEN.contains(field.name()) && !field.name().equals("slug");
    }

    private Schema fields(ResourceSchema declaration, String description, Predicate<Field> included) {
        Map<String, Schema> properties =
                components.getSchemas().get(ComponentNames.schema(declaration)).getProperties();
        Schema fields = closed(description);
        declaration.fields().stream()
                .filter(included)
                .forEach(field -> fields.addProperty(field.name(), properties.get(field.name())));
        return fields;
    }

    /** Nothing but what is named may be sent. */
    private static Schema closed(String description) {
        return RecordSchemas.object(description)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    /** The fields that a new record needs. */
    public static List<String> required(ResourceSchema declaration) {
        return declaration.fields().stream()
                .filter(field -> field.isAlways() && field.shape() == Field.Shape.VALUE)
                .map(Field::name)
                .filter(name -> !GIVEN.contains(name))
                .toList();
    }

    /** A record as it could be sent. */
    public static Map<String, Object> example(ResourceSchema declaration) {
        Map<String, Object> example = new LinkedHashMap<>(Examples.record(declaration));
        GIVEN.forEach(example::remove);
        return example;
    }
}
