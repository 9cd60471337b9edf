package org.startupatlas.openapi.schema;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The schemas of pages of records. */
public final class ListSchemas {

    /** The schema of what the lists of every resource have beside their records. */
    private static final String LIST = "RecordList";

    private static final int MAX_PARAMETER_LENGTH = 200;

    private ListSchemas() {}

    /** Adds the list schemas of every resource. */
    public static void add(SchemaRegistry registry, Components components) {
        components.addSchema("Page", pageSchema());
        components.addSchema("ListMeta", metaSchema());
        components.addSchema("Facets", facetsSchema());
        components.addSchema(
                LIST,
                RecordSchemas.object("What every page of records has.")
                        .addProperty("page", RecordSchemas.reference("Page"))
                        .addProperty("facets", RecordSchemas.reference("Facets"))
                        .addProperty("meta", RecordSchemas.reference("ListMeta"))
                        .required(List.of("page", "meta")));
        for (ResourceSchema resourceSchema : registry.schemas()) {
            components.addSchema(ComponentNames.schema(resourceSchema) + "List", listSchema(resourceSchema));
        }
    }

    private static Schema listSchema(ResourceSchema resourceSchema) {
        return RecordSchemas.object("A page of " + resourceSchema.resource().replace('_', ' ') + ".")
                .addAllOf(RecordSchemas.reference(LIST))
                .addProperty(
                        "data",
                        RecordSchemas.list(RecordSchemas.reference(ComponentNames.schema(resourceSchema)))
                                .maxItems(QueryLimits.MAX_LIMIT))
                .required(List.of("data"));
    }

    private static Schema facetsSchema() {
        Schema value = OASFactory.createSchema()
                .addAnyOf(ValueSchemas.string(64))
                .addAnyOf(ValueSchemas.bool())
                .description("A code or a boolean.");
        Schema count = RecordSchemas.object("How many records have a value.")
                .addProperty("value", value)
                .addProperty("label", ValueSchemas.string(8_192).description("What a code is called, with lang."))
                .addProperty("count", ValueSchemas.integer(1, Long.MAX_VALUE / 1024))
                .required(List.of("value", "count"));
        Schema facet = RecordSchemas.object("How many records have which value of a field.")
                .addProperty("values", RecordSchemas.list(count).description("The most frequent first."))
                .addProperty("missing", ValueSchemas.count().description("How many have none."))
                .required(List.of("values", "missing"));
        return RecordSchemas.object("The requested counts, by field; each without the filters on its own field.")
                .additionalPropertiesSchema(facet);
    }

    private static Schema pageSchema() {
        return RecordSchemas.object("Where this page stands in its list.")
                .addProperty("limit", ValueSchemas.integer(QueryLimits.MIN_LIMIT, QueryLimits.MAX_LIMIT))
                .addProperty("has_more", ValueSchemas.bool())
                .addProperty("next_cursor", RecordSchemas.nullable(ValueSchemas.string(8_192), false))
                .addProperty("total", ValueSchemas.count())
                .required(List.of("limit", "has_more", "next_cursor"));
    }

    private static Schema metaSchema() {
        return RecordSchemas.object("What the page is of.")
                .addProperty("revision", ValueSchemas.count().description("The revision at which the walk began."))
                .addProperty("license", ValueSchemas.string(64).description("SPDX identifier."))
                .addProperty("lang", ValueSchemas.oneOf(Language.CODES))
                .addProperty("empty", emptySchema())
                .required(List.of("revision", "license"));
    }

    private static Schema emptySchema() {
        Schema reason = RecordSchemas.object("What one filter, or q, leaves out.")
                .addProperty("parameter", ValueSchemas.string(MAX_PARAMETER_LENGTH))
                .addProperty(
                        "without", ValueSchemas.count().description("How many records there are without this filter."))
                .addProperty(
                        "unknown",
                        RecordSchemas.nullable(ValueSchemas.count(), false)
                                .description("For how many of these its field has no value; null of relations and q."))
                .required(List.of("parameter", "without", "unknown"));
        return RecordSchemas.list(reason)
                .maxItems(QueryLimits.MAX_EMPTY_REASONS)
                .description("On an empty first page: the reasons, for the first filters.");
    }
}
