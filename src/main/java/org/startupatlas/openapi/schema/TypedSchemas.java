package org.startupatlas.openapi.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Adds the schemas that were scanned from the records of typed resources. */
public final class TypedSchemas {

    private static final int MAX_TIME_LENGTH = 35;
    private static final int MAX_UUID_LENGTH = 36;

    private final Components components;

    /** By the names of their schemas. */
    private final Map<String, Object> examples = new HashMap<>();

    public TypedSchemas(Map<String, Schema> scanned, Components components) {
        this.components = components;
        // Those that only refer to a generated component are not added; before any of them is completed.
        Set<String> names = new LinkedHashSet<>(scanned.keySet());
        names.removeIf(name -> scanned.get(name).getRef() != null);
        names.forEach(name -> {
            Schema schema = scanned.get(name);
            if (schema.getExamples() != null) {
                examples.put(name, schema.getExamples().get(0));
                schema.setExamples(null);
            }
            complete(schema);
            components.addSchema(name, schema);
        });
    }

    /** Adds the example of the record, which generated clients repeat as a comment if it is in the schema. */
    public void addExample(MediaType mediaType) {
        String reference = String.valueOf(mediaType.getSchema().getRef());
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        if (examples.containsKey(name) && mediaType.getExamples() == null) {
            components.addExample(name, Examples.value(examples.get(name)));
            mediaType.addExample("example", OASFactory.createExample().ref(ComponentNames.exampleReference(name)));
        }
    }

    /** Answers have all components of their records, and requests those that are marked as required. */
    private static void complete(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(TypedSchemas::complete);
            if (schema.getRequired() == null) {
                schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
            }
        }
        Schema values = schema.getItems() == null ? schema.getAdditionalPropertiesSchema() : schema.getItems();
        if (values != null && values.getBooleanSchema() == null) {
            bound(values, schema);
            complete(values);
        }
        if ("int64".equals(schema.getFormat()) && schema.getMaximum() == null) {
            schema.minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(ValueSchemas.MAX_COUNT));
        }
        if (schema.getRef() != null
                && schema.getType() != null
                && schema.getType().contains(SchemaType.NULL)) {
            separateNull(schema);
        }
        if (schema.getAnyOf() != null) {
            schema.setType(null); // the scan repeats the type of a nullable record, which would forbid null
        }
        if ("date-time".equals(schema.getFormat())) {
            schema.maxLength(MAX_TIME_LENGTH).setExamples(null);
        }
        if ("uuid".equals(schema.getFormat())) {
            schema.maxLength(MAX_UUID_LENGTH).setPattern(null);
        }
    }

    /** The scan writes the types of a nullable reference beside it, where they apply together with it. */
    private static void separateNull(Schema schema) {
        schema.addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        schema.ref(null).setType(null);
    }

    /** The bounds of texts that a component has which is a list or a map are those of its values. */
    private static void bound(Schema values, Schema container) {
        values.maxLength(container.getMaxLength()).pattern(container.getPattern());
        container.maxLength(null).pattern(null);
    }
}
