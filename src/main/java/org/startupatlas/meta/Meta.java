package org.startupatlas.meta;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The document {@code /v1/meta}. Its maps are in the order in which they are written. */
@Schema(
        requiredProperties = {
            "revision",
            "license",
            "sources",
            "objections",
            "limits",
            "languages",
            "currencies",
            "resources"
        },
        description = "The resources, what can be asked of them, and the terms of use.",
        example =
                """
                {"revision":613,"license":{"id":"CC-BY-4.0","url":"https://creativecommons.org/licenses/by/4.0/",\
                "attribution":"Startup Atlas","covers":"our own compilation"},\
                "sources":[{"name":"Regions of Morocco: ISO 3166-2:MA","license":"facts"}],\
                "objections":{"contact":null,"how":"Write to the operator of this instance."},\
                "limits":{"limit_greatest":200},"languages":["en","fr","ar"],"currencies":["EUR","MAD","USD"],\
                "resources":{}}""")
record Meta(
        @Schema(ref = "Count") long revision,
        Licensing.Terms license,
        @Schema(maxItems = MAX_ITEMS) List<Licensing.Source> sources,
        Objections objections,
        @Schema(type = SchemaType.OBJECT, description = "The limits on requests.") ObjectNode limits,
        @Schema(maxItems = MAX_ITEMS, maxLength = 2) List<String> languages,
        @Schema(maxItems = MAX_ITEMS, maxLength = 3, pattern = "^[A-Z]{3}$") List<String> currencies,
        @Schema(description = "The resources by name.") Map<String, Resource> resources,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(enumeration = {"fr", "ar", "en"}) String lang) {

    private static final int MAX_ITEMS = 65_536;

    /** Where to object. */
    @Schema(name = "MetaObjections", description = "Where to object.")
    record Objections(
            @Schema(maxLength = 2_048, nullable = true) String contact, @Schema(maxLength = 2_048) String how) {}

    /** What can be asked of a resource, and how many of its records have each code. */
    @Schema(
            name = "MetaResource",
            requiredProperties = {
                "description",
                "link",
                "writing",
                "formats",
                "record_formats",
                "fields",
                "filters",
                "sortable",
                "facetable",
                "stats",
                "expand",
                "definitions",
                "enums"
            },
            description = "A resource.")
    record Resource(
            @Schema(maxLength = 2_048) String description,
            @Schema(maxLength = 200) String link,
            Writing writing,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> formats,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> recordFormats,
            @Schema(maxItems = MAX_ITEMS) List<MetaField> fields,
            @Schema(maxItems = MAX_ITEMS) List<Filter> filters,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> sortable,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> facetable,
            Stats stats,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> expand,
            @Schema(ref = "Labels") Map<String, Map<String, String>> definitions,
            @Schema(description = "The relations by name.") Map<String, Relation> relations,
            @Schema(description = "How many records have each code, by field.") Map<String, Map<String, Long>> enums,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(ref = "Labels")
                    Map<String, Map<String, String>> labels) {

        Resource withLabels(Map<String, Map<String, String>> labelsOfCodes) {
            return new Resource(
                    description,
                    link,
                    writing,
                    formats,
                    recordFormats,
                    fields,
                    filters,
                    sortable,
                    facetable,
                    stats,
                    expand,
                    definitions,
                    relations,
                    enums,
                    labelsOfCodes);
        }
    }

    /** The operations that each role may do. */
    @Schema(
            name = "MetaWriting",
            description = "What a key of each role may do: create, change, delete, import, merge, redact. A contributor"
                    + " may do so with the records of its partner.")
    record Writing(
            @Schema(
                            maxLength = 200,
                            nullable = true,
                            description = "The dotted path to the partner that a record belongs to, or null.")
                    String owner,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> contributor,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> curator,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> admin) {}

    /** A filter with its operators. */
    @Schema(name = "MetaFilter", description = "What can be filtered by, and how.")
    record Filter(
            @Schema(maxLength = 200) String name,
            @Schema(maxLength = 64) String type,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> operators) {}

    /** What statistics are grouped by and compute. */
    @Schema(name = "MetaStats", description = "What statistics can be asked.")
    record Stats(
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> groupBy,
            @Schema(maxItems = MAX_ITEMS, maxLength = 200) List<String> metrics) {}

    /** A relation to the records of a resource. */
    @Schema(name = "MetaRelation", description = "A relation.")
    record Relation(@Schema(maxLength = 64) String resource, @Schema(maxLength = 2_048) String description) {}

    /** Returns the same document with the labels of its codes in a language. */
    Meta in(String language, Map<String, Resource> labelledResources) {
        return new Meta(
                revision, license, sources, objections, limits, languages, currencies, labelledResources, language);
    }
}
