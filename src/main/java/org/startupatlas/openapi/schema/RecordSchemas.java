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
import org.startupatlas.schema.DerivedField;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.RelationSum;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The schemas of records, from their declarations. A record comes whole ({@code Startup}) or as a request selected it
 * ({@code StartupSelection}: with {@code fields}, or with {@code lang}, which makes one text of three).
 */
public final class RecordSchemas {

    /** A body is at most 1 MiB, and no element of a list is shorter than this many bytes. */
    private static final int LONGEST_LIST = 65_536;

    private final SchemaRegistry register;
    private final Components components;

    public RecordSchemas(SchemaRegistry register, Components components) {
        this.register = register;
        this.components = components;
    }

    public void add() {
        register.declarations().forEach(this::add);
    }

    /** The schema for one record in whichever way it was asked for. */
    public static String answer(ResourceSchema declaration) {
        return ComponentNames.schema(declaration) + "Answer";
    }

    private void add(ResourceSchema declaration) {
        String name = ComponentNames.schema(declaration);
        Schema whole = object(ComponentNames.sentence(declaration.singular()) + ", whole.");
        Schema selection = object(ComponentNames.sentence(declaration.singular())
                + ", as fields or lang selected it: only some fields, or texts in one language.");
        for (Field field : declaration.fields()) {
            whole.addProperty(field.name(), property(declaration, field)).addRequired(field.name());
            selection.addProperty(field.name(), selected(declaration, field));
        }
        selection.addRequired("id");
        selection.addProperty("labels", labels());
        selection.addProperty(Projection.LANGS, langs());
        if (!Expansion.expandable(declaration).isEmpty()) {
            whole.addProperty(Expander.EXPANDED, reference(name + "Expanded"));
            selection.addProperty(Expander.EXPANDED, reference(name + "Expanded"));
            components.addSchema(name + "Expanded", expanded(declaration));
        }
        whole.examples(List.of(Examples.record(declaration)));
        components.addSchema(name, whole);
        components.addSchema(name + "Selection", selection);
        components.addSchema(
                answer(declaration),
                OASFactory.createSchema()
                        .description(ComponentNames.sentence(declaration.singular()) + ", whole or as it was selected.")
                        .addAnyOf(reference(name))
                        .addAnyOf(reference(name + "Selection")));
    }

    private Schema property(ResourceSchema declaration, Field field) {
        Schema schema =
                switch (field.shape()) {
                    case VALUE -> described(nullable(ValueSchemas.inRecord(field), field.isAlways()), field);
                    case VALUES -> described(list(ValueSchemas.inRecord(field), field), field);
                    case OBJECT -> object(declaration, field);
                    case OBJECTS -> described(list(part(declaration, field), field), field);
                };
        return schema;
    }

    private Schema object(ResourceSchema declaration, Field field) {
        Schema part = part(declaration, field);
        return field.isAlways()
                ? part.description(field.description())
                : OASFactory.createSchema()
                        .description(field.description())
                        .addAnyOf(part)
                        .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    /** A reference to the schema of a composed field, which is added if no other field has added it. */
    private Schema part(ResourceSchema declaration, Field field) {
        String name = ComponentNames.schema(declaration, field);
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            Schema schema = object(field.isTranslated() ? "A text in the three languages." : field.description());
            components.addSchema(name, schema);
            for (Field part : field.parts()) {
                schema.addProperty(part.name(), property(declaration, part)).addRequired(part.name());
            }
        }
        return reference(name);
    }

    /** A field as fields or lang selected it. */
    private Schema selected(ResourceSchema declaration, Field field) {
        if (field.isTranslated()) {
            return oneLanguageOr(declaration, field);
        }
        return field.shape() == Field.Shape.OBJECTS && field.parts().stream().anyMatch(Field::isTranslated)
                ? described(list(selectedPart(declaration, field)), field)
                : property(declaration, field);
    }

    private Schema selectedPart(ResourceSchema declaration, Field field) {
        String name = ComponentNames.schema(declaration, field) + "Selection";
        Schema schema = object(field.description());
        for (Field part : field.parts()) {
            schema.addProperty(part.name(), selected(declaration, part)).addRequired(part.name());
        }
        components.addSchema(name, schema);
        return reference(name);
    }

    private Schema oneLanguageOr(ResourceSchema declaration, Field field) {
        return OASFactory.createSchema()
                .description(field.description())
                .addAnyOf(part(declaration, field))
                .addAnyOf(nullable(ValueSchemas.string(1_048_576), false));
    }

    static Schema labels() {
        return object("With lang: the labels of the codes in the record, by dotted field, then by code.")
                .additionalPropertiesSchema(
                        object("Labels by code.").additionalPropertiesSchema(ValueSchemas.string(1_000)));
    }

    public static Schema langs() {
        return object("With lang: the languages of those texts that are not written in the one asked for, by field, and"
                        + " of labels by labels, dotted field and code; absent where there are none.")
                .additionalPropertiesSchema(ValueSchemas.oneOf(Language.CODES));
    }

    private Schema expanded(ResourceSchema declaration) {
        Schema schema = object("What expand asked for.");
        for (String name : Expansion.expandable(declaration)) {
            schema.addProperty(name, expandedProperty(declaration, name));
        }
        return schema;
    }

    private Schema expandedProperty(ResourceSchema declaration, String name) {
        if (name.equals(ResourceSchema.COUNTS)) {
            Schema counts = object("How many records each relation has.");
            declaration
                    .relations()
                    .forEach(relation ->
                            counts.addProperty(relation.name(), ValueSchemas.integer(0, Long.MAX_VALUE / 1024)));
            return counts;
        }
        Optional<DerivedField> derivation = declaration.derivedField(name);
        if (derivation.isPresent()) {
            return property(declaration, derivation.get().field());
        }
        for (RelationSum totals : declaration.sums()) {
            if (totals.name().equals(name)) {
                return total(totals, register.sumGroupings(declaration, totals));
            }
        }
        ResourceSchema target = register.get(Expansion.target(declaration, name).orElseThrow());
        boolean one = declaration.relation(name).isEmpty()
                && !declaration.field(name).orElseThrow().isList();
        if (!one) {
            components.addSchema("Expanded" + ComponentNames.pascal(target.resource()), expandedList(target));
        }
        return one
                ? OASFactory.createSchema()
                        .addAnyOf(reference(answer(target)))
                        .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL))
                : reference("Expanded" + ComponentNames.pascal(target.resource()));
    }

    private static Schema total(RelationSum totals, List<String> parting) {
        Schema total = object(totals.description());
        parting.forEach(name -> total.addProperty(name, nullable(ValueSchemas.string(64), false)));
        total.addProperty("count", ValueSchemas.integer(0, Integer.MAX_VALUE));
        total.addProperty(
                "sum", OASFactory.createSchema().addType(SchemaType.NUMBER).format("double"));
        return list(total);
    }

    private static Schema expandedList(ResourceSchema declaration) {
        return object("Expanded " + declaration.resource().replace('_', ' ')
                        + "; cut where there are more, with a link to all.")
                .addProperty("data", list(reference(answer(declaration))).maxItems(LONGEST_LIST))
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
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items).maxItems(LONGEST_LIST);
    }

    private static Schema list(Schema items, Field field) {
        return list(items).maxItems(field.maxElements());
    }

    public static Schema nullable(Schema schema, boolean always) {
        return always ? schema : schema.addType(SchemaType.NULL);
    }

    private static Schema described(Schema schema, Field field) {
        return schema.description(field.description() + more(field));
    }

    /** What no keyword of a schema says. */
    private static String more(Field field) {
        if (field.type() == ValueTypes.DECIMAL) {
            return " At most " + Field.MAX_DECIMALS + " digits behind the point.";
        }
        if (field.vocabulary() == null || field.vocabulary().equals(ResourceSchema.COUNTRIES)) {
            return "";
        }
        String where = " A code of /v1/vocabularies/" + field.vocabulary() + ".";
        return field.isList()
                ? where + " All codes together have at most " + field.maxTotalLength() + " characters."
                : where;
    }
}
