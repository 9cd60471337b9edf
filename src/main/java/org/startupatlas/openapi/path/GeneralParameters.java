package org.startupatlas.openapi.path;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Adds the parameters that do not depend on a resource, as shared components. */
final class GeneralParameters {

    private static final String OF_EVERY_OPERATION = "x-parameters-of-every-operation";

    private static final int MAX_CURSOR_LENGTH = 8_192;
    private static final int MAX_HEADER_LENGTH = 4_096;
    private static final int MAX_KEY_LENGTH = 255;

    private final SchemaRegistry registry;
    private final Components components;

    GeneralParameters(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.components = components;
    }

    /** Describes the header that every operation accepts, once for the whole document. */
    static void addOfEveryOperation(OpenAPI document) {
        document.addExtension(
                OF_EVERY_OPERATION,
                List.of(Examples.of(
                        "name",
                        "Accept-Language",
                        "in",
                        "header",
                        "description",
                        "The language of problems, unless lang is given.",
                        "schema",
                        Examples.of("type", "string", "maxLength", MAX_HEADER_LENGTH))));
    }

    void add() {
        addOfReading();
        addOfSearching();
        addOfTheLog();
        addOfWriting();
        components.addParameter(
                "stats.format", Parameters.choice("format", Parameters.FORMAT, codes(AggregationQuery.FORMATS)));
    }

    private void addOfReading() {
        components.addParameter("q", Parameters.words("Full-text search."));
        components.addParameter(
                "limit",
                Parameters.query(
                        "limit",
                        "How many; 25, of tables and NDJSON 200, when absent.",
                        ValueSchemas.integer(QueryLimits.MIN_LIMIT, QueryLimits.MAX_LIMIT)));
        components.addParameter(
                "cursor",
                Parameters.query("cursor", "next_cursor of the page before.", ValueSchemas.string(MAX_CURSOR_LENGTH)));
        components.addParameter("total", Parameters.query("total", "Whether to count all.", ValueSchemas.bool()));
        components.addParameter("lang", Parameters.choice("lang", "One language.", Language.CODES));
        components.addParameter(
                "If-None-Match", header("If-None-Match", "Known ETags.", ValueSchemas.string(MAX_HEADER_LENGTH)));
    }

    private void addOfSearching() {
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
        return Parameters.query(
                "limit",
                "How many at most; " + whenAbsent + " when absent.",
                ValueSchemas.integer(QueryLimits.MIN_LIMIT, max));
    }

    private void addOfWriting() {
        components.addParameter(
                Parameters.DRY_RUN, Parameters.query("dry_run", "Writes nothing.", ValueSchemas.bool()));
        components.addParameter(
                "If-Match",
                header("If-Match", "The ETag that was read.", ValueSchemas.string(MAX_HEADER_LENGTH))
                        .required(true)
                        .addExample("example", Examples.value("\"3-l4d1owRkizmZ\"")));
        components.addParameter(
                "Idempotency-Key",
                header(
                                "Idempotency-Key",
                                "A name for this write.",
                                ValueSchemas.string(MAX_KEY_LENGTH).minLength(1))
                        .addExample("example", Examples.value("0f0e1a9c-5d2b-4f43-8c1a-2b9d5a3a7c11")));
    }

    private void addOfTheLog() {
        components.addParameter(
                "as_of",
                Parameters.query(
                        "as_of", "As it was at this revision or time; not with expand.", ValueSchemas.moment()));
        components.addParameter(
                "min_revision",
                Parameters.query(
                        "min_revision", "Waits for this revision.", ValueSchemas.integer(0, Long.MAX_VALUE / 1024)));
        components.addParameter(
                "since",
                Parameters.query("since", "After this revision or time; 0 is everything.", ValueSchemas.moment()));
        components.addParameter(
                "changes.resource",
                Parameters.choice(
                        "resource",
                        "Only changes of this resource's records.",
                        registry.schemas().stream()
                                .map(ResourceSchema::resource)
                                .toList()));
        components.addParameter(
                "changes.filters",
                FilterParameters.anyOf(
                        "With resource: the filters of its list that are on a record's own fields.",
                        FilterParameters.NAME));
        components.addParameter(
                "changes.by",
                Parameters.list(
                        "by", "Only changes that these keys wrote, by their public ids.", ValueSchemas.string(64)));
        components.addParameter(
                "changes.op",
                Parameters.list(
                        "op",
                        "Only these operations on records; entered and left with filters only.",
                        ValueSchemas.oneOf(Stream.concat(ChangesQuery.OPS.stream(), ChangesQuery.FILTERED_OPS.stream())
                                .toList())));
        components.addParameter(
                "history.op",
                Parameters.list("op", "Only these operations on the record.", ValueSchemas.oneOf(ChangesQuery.OPS)));
        components.addParameter(
                "history.version",
                Parameters.path("version", "The version's number.", 1, ValueSchemas.integer(1, Integer.MAX_VALUE)));
        components.addParameter(
                "changes.fields",
                Parameters.list("fields", "Only these and the revision.", ValueSchemas.oneOf(ChangesQuery.MEMBERS)));
        components.addParameter(
                "changes.limit",
                Parameters.query(
                        "limit",
                        "How many changes at most; " + ChangesQuery.DEFAULT_LIMIT + " when absent.",
                        ValueSchemas.integer(ChangesQuery.MIN_LIMIT, ChangesQuery.MAX_LIMIT)));
        components.addParameter(
                "changes.format", Parameters.choice("format", Parameters.FORMAT, codes(ChangesQuery.FORMATS)));
        components.addParameter(
                "Last-Event-ID",
                header(
                        "Last-Event-ID",
                        "The id of the last event that the client has seen; it beats since.",
                        ValueSchemas.integer(0, Long.MAX_VALUE / 1024)));
    }

    private static List<String> codes(List<Format> formats) {
        return formats.stream().map(Format::code).toList();
    }

    private static Parameter header(String name, String description, Schema value) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(value);
    }
}
