package org.startupatlas.openapi.path;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;

/**
 * Describes the media types of a response other than the one in its {@code content}. Generated clients merge all media
 * types of a response into one type, which would be unusable. The others are therefore an extension, with the structure
 * of {@code content}, which generators ignore.
 */
final class OtherFormats {

    static final String EXTENSION = "x-content";

    /** The extension of the document that describes the formats that many responses share. */
    private static final String SHARED = "x-formats";

    /** The shared format of statistics as CSV. */
    static final String STATISTICS = "stats_csv";

    private OtherFormats() {}

    /** Adds the other formats, keyed by media type, to the response. */
    static APIResponse on(APIResponse response, Map<String, Object> others) {
        if (!others.isEmpty()) {
            response.addExtension(EXTENSION, others);
        }
        return response;
    }

    /** Returns a media type whose content is a string with a description. */
    static Map<String, Object> text(String description) {
        return schema(Examples.of("type", "string", "maxLength", Integer.MAX_VALUE, "description", description));
    }

    /** Returns a media type with the schema. */
    static Map<String, Object> schema(Map<String, Object> schema) {
        return Examples.of("schema", schema);
    }

    /** Adds the shared formats to the document, each described once. */
    static void addShared(OpenAPI document) {
        document.addExtension(
                SHARED,
                Examples.of(
                        "csv",
                        text("RFC 4180 with a header line; a column for each field, dotted ones for the parts of"
                                + " objects."),
                        STATISTICS,
                        text("RFC 4180 with a header line; the columns of the JSON, and with lang those of the labels"
                                + " after them."),
                        "xlsx",
                        text("The table of the CSV, as an Excel workbook."),
                        "ndjson",
                        text("One record as JSON on each line."),
                        "jsonld",
                        schema(Examples.of(
                                "type",
                                "object",
                                "description",
                                "An Organization of schema.org, as JSON-LD 1.1: only what is certain."))));
    }

    /** Returns a reference to a shared format. */
    static Map<String, Object> shared(Format format) {
        return shared(format.code());
    }

    static Map<String, Object> shared(String name) {
        return Examples.of("$ref", "#/" + SHARED + "/" + name);
    }

    /** Returns the other formats of a list of the resource. */
    static Map<String, Object> ofList(ResourceSchema resourceSchema) {
        Map<String, Object> features = object(
                "GeoJSON (RFC 7946).",
                Examples.of(
                        "type", constant("FeatureCollection"),
                        "features",
                                Examples.of(
                                        "type",
                                        "array",
                                        "items",
                                        feature(resourceSchema),
                                        "maxItems",
                                        QueryLimits.MAX_LIMIT),
                        "page", reference("Page"),
                        "facets", reference("Facets"),
                        "meta", reference("ListMeta")),
                List.of("type", "features", "page", "meta"));
        return of(Format.of(resourceSchema), features);
    }

    /**
     * Returns the other formats of a single record of the resource.
     *
     * @param formats all formats that the record can have
     */
    static Map<String, Object> ofRecord(ResourceSchema resourceSchema, List<Format> formats) {
        return of(formats, feature(resourceSchema));
    }

    private static Map<String, Object> of(List<Format> formats, Map<String, Object> geoJson) {
        Map<String, Object> others = new LinkedHashMap<>();
        for (Format format : formats) {
            switch (format) {
                case CSV, XLSX, NDJSON, JSONLD -> others.put(format.mediaType(), shared(format));
                case GEOJSON -> others.put(format.mediaType(), schema(geoJson));
                case JSON -> {
                    // Described in content.
                }
            }
        }
        return others;
    }

    private static Map<String, Object> feature(ResourceSchema resourceSchema) {
        Map<String, Object> coordinates =
                Examples.of("type", "array", "items", Examples.of("type", "number"), "minItems", 2, "maxItems", 2);
        Map<String, Object> geometry = object(
                "A point, or null where none is known.",
                Examples.of("type", constant("Point"), "coordinates", coordinates),
                List.of("type", "coordinates"));
        geometry.put("type", List.of("object", "null"));
        return object(
                "One record as a GeoJSON feature.",
                Examples.of(
                        "type", constant("Feature"),
                        "id", Examples.of("type", "string", "maxLength", 64),
                        "geometry", geometry,
                        "properties", reference(ComponentNames.schema(resourceSchema))),
                List.of("type", "id", "geometry", "properties"));
    }

    /** Returns an object schema with the properties. */
    static Map<String, Object> object(String description, Map<String, Object> properties, List<String> required) {
        return Examples.of(
                "type", "object", "description", description, "properties", properties, "required", required);
    }

    /** Returns a reference to a schema component. */
    static Map<String, Object> reference(String schema) {
        return Examples.of("$ref", ComponentNames.schemaReference(schema));
    }

    private static Map<String, Object> constant(String word) {
        return Examples.of("type", "string", "enum", List.of(word));
    }
}
