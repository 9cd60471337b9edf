package org.startupatlas.openapi.path;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Adds the paths of full-text search. */
final class SearchPaths {

    private static final String JSON = "application/json";
    private static final int MAX_HIGHLIGHT_LENGTH = 8_192;

    private final SchemaRegistry registry;
    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    SearchPaths(
            SchemaRegistry registry, Paths paths, Components components, Parameters parameters, Responses responses) {
        this.registry = registry;
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        components.addSchema("Hit", hit());
        components.addSchema("Hits", hits());
        components.addSchema("Suggestion", suggestion());
        components.addSchema("Suggestions", suggestions());
        addParameters();
        OpenApiDocument.addGet(
                paths,
                "/v1/search",
                operation("search")
                        .summary("Search everything")
                        .description("Records of all resources that have the words, the best first: names that are the"
                                + " words as a whole, then names that begin with them, then whatever has them. Case,"
                                + " accents, Arabic letter forms, inflections and typing mistakes do not matter. Where"
                                + " nothing has enough of the words, what has any of them is found. Ends at "
                                + QueryLimits.MAX_HITS + " hits.")
                        .parameters(parameters.references(List.of(
                                "q.required",
                                "search.resource",
                                "search.limit",
                                "cursor",
                                "lang",
                                "min_revision",
                                "If-None-Match")))
                        .responses(found("A page of hits.", "Hits", example())));
        OpenApiDocument.addGet(
                paths,
                "/v1/suggest",
                operation("suggest")
                        .summary("Complete what is being typed")
                        .description("Names, of records of all resources, that begin with what is being typed, or whose"
                                + " words do; where none does, those that nearly do. Codes of vocabularies and countries"
                                + " come with the filters that they stand for.")
                        .parameters(parameters.references(List.of(
                                "q.required",
                                "search.resource",
                                "suggest.limit",
                                "lang",
                                "min_revision",
                                "If-None-Match")))
                        .responses(found(
                                "The likeliest names.",
                                "Suggestions",
                                Examples.of(
                                        "data",
                                        List.of(Examples.of(
                                                "resource",
                                                "startups",
                                                "id",
                                                "019dadd7-e400-7000-8000-000000000001",
                                                "slug",
                                                "cloudfret",
                                                "name",
                                                "CloudFret",
                                                "text",
                                                "<mark>Clou</mark>dFret")),
                                        "meta",
                                        Examples.of("revision", 613, "license", "CC-BY-4.0")))));
    }

    private APIResponses found(String description, String schema, Object example) {
        return responses.of(
                description,
                JSON,
                RecordSchemas.reference(schema),
                example,
                List.of("ETag", "Link", "Content-Language", "CDN-Cache-Control", "Vary"));
    }

    private static Operation operation(String id) {
        return OASFactory.createOperation().operationId(id).addTag(Descriptions.SEARCH);
    }

    private void addParameters() {
        components.addParameter(
                "q.required",
                Parameters.words("What to find.").required(true).addExample("example", Examples.value("cloudfret")));
        components.addParameter(
                "search.resource",
                Parameters.list(
                        "resource",
                        "Where to look; everywhere when absent.",
                        ValueSchemas.oneOf(registry.schemas().stream()
                                .map(ResourceSchema::resource)
                                .toList())));
        components.addParameter("search.limit", limit(SearchQuery.DEFAULT_LIMIT, QueryLimits.MAX_LIMIT));
        components.addParameter("suggest.limit", limit(SearchQuery.DEFAULT_SUGGESTIONS, SearchQuery.MAX_SUGGESTIONS));
    }

    private static Parameter limit(int whenAbsent, int max) {
        return Parameters.query("limit", "How many at most; " + whenAbsent + " when absent.")
                .schema(ValueSchemas.integer(QueryLimits.MIN_LIMIT, max));
    }

    private static Schema found(String description) {
        return RecordSchemas.object(description)
                .addProperty("resource", ValueSchemas.string(64).description("The path word."))
                .addProperty("id", ValueSchemas.string(64))
                .addProperty("slug", ValueSchemas.string(200))
                .addProperty("name", RecordSchemas.nullable(ValueSchemas.string(8_192), false));
    }

    private static Schema highlighted() {
        return ValueSchemas.string(MAX_HIGHLIGHT_LENGTH)
                .description("HTML: the words in mark, everything else escaped; a long text is cut around them.");
    }

    private static Schema hit() {
        Schema place = RecordSchemas.object("Where the record has the words.")
                .addProperty("field", ValueSchemas.string(200))
                .addProperty("text", highlighted())
                .required(List.of("field", "text"));
        return found("A record that was found.")
                .addProperty(
                        "summary",
                        RecordSchemas.nullable(RecordSchemas.reference("Text"), false)
                                .description("What it is; one text with lang, null where the resource has none."))
                .addProperty("langs", RecordSchemas.reference("Langs"))
                .addProperty(
                        "score",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.NUMBER)
                                .description("How well it fits, to be compared within one answer only."))
                .addProperty("matched", RecordSchemas.list(place).maxItems(5))
                .required(List.of("resource", "id", "slug", "name", "summary", "score", "matched"));
    }

    private static Schema hits() {
        return RecordSchemas.object("A page of what was found, the best first.")
                .addProperty(
                        "data",
                        RecordSchemas.list(RecordSchemas.reference("Hit")).maxItems(QueryLimits.MAX_LIMIT))
                .addProperty("page", RecordSchemas.reference("Page"))
                .addProperty("meta", RecordSchemas.reference("ListMeta"))
                .required(List.of("data", "page", "meta"));
    }

    private static Schema suggestion() {
        Schema filter = RecordSchemas.object("A filter of lists.")
                .addProperty("filter", ValueSchemas.string(200).description("As a request writes it."))
                .addProperty(
                        "resources", RecordSchemas.list(ValueSchemas.string(64)).description("Whose lists have it."))
                .required(List.of("filter", "resources"));
        return found("A name that what is being typed can become; with lang, countries and codes by that name.")
                .addProperty("text", RecordSchemas.nullable(highlighted(), false))
                .addProperty(
                        "code", ValueSchemas.string(64).description("Of a vocabulary's code or a country: the code."))
                .addProperty("filters", RecordSchemas.list(filter).description("The filters that the code stands for."))
                .addProperty("langs", RecordSchemas.reference("Langs"))
                .required(List.of("resource", "id", "slug", "name", "text"));
    }

    private static Schema suggestions() {
        return RecordSchemas.object("The likeliest names, the likeliest first.")
                .addProperty(
                        "data",
                        RecordSchemas.list(RecordSchemas.reference("Suggestion"))
                                .maxItems(SearchQuery.MAX_SUGGESTIONS))
                .addProperty("meta", RecordSchemas.reference("ListMeta"))
                .required(List.of("data", "meta"));
    }

    private static Map<String, Object> example() {
        return Examples.of(
                "data",
                List.of(Examples.of(
                        "resource",
                        "startups",
                        "id",
                        "019dadd7-e400-7000-8000-000000000001",
                        "slug",
                        "cloudfret",
                        "name",
                        "CloudFret",
                        "summary",
                        Examples.of("fr", null, "ar", null, "en", "freight matching"),
                        "score",
                        1221.056,
                        "matched",
                        List.of(Examples.of("field", "name", "text", "<mark>CloudFret</mark>")))),
                "page",
                Examples.of("limit", 25, "has_more", false, "next_cursor", null),
                "meta",
                Examples.of("revision", 613, "license", "CC-BY-4.0"));
    }
}
