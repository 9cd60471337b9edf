package org.startupatlas.openapi.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.startupatlas.http.Limits;
import org.startupatlas.imports.ImportRequestParser;
import org.startupatlas.imports.job.ImportState;

/** The schemas of imports: the job, the analysis of its file, and the report. */
public final class ImportSchemas {

    public static final String EXAMPLE_ID = "019dadd7-e400-7000-8000-00000000000a";

    private static final long MAX_INTEGER = Long.MAX_VALUE / 1024;

    private static final String EXAMPLE_RECORD = "01a205b3-d000-7d3d-b08b-afd0dc0cc908";
    private static final String EXAMPLE_TIME = "2026-11-23T06:00:00.000Z";

    private ImportSchemas() {}

    public static void add(Components components) {
        components.addSchema("ImportDetection", detection());
        components.addSchema("ImportProblem", problem());
        components.addSchema("ImportJob", job());
        components.addSchema(
                "ImportJobList",
                RecordSchemas.object("The latest imports.")
                        .addProperty(
                                "data",
                                RecordSchemas.list(RecordSchemas.reference("ImportJob"))
                                        .maxItems(Limits.MAX_IMPORTS_LISTED))
                        .required(List.of("data")));
        components.addSchema("ImportRefusal", refusal());
        components.addSchema("ImportChange", change());
        components.addSchema("ImportDuplicate", duplicate());
        components.addSchema("ImportReport", wholeReport());
    }

    private static Schema job() {
        List<String> states =
                Arrays.stream(ImportState.values()).map(ImportState::code).toList();
        return RecordSchemas.object("A file that is read in: what was asked, and how far it is.")
                .addProperty("id", uuid("The job's id."))
                .addProperty("resource", ValueSchemas.string(64).description("What its rows are."))
                .addProperty(
                        "state",
                        ValueSchemas.oneOf(states)
                                .description("How far it is; the last three are for good: done is the end of the file,"
                                        + " stopped before it on request, failed because the file cannot be read on."))
                .addProperty("dry_run", ValueSchemas.bool().description("Whether nothing is written."))
                .addProperty("mode", ValueSchemas.oneOf(ImportRequestParser.MODES))
                .addProperty("on_error", ValueSchemas.oneOf(ImportRequestParser.ON_ERRORS))
                .addProperty("rows", rows())
                .addProperty("bytes", bytes())
                .addProperty("rows_per_second", orNull(count("How fast it is, or was; null before it has begun.")))
                .addProperty("seconds_left", orNull(count("How long it may still take; null where nobody knows.")))
                .addProperty("created_at", time("When it was sent."))
                .addProperty("started_at", orNull(time("When it was its turn.")))
                .addProperty("ended_at", orNull(time("When it was over.")))
                .addProperty(
                        "created_by", ValueSchemas.string(64).description("The public id of the key that sent it."))
                .addProperty("detected", referenceOrNull("ImportDetection"))
                .addProperty("problem", referenceOrNull("ImportProblem"))
                .addProperty("report", ValueSchemas.string(200).description("Where its report is."))
                .addProperty("report_deleted_at", orNull(time("When its report was deleted; null while it is there.")))
                .required(List.of(
                        "id",
                        "resource",
                        "state",
                        "dry_run",
                        "mode",
                        "on_error",
                        "rows",
                        "bytes",
                        "rows_per_second",
                        "seconds_left",
                        "created_at",
                        "started_at",
                        "ended_at",
                        "created_by",
                        "detected",
                        "problem",
                        "report",
                        "report_deleted_at"));
    }

    private static Schema rows() {
        Schema rows = RecordSchemas.object("How many rows were read, and what became of them.");
        for (String name : List.of("read", "created", "updated", "unchanged", "refused")) {
            rows.addProperty(name, ValueSchemas.count()).addRequired(name);
        }
        return rows;
    }

    private static Schema bytes() {
        return RecordSchemas.object("How much of the file was read, of what has come of it, as it was sent.")
                .addProperty("read", ValueSchemas.integer(0, Limits.MAX_IMPORT_BYTES))
                .addProperty("total", ValueSchemas.integer(0, Limits.MAX_IMPORT_BYTES))
                .required(List.of("read", "total"));
    }

    private static Schema detection() {
        Schema column = RecordSchemas.object("A column, or a key of NDJSON.")
                .addProperty("name", ValueSchemas.string(Limits.MAX_CELL_LENGTH).description("As in the file."))
                .addProperty(
                        "field",
                        orNull(ValueSchemas.string(200)
                                .description("The field that it fills; null if it is left out.")))
                .required(List.of("name", "field"));
        return RecordSchemas.object("What was found out about a file, or said of it.")
                .addProperty("format", ValueSchemas.oneOf(List.of("csv", "ndjson")))
                .addProperty("compression", ValueSchemas.oneOf(List.of("none", "gzip")))
                .addProperty("charset", ValueSchemas.string(64))
                .addProperty("delimiter", orNull(ValueSchemas.string(1).description("Null for NDJSON.")))
                .addProperty("columns", RecordSchemas.list(column).maxItems(Limits.MAX_COLUMNS))
                .required(List.of("format", "compression", "charset", "delimiter", "columns"));
    }

    private static Schema problem() {
        return RecordSchemas.object("Why a job ended before its file did.")
                .addProperty("code", ValueSchemas.string(64))
                .addProperty("detail", ValueSchemas.string(65_536))
                .addProperty("line", orNull(count("The line of the file; null where it is about none.")))
                .required(List.of("code", "detail", "line"));
    }

    private static Schema wholeReport() {
        return RecordSchemas.object("What became of the rows that there is something to tell of.")
                .addProperty("job", RecordSchemas.reference("ImportJob"))
                .addProperty("refused", unboundedList("ImportRefusal"))
                .addProperty("changed", unboundedList("ImportChange"))
                .addProperty(
                        "codes",
                        RecordSchemas.object("How often each code stands among the refusals; row-failed is a row that"
                                        + " met an error of ours, which the log of the node tells.")
                                .additionalPropertiesSchema(ValueSchemas.integer(1, MAX_INTEGER)))
                .addProperty("possible_duplicates", unboundedList("ImportDuplicate"))
                .required(List.of("job", "refused", "codes", "changed", "possible_duplicates"));
    }

    /** Returns an array that can have as many items as a file has rows, or more. */
    private static Schema unboundedList(String schema) {
        return RecordSchemas.list(RecordSchemas.reference(schema)).maxItems(Integer.MAX_VALUE);
    }

    private static Schema refusal() {
        return RecordSchemas.object("One thing for which a row was refused.")
                .addProperty("line", line())
                .addProperty(
                        "field",
                        orNull(ValueSchemas.string(65_536).description("The field or column; null for the whole row.")))
                .addProperty("code", ValueSchemas.string(64))
                .addProperty(
                        "value",
                        orNull(ValueSchemas.string(Limits.MAX_ROW_LENGTH).description("What stands there.")))
                .addProperty("did_you_mean", orNull(ValueSchemas.string(65_536)))
                .addProperty("why", ValueSchemas.string(65_536).description("The same in words."))
                .required(List.of("line", "field", "code", "value", "did_you_mean", "why"));
    }

    private static Schema change() {
        return RecordSchemas.object("A record that a row has changed.")
                .addProperty("line", line())
                .addProperty("id", uuid("The record's id."))
                .addProperty("slug", ValueSchemas.string(200))
                .addProperty("changed", RecordSchemas.list(RecordSchemas.reference("ChangedValue")))
                .required(List.of("line", "id", "slug", "changed"));
    }

    private static Schema duplicate() {
        Schema like = RecordSchemas.object("A record that may be the same.")
                .addProperty("id", ValueSchemas.string(64))
                .addProperty("slug", ValueSchemas.string(200))
                .addProperty("name", ValueSchemas.string(1_000))
                .addProperty(
                        "score",
                        ValueSchemas.number().description("1 for the same name, less for one that is nearly so."))
                .required(List.of("id", "slug", "name", "score"));
        return RecordSchemas.object("A record that was created, and may be a double.")
                .addProperty("line", line())
                .addProperty("id", ValueSchemas.string(64).description("The new record's id."))
                .addProperty("slug", ValueSchemas.string(200))
                .addProperty("like", like)
                .required(List.of("line", "id", "slug", "like"));
    }

    private static Schema line() {
        return ValueSchemas.integer(1, MAX_INTEGER).description("Where the row begins in the file.");
    }

    private static Schema count(String description) {
        return ValueSchemas.count().description(description);
    }

    private static Schema uuid(String description) {
        return ValueSchemas.string(64).description(description);
    }

    private static Schema time(String description) {
        return ValueSchemas.string(35).format("date-time").description(description);
    }

    private static Schema orNull(Schema schema) {
        return RecordSchemas.nullable(schema, false);
    }

    private static Schema referenceOrNull(String schema) {
        return OASFactory.createSchema()
                .addAnyOf(RecordSchemas.reference(schema))
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    /** Returns an example of a queued job. */
    public static Map<String, Object> queued() {
        return job(ImportState.QUEUED, 0, null, null, null);
    }

    /** Returns an example of a job that reached the end of its file. */
    public static Map<String, Object> done() {
        Map<String, Object> detected = Examples.of(
                "format", "csv",
                "compression", "none",
                "charset", "UTF-8",
                "delimiter", ";",
                "columns",
                        List.of(
                                Examples.of("name", "Nom", "field", "name"),
                                Examples.of("name", "Pays", "field", "country")));
        return job(ImportState.DONE, 1, EXAMPLE_TIME, 250, detected);
    }

    private static Map<String, Object> job(
            ImportState state, int rows, String time, Integer perSecond, Object detected) {
        return Examples.of(
                "id",
                EXAMPLE_ID,
                "resource",
                "startups",
                "state",
                state.code(),
                "dry_run",
                false,
                "mode",
                "upsert",
                "on_error",
                "skip",
                "rows",
                Examples.of("read", 2 * rows, "created", 0, "updated", rows, "unchanged", 0, "refused", rows),
                "bytes",
                Examples.of("read", 38 * rows, "total", 38),
                "rows_per_second",
                perSecond,
                "seconds_left",
                null,
                "created_at",
                EXAMPLE_TIME,
                "started_at",
                time,
                "ended_at",
                time,
                "created_by",
                "admin",
                "detected",
                detected,
                "problem",
                null,
                "report",
                "/v1/imports/" + EXAMPLE_ID + "/report",
                "report_deleted_at",
                null);
    }

    /** Returns an example of the deletion of the job's report, as a dry run shows it. */
    public static Map<String, Object> reportDeletion() {
        return Examples.of(
                "data",
                List.of(Examples.of("op", "deleted", "resource", "imports", "id", EXAMPLE_ID, "report_entries", 2)),
                "meta",
                Examples.of("dry_run", true));
    }

    /** Returns an example of the job's report. */
    public static Map<String, Object> report() {
        return Examples.of(
                "job", done(),
                "refused",
                        List.of(Examples.of(
                                "line", 3,
                                "field", "country",
                                "code", "unknown-code",
                                "value", "Atlantis",
                                "did_you_mean", null,
                                "why", "'Atlantis' is none of the codes of /v1/countries.")),
                "codes", Examples.of("unknown-code", 1),
                "changed",
                        List.of(Examples.of(
                                "line",
                                2,
                                "id",
                                EXAMPLE_RECORD,
                                "slug",
                                "chari",
                                "changed",
                                List.of(Examples.of("path", "/country", "from", null, "to", "MA")))),
                "possible_duplicates", List.of());
    }
}
