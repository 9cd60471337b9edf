package org.startupatlas.openapi.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.RedactionReach;

/** The schemas of request bodies of writes. */
public final class WriteSchemas {

    /** The fields that the registry itself assigns to a record; clients may send them back unchanged. */
    private static final List<String> REGISTRY_FIELDS = List.of("id", "slug", "version", "created_at", "updated_at");

    /** The name of the example response of a redaction. */
    public static final String REACH = "RedactionReach";

    private static final int MIN_EXAMPLE_FIELDS = 5;

    private final Components components;
    private final RecordSchemas records;

    public WriteSchemas(Components components, RecordSchemas records) {
        this.components = components;
        this.records = records;
    }

    /** Adds the schemas that all resources share. */
    public void addShared() {
        components.addSchema(
                "MergeRequest",
                closed("Which record to merge into this one.")
                        .addProperty(
                                "from",
                                ValueSchemas.string(200)
                                        .minLength(1)
                                        .description("The other record, by id or slug; it ceases to exist."))
                        .required(List.of("from")));
        components.addSchema(
                "RedactRequest",
                closed("What to take out of a record and of all copies of it.")
                        .addProperty("path", ValueSchemas.string(200).description("The dotted path of the field."))
                        .addProperty(
                                "replacement",
                                RecordSchemas.nullable(ValueSchemas.string(1_000), false)
                                        .description("The replacement; none when absent."))
                        .addProperty(
                                "merged",
                                ValueSchemas.bool()
                                        .description("Whether to redact the records that were merged into this one"
                                                + " too, at the same path; false when absent."))
                        .required(List.of("path")));
        addRedaction();
        components.addExample(REACH, OASFactory.createExample().value(exampleOfReach()));
        components.addSchema(
                "DryRun",
                RecordSchemas.object("What would be written; nothing was.")
                        .addProperty(
                                "data",
                                RecordSchemas.list(
                                        RecordSchemas.object("A change as it would be in the log, without revision.")))
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
                .addProperty("count", ValueSchemas.count().description("How many copies held the value."))
                .required(List.of("where", "count"));
        Schema notReached = RecordSchemas.object("Copies that cannot be found by record and path.")
                .addProperty("where", ValueSchemas.oneOf(RedactionReach.UNREACHED_PLACES))
                .addProperty("count", ValueSchemas.integer(1, Integer.MAX_VALUE))
                .addProperty(
                        "items",
                        RecordSchemas.list(ValueSchemas.string(400))
                                .maxItems(RedactionReach.MAX_ITEMS)
                                .description("Their paths, slugs, ids or fields; the first of them where there are"
                                        + " more."))
                .addProperty("detail", ValueSchemas.string(1_000).description("What can be done about them."))
                .required(List.of("where", "count", "items", "detail"));
        components.addSchema(
                "RedactionReach",
                RecordSchemas.object(
                                "What a redaction reached, and what it could not: it looks into all versions, what"
                                        + " follows from the value, the claims about it, changes, import reports, proposals, and"
                                        + " answers kept for an idempotency key; it lists what cannot be found by record and path.")
                        .addProperty("id", ValueSchemas.string(64).description("The record's id."))
                        .addProperty("reached", RecordSchemas.list(reached).maxItems(RedactionReach.PLACES.size()))
                        .addProperty(
                                "not_reached",
                                RecordSchemas.list(notReached).maxItems(RedactionReach.UNREACHED_PLACES.size()))
                        .required(List.of("id", "reached", "not_reached")));
    }

    /** Returns an example of the response of the redaction of a deleted record. */
    private static Map<String, Object> exampleOfReach() {
        return Examples.of(
                "id",
                "019dadd7-e400-7000-8000-000000000001",
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

    /**
     * Adds the schemas of a record in a request body: to create it, whole, and as a patch. The three share the values.
     */
    public void add(ResourceSchema resourceSchema) {
        String name = ComponentNames.schema(resourceSchema);
        String one = ComponentNames.sentence(ComponentNames.withArticle(resourceSchema));
        components.addExample(
                created(resourceSchema), OASFactory.createExample().value(example(resourceSchema)));
        components.addSchema(name + "Values", values(resourceSchema));
        Schema created = closed("A new " + resourceSchema.singular() + ".", resourceSchema);
        // Where ids are codes, the slug is the id, which is derived from the name.
        if (!resourceSchema.hasCodeIds()) {
            created.addProperty("slug", registryField(resourceSchema, "slug"));
        }
        components.addSchema(created(resourceSchema), created.required(required(resourceSchema)));
        components.addSchema(
                name + "Input",
                withRegistryFields(one + ", as it is sent.", resourceSchema).required(required(resourceSchema)));
        components.addSchema(
                name + "Patch",
                withRegistryFields(
                        "Values of " + ComponentNames.withArticle(resourceSchema) + " that change.", resourceSchema));
        components.addSchema(
                redacted(resourceSchema),
                OASFactory.createSchema()
                        .description(one + " and what its redaction reached.")
                        .addAllOf(RecordSchemas.reference(name))
                        .addAllOf(RecordSchemas.reference("RedactionReach")));
    }

    private Schema values(ResourceSchema resourceSchema) {
        Schema values = RecordSchemas.object("The values of " + ComponentNames.withArticle(resourceSchema) + "; "
                + ComponentNames.schema(resourceSchema) + " describes each field.");
        resourceSchema.fields().stream()
                .filter(field -> !REGISTRY_FIELDS.contains(field.name()))
                .forEach(field -> values.addProperty(
                        field.name(), records.written(resourceSchema, field).description(null)));
        return values;
    }

    private Schema withRegistryFields(String description, ResourceSchema resourceSchema) {
        String component = resourceSchema.hasCodeIds() ? "GivenToWords" : "Given";
        if (!components.getSchemas().containsKey(component)) {
            Schema schema = RecordSchemas.object("What the registry sets in a record; it may be sent back unchanged.");
            REGISTRY_FIELDS.forEach(name -> schema.addProperty(name, registryField(resourceSchema, name)));
            components.addSchema(component, schema);
        }
        return closed(description, resourceSchema).addAllOf(RecordSchemas.reference(component));
    }

    private Schema registryField(ResourceSchema resourceSchema, String name) {
        return records.written(resourceSchema, resourceSchema.field(name).orElseThrow());
    }

    /** Returns an object schema with the record's values and the schemas added to it, and no other properties. */
    private static Schema closed(String description, ResourceSchema resourceSchema) {
        return RecordSchemas.object(description)
                .addAllOf(RecordSchemas.reference(ComponentNames.schema(resourceSchema) + "Values"))
                .unevaluatedProperties(OASFactory.createSchema().booleanSchema(false));
    }

    /** Returns an object schema that allows no properties other than the declared ones. */
    private static Schema closed(String description) {
        return RecordSchemas.object(description)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    /** Returns the name of the schema of a redacted record, which includes the places that the redaction reached. */
    public static String redacted(ResourceSchema resourceSchema) {
        return "Redacted" + ComponentNames.schema(resourceSchema);
    }

    /** Returns the name of the schema of a new record. */
    public static String created(ResourceSchema resourceSchema) {
        return "New" + ComponentNames.schema(resourceSchema);
    }

    /** Returns the names of the fields that a new record requires. */
    public static List<String> required(ResourceSchema resourceSchema) {
        return resourceSchema.fields().stream()
                .filter(field -> field.isNonNull() && field.shape() == Field.Shape.VALUE)
                .map(Field::name)
                .filter(name -> !REGISTRY_FIELDS.contains(name))
                .toList();
    }

    /** Returns an example of a record in a request body: the required fields and the first few others. */
    private static Map<String, Object> example(ResourceSchema resourceSchema) {
        Map<String, Object> example = new LinkedHashMap<>();
        Map<String, Object> whole = Examples.record(resourceSchema);
        List<String> required = required(resourceSchema);
        resourceSchema.fields().stream()
                .map(Field::name)
                .filter(name -> !REGISTRY_FIELDS.contains(name))
                .filter(name -> required.contains(name) || example.size() < MIN_EXAMPLE_FIELDS)
                .forEach(name -> example.put(name, whole.get(name)));
        return example;
    }
}
