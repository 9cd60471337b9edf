package org.startupatlas.openapi.schema;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.query.expand.RelationAggregates;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.DerivedField;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.relation.RelationFacet;
import org.startupatlas.schema.relation.RelationSum;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Adds the schemas of records: one for each resource, for the whole record in all languages or, with {@code lang}, in
 * one. With {@code fields}, a response has only some of the properties. An extension beside the schema describes this,
 * because a schema whose properties are all optional would be useless to generated clients.
 */
public final class RecordSchemas {

    /**
     * The maximum number of items: a request body has at most 1 MiB, and no list item is shorter than the 16 bytes that
     * this leaves for each.
     */
    private static final int MAX_LIST_ITEMS = 65_536;

    private static final int MAX_TRANSLATION_LENGTH = 1_048_576;

    /** The schema of the properties that the records of every resource have. */
    private static final String RECORD = "Record";

    private final SchemaRegistry registry;
    private final Components components;

    public RecordSchemas(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.components = components;
    }

    public void add() {
        components.addSchema("Translated", translated());
        components.addSchema("Text", text());
        components.addSchema("Labels", labels());
        components.addSchema("Langs", langs());
        components.addSchema(RECORD, sharedRecord());
        registry.schemas().forEach(this::add);
    }

    /** Returns the schema of the properties that all resources have; those of each one are added to it. */
    private Schema sharedRecord() {
        Schema record = object("What every record has.");
        ResourceSchema any = registry.schemas().get(0);
        any.fields().stream().filter(RecordSchemas::isShared).forEach(field -> addField(any, field, record));
        return record.addProperty("labels", reference("Labels")).addProperty(Projection.LANGS, reference("Langs"));
    }

    /** Returns whether the field is the same in every resource; whether a name is required depends on the resource. */
    private static boolean isShared(Field field) {
        return CommonFields.contains(field.name()) && !field.name().equals("name");
    }

    private void add(ResourceSchema resourceSchema) {
        String name = ComponentNames.schema(resourceSchema);
        Schema record =
                object(ComponentNames.sentence(resourceSchema.singular()) + ".").addAllOf(reference(RECORD));
        resourceSchema.fields().stream()
                .filter(field -> !isShared(field))
                .forEach(field -> addField(resourceSchema, field, record));
        if (!Expansion.expandable(resourceSchema).isEmpty()) {
            record.addProperty(Expander.EXPANDED, reference(name + "Expanded"));
            components.addSchema(name + "Expanded", expanded(resourceSchema));
        }
        components.addSchema(name, selectedBy("fields", List.of("id"), record));
    }

    private void addField(ResourceSchema resourceSchema, Field field, Schema record) {
        record.addProperty(field.name(), property(resourceSchema, field, true)).addRequired(field.name());
    }

    /**
     * Adds the extension that names the parameter that selects properties, and the properties that are always present.
     */
    public static Schema selectedBy(String parameter, List<String> always, Schema schema) {
        schema.addExtension("x-selected-by", Examples.of("parameter", parameter, "always", always));
        return schema;
    }

    private static Schema translated() {
        Schema translated = object("A text in the three languages.");
        for (String language : List.of("fr", "ar", "en")) {
            Schema text = nullable(ValueSchemas.string(MAX_TRANSLATION_LENGTH).minLength(1), false);
            translated.addProperty(language, text).addRequired(language);
        }
        return translated;
    }

    private static Schema text() {
        return OASFactory.createSchema()
                .description("A text in the three languages; with lang, in one.")
                .addAnyOf(reference("Translated"))
                .addAnyOf(nullable(ValueSchemas.string(MAX_TRANSLATION_LENGTH), false));
    }

    /** Returns the schema of a field in a request body. */
    Schema written(ResourceSchema resourceSchema, Field field) {
        return property(resourceSchema, field, false);
    }

    private Schema property(ResourceSchema resourceSchema, Field field, boolean isRead) {
        return switch (field.shape()) {
            case VALUE -> described(nullable(ValueSchemas.inRecord(field), field.isNonNull()), field);
            case VALUES -> described(list(ValueSchemas.inRecord(field), field), field);
            case OBJECT -> nullable(part(resourceSchema, field, isRead), field.isNonNull())
                    .description(field.description());
            case OBJECTS -> described(list(part(resourceSchema, field, isRead), field), field);
        };
    }

    /** Returns a reference to the schema of a composed field, which is added if no other field has added it. */
    private Schema part(ResourceSchema resourceSchema, Field field, boolean isRead) {
        if (field.isTranslated()) {
            return reference(isRead ? "Text" : "Translated");
        }
        boolean isBoth = isRead || field.parts().stream().noneMatch(Field::isTranslated);
        String name = ComponentNames.schema(resourceSchema, field) + (isBoth ? "" : "Input");
        if (!components.getSchemas().containsKey(name)) {
            Schema schema = object(field.description());
            components.addSchema(name, schema);
            for (Field part : field.parts()) {
                schema.addProperty(part.name(), property(resourceSchema, part, isRead))
                        .addRequired(part.name());
            }
        }
        return reference(name);
    }

    private static Schema labels() {
        return object("With lang: the labels of the codes in the record, by dotted field, then by code.")
                .additionalPropertiesSchema(
                        object("Labels by code.").additionalPropertiesSchema(ValueSchemas.string(1_000)));
    }

    private static Schema langs() {
        return object("With lang: the languages of texts that do not exist in the requested one, by field, and of"
                        + " labels by labels, dotted field and code; absent where there are none.")
                .additionalPropertiesSchema(ValueSchemas.oneOf(Language.CODES));
    }

    private Schema expanded(ResourceSchema resourceSchema) {
        Schema schema = object("What expand asked for.");
        for (String name : Expansion.expandable(resourceSchema)) {
            schema.addProperty(name, expandedProperty(resourceSchema, name));
        }
        return schema;
    }

    private Schema expandedProperty(ResourceSchema resourceSchema, String name) {
        if (name.equals(ResourceSchema.COUNTS)) {
            Schema counts = object("How many records each relation has.");
            resourceSchema.relations().forEach(relation -> counts.addProperty(relation.name(), ValueSchemas.count()));
            return counts;
        }
        Optional<DerivedField> derivedField = resourceSchema.derivedField(name);
        if (derivedField.isPresent()) {
            return property(resourceSchema, derivedField.get().field(), true);
        }
        for (RelationSum sum : resourceSchema.sums()) {
            if (sum.name().equals(name)) {
                return sumSchema(sum, registry.sumGroupings(resourceSchema, sum));
            }
        }
        for (RelationFacet facet : resourceSchema.facets()) {
            if (facet.name().equals(name)) {
                return facetSchema(facet);
            }
        }
        ResourceSchema target =
                registry.get(Expansion.target(resourceSchema, name).orElseThrow());
        boolean isSingle = resourceSchema.relation(name).isEmpty()
                && !resourceSchema.field(name).orElseThrow().isList();
        if (!isSingle) {
            components.addSchema("Expanded" + ComponentNames.pascal(target.resource()), expandedList(target));
        }
        return isSingle
                ? orNull(reference(ComponentNames.schema(target)))
                : reference("Expanded" + ComponentNames.pascal(target.resource()));
    }

    private static Schema sumSchema(RelationSum sum, List<String> groupings) {
        Schema group = object(sum.description());
        groupings.forEach(name -> group.addProperty(name, nullable(ValueSchemas.string(64), false)));
        group.addProperty("count", ValueSchemas.count());
        group.addProperty(
                "sum", OASFactory.createSchema().addType(SchemaType.NUMBER).format("double"));
        return list(group);
    }

    private static Schema facetSchema(RelationFacet facet) {
        Schema value = object(facet.description()).addProperty(RelationAggregates.VALUE, ValueSchemas.string(64));
        facet.relations().forEach(relation -> value.addProperty(relation, ValueSchemas.count()));
        return list(value);
    }

    private static Schema expandedList(ResourceSchema resourceSchema) {
        return object("Expanded " + resourceSchema.resource().replace('_', ' ')
                        + "; cut where there are more, with a link to all.")
                .addProperty(
                        "data",
                        list(reference(ComponentNames.schema(resourceSchema))).maxItems(MAX_LIST_ITEMS))
                .addProperty("truncated", ValueSchemas.bool())
                .addProperty("link", nullable(ValueSchemas.string(2_048), false))
                .required(List.of("data", "truncated", "link"));
    }

    public static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    public static Schema reference(String name) {
        return OASFactory.createSchema().ref(ComponentNames.schemaReference(name));
    }

    public static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items).maxItems(MAX_LIST_ITEMS);
    }

    private static Schema list(Schema items, Field field) {
        return list(items).maxItems(field.maxElements());
    }

    /** Returns the schema, with null allowed unless the value is always present. */
    public static Schema nullable(Schema schema, boolean always) {
        if (always) {
            return schema;
        }
        return schema.getRef() == null ? schema.addType(SchemaType.NULL) : orNull(schema);
    }

    private static Schema orNull(Schema schema) {
        return OASFactory.createSchema()
                .addAnyOf(schema)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    private static Schema described(Schema schema, Field field) {
        return schema.description(field.description() + more(field));
    }

    /** Returns the constraints that no keyword of JSON Schema expresses. */
    private static String more(Field field) {
        if (field.type() == ValueTypes.DECIMAL) {
            return " At most " + Field.MAX_DECIMALS + " digits behind the point.";
        }
        return field.vocabulary() != null && field.maxTotalLength() < Integer.MAX_VALUE
                ? " All codes together have at most " + field.maxTotalLength() + " characters."
                : "";
    }
}
