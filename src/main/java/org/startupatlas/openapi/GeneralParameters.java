package org.startupatlas.openapi;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Format;
import org.startupatlas.query.Language;
import org.startupatlas.query.Query;
import org.startupatlas.query.Register;
import org.startupatlas.query.StatsQuery;

/** The parameters that do not depend on the resource, as shared components. */
final class GeneralParameters {

    private static final String OF_EVERY_OPERATION = "x-parameters-of-every-operation";

    private static final int LONGEST_CURSOR = 8_192;
    private static final int LONGEST_HEADER = 4_096;
    private static final int LONGEST_KEY = 255;

    private final Register register;
    private final Components components;

    GeneralParameters(Register register, Components components) {
        this.register = register;
        this.components = components;
    }

    /** Describes once the header that every operation takes. */
    static void addOfEveryOperation(OpenAPI document) {
        document.addExtension(
                OF_EVERY_OPERATION,
                List.of(Examples.of(
                        "name",
                        "Accept-Language",
                        "in",
                        "header",
                        "description",
                        "The language of problems, where lang does not say it.",
                        "schema",
                        Examples.of("type", "string", "maxLength", LONGEST_HEADER))));
    }

    void add() {
        addOfReading();
        addOfTheLog();
        addOfWriting();
        components.addParameter(
                "stats.format", Parameters.choice("format", Parameters.FORMAT, "csv", codes(StatsQuery.FORMATS)));
    }

    private void addOfReading() {
        components.addParameter("id", Parameters.path("id", "The record's id or slug.", "weego"));
        components.addParameter(
                "q",
                Parameters.words("Only records that have these words, the best first unless sort says otherwise."));
        components.addParameter(
                "limit",
                Parameters.query("limit", "How many records at most; 25 when absent, 200 for CSV and NDJSON.", 50)
                        .schema(ValueSchemas.integer(Query.LEAST_LIMIT, Query.GREATEST_LIMIT)));
        components.addParameter(
                "cursor",
                Parameters.query("cursor", "Where to go on: next_cursor of the page before.", null)
                        .schema(ValueSchemas.string(LONGEST_CURSOR)));
        components.addParameter(
                "total",
                Parameters.query("total", "Whether to count all records that satisfy the filters.", true)
                        .schema(ValueSchemas.bool()));
        components.addParameter(
                "lang",
                Parameters.choice(
                        "lang",
                        "One language for all texts, with the labels of codes under labels; where a text is not"
                                + " written in it, the next of en, fr, ar.",
                        "fr",
                        Language.CODES));
        components.addParameter(
                "If-None-Match",
                header("If-None-Match", "ETags of what the client has; 304 if one of them is current."));
    }

    private void addOfWriting() {
        components.addParameter(
                "dry_run",
                Parameters.query("dry_run", "Whether only to tell what would be written: data lists the changes.", true)
                        .schema(ValueSchemas.bool()));
        components.addParameter(
                "If-Match",
                header("If-Match", "The ETag of the record that was read; of it, the version counts.")
                        .required(true)
                        .example("\"3-l4d1owRkizmZ\""));
        components.addParameter(
                "Idempotency-Key",
                header(
                                "Idempotency-Key",
                                "A name for this write: for a day, the same again gets the first answer again. The same"
                                        + " is the same JSON: white space, the order of keys and how a number is written (1,"
                                        + " 1.0, 1e0) do not count.")
                        .example("0f0e1a9c-5d2b-4f43-8c1a-2b9d5a3a7c11")
                        .schema(ValueSchemas.string(LONGEST_KEY).minLength(1)));
    }

    private void addOfTheLog() {
        components.addParameter(
                "as_of",
                Parameters.query(
                                "as_of",
                                "The record as it was at this revision or time; not together with expand.",
                                "613")
                        .schema(ValueSchemas.moment()));
        components.addParameter(
                "min_revision",
                Parameters.query(
                                "min_revision",
                                "Answer only when this node has this revision; 503 if it has not after two seconds.",
                                613)
                        .schema(ValueSchemas.integer(0, Long.MAX_VALUE / 1024)));
        components.addParameter(
                "since",
                Parameters.query("since", "Only changes behind this revision or time; 0 is everything.", "0")
                        .schema(ValueSchemas.moment()));
        components.addParameter(
                "changes.resource",
                Parameters.choice(
                        "resource",
                        "Only changes of this resource's records.",
                        "startups",
                        register.declarations().stream()
                                .map(Declaration::resource)
                                .toList()));
        components.addParameter(
                "changes.filters",
                FilterParameters.anyOf(
                        "With resource: the filters of its lists, as far as they ask of a record's own fields.",
                        FilterParameters.NAME));
        components.addParameter(
                "changes.by",
                Parameters.list(
                        "by",
                        "Only changes that these keys wrote, by their public ids.",
                        "admin",
                        ValueSchemas.string(64)));
        components.addParameter(
                "changes.op",
                Parameters.list(
                                "op",
                                "Only these things that happened to records; entered and left with filters only.",
                                "deleted",
                                ValueSchemas.oneOf(
                                        Stream.concat(ChangesQuery.OPS.stream(), ChangesQuery.OPS_OF_COPIES.stream())
                                                .toList()))
                        .example(List.of("deleted", "merged")));
        components.addParameter(
                "history.op",
                Parameters.list(
                        "op",
                        "Only these things that happened to the record.",
                        "updated",
                        ValueSchemas.oneOf(ChangesQuery.OPS)));
        components.addParameter(
                "changes.fields",
                Parameters.list(
                                "fields",
                                "Only these members of changes, and the revision: the others that the schema requires"
                                        + " are left out. Without record, no records are read.",
                                "op",
                                ValueSchemas.oneOf(ChangesQuery.MEMBERS))
                        .example(List.of("op", "resource", "id")));
        components.addParameter(
                "changes.limit",
                Parameters.query(
                                "limit",
                                "How many changes at most; " + ChangesQuery.DEFAULT_LIMIT + " when absent.",
                                500)
                        .schema(ValueSchemas.integer(ChangesQuery.LEAST_LIMIT, ChangesQuery.GREATEST_LIMIT)));
        components.addParameter(
                "changes.format",
                Parameters.choice("format", Parameters.FORMAT, "ndjson", codes(ChangesQuery.FORMATS)));
        components.addParameter(
                "Last-Event-ID",
                header("Last-Event-ID", "The id of the last event that the client has seen; it beats since.")
                        .schema(ValueSchemas.integer(0, Long.MAX_VALUE / 1024)));
    }

    private static List<String> codes(List<Format> formats) {
        return formats.stream().map(Format::code).toList();
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(ValueSchemas.string(LONGEST_HEADER));
    }
}
