package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.startupatlas.http.Limits;
import org.startupatlas.http.record.WriteOperation;
import org.startupatlas.imports.ImportRequestParser;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.ImportSchemas;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Adds the paths that accept files for import and report the state and results of import jobs. */
final class ImportPaths {

    private static final String PATH = "/v1/imports";
    private static final String JOB = PATH + "/{id}";

    private static final String FILE = "ImportFile";
    private static final String ACCEPTED = "ImportAccepted";

    private static final String FORMAT = "import.format";
    private static final String LANGUAGE = "import.lang";

    private static final String ROWS_OF_CONTRIBUTORS =
            " Of a contributor, a row of a record that is not its partner's is refused, and the others are written.";

    private static final String OWN_JOBS =
            " It takes a key of the role curator, or, for its own jobs, of the role contributor.";

    /** The parameters that describe the uploaded file. */
    private static final List<String> FILE_PARAMETERS = List.of(
            "import.dry_run",
            "import.mode",
            "import.on_error",
            "import.charset",
            "import.delimiter",
            "import.mapping",
            LANGUAGE,
            "Idempotency-Key");

    private final SchemaRegistry registry;
    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    ImportPaths(
            SchemaRegistry registry, Paths paths, Components components, Parameters parameters, Responses responses) {
        this.registry = registry;
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        ImportSchemas.add(components);
        addParameters();
        components.addRequestBody(FILE, file());
        components.addResponse(
                ACCEPTED,
                ResponseHeaders.on(
                        response("The job.", json("ImportJob", ImportSchemas.queued())), List.of("Location")));
        paths.addPathItem(PATH, OASFactory.createPathItem().GET(listOperation()));
        paths.addPathItem(JOB, job());
        paths.addPathItem(
                JOB + "/report",
                OASFactory.createPathItem().GET(reportOperation()).DELETE(deleteReportOperation()));
        registry.schemas().stream()
                .filter(resourceSchema -> !resourceSchema.resource().equals(ResourceSchema.COUNTRIES))
                .forEach(resourceSchema -> paths.addPathItem(
                        PATH + "/" + resourceSchema.resource(),
                        OASFactory.createPathItem().POST(uploadOperation(resourceSchema))));
    }

    private Operation listOperation() {
        return operation(
                        "listImports",
                        "List the imports",
                        "The latest " + Limits.MAX_IMPORTS_LISTED + " jobs, the last first. A job that has ended is"
                                + " kept for " + Limits.DAYS_OF_IMPORTS + " days." + OWN_JOBS,
                        List.of(LANGUAGE))
                .responses(responses.withKey(
                        "200",
                        response(
                                "The latest jobs.",
                                json("ImportJobList", Examples.of("data", List.of(ImportSchemas.done())))),
                        List.of(),
                        List.of()));
    }

    private Operation uploadOperation(ResourceSchema resourceSchema) {
        String words = resourceSchema.resource().replace('_', ' ');
        return operation(
                        "import" + ComponentNames.pascal(resourceSchema.resource()),
                        "Import " + words,
                        "Takes on a file whose rows are " + words + ", and answers the job that reads it in."
                                + (resourceSchema.isImportedByOwners() ? ROWS_OF_CONTRIBUTORS : "")
                                + WriteRoles.of(WriteOperation.IMPORT, resourceSchema),
                        FILE_PARAMETERS)
                .requestBody(OASFactory.createRequestBody().ref(ComponentNames.requestBodyReference(FILE)))
                .responses(
                        responses.withKey("202", Responses.reference(ACCEPTED), List.of(), ProblemResponses.OF_BODIES));
    }

    private static RequestBody file() {
        Content content = OASFactory.createContent()
                .addMediaType(
                        "text/csv",
                        OASFactory.createMediaType()
                                .schema(text("A header and a row for each record. Columns are fields, or what people"
                                        + " call them in English, French and Arabic; charset and delimiter are"
                                        + " detected."))
                                .addExample("example", Examples.value("name\nSouk Tech\n")))
                .addMediaType(
                        "application/x-ndjson",
                        OASFactory.createMediaType()
                                .schema(text("One record as a JSON object on each line, in UTF-8."))
                                .addExample("example", Examples.value("{\"name\":\"Souk Tech\"}\n")))
                .addMediaType(
                        "application/gzip", OASFactory.createMediaType().schema(text("Either of them, compressed.")))
                .addMediaType(
                        "application/octet-stream",
                        OASFactory.createMediaType().schema(text("Either of them; which is detected.")));
        return OASFactory.createRequestBody()
                .required(true)
                .description("A file of records, as the body itself and not as a form; at most 1 GiB.")
                .content(content);
    }

    private PathItem job() {
        return OASFactory.createPathItem()
                .GET(operationOnOne("getImport", "Read one import", "How far a job is." + OWN_JOBS, List.of(LANGUAGE))
                        .responses(responses.withKey(
                                "200",
                                response("The job.", json("ImportJob", ImportSchemas.done())),
                                List.of(),
                                List.of())))
                .DELETE(operationOnOne(
                                "stopImport",
                                "Stop an import",
                                "Stops a job behind the block of rows that it is at, and answers it; what it has written"
                                        + " stays. One that is over stays as it is." + OWN_JOBS,
                                List.of(LANGUAGE))
                        .responses(responses.withKey(
                                "200",
                                response("The job.", json("ImportJob", ImportSchemas.done())),
                                List.of(),
                                List.of())));
    }

    private Operation reportOperation() {
        Map<String, Object> table = OtherFormats.text("RFC 4180 with a header line; a row for each thing that is wrong,"
                + " each value that was changed and each possible double.");
        table.put("example", "line,kind,field,code,value,why,id,slug,from,to,score\r\n");
        APIResponse response = OtherFormats.on(
                response("The report.", json("ImportReport", ImportSchemas.report())),
                Examples.of(Format.CSV.mediaType(), table));
        return operationOnOne(
                        "getImportReport",
                        "Read the report of an import",
                        "Every row that was refused, with all that is wrong with it; every record that was changed, with"
                                + " its values before and after; and the records that a new one may be a double of. As"
                                + " far as the job is, in the order of the rows." + OWN_JOBS,
                        List.of(FORMAT, LANGUAGE))
                .responses(responses.withKey("200", response, List.of(), List.of(ProblemKind.GONE)));
    }

    private Operation deleteReportOperation() {
        return operationOnOne(
                        "deleteImportReport",
                        "Delete the report of an import",
                        "Deletes the report of a job that is over, with the values that it repeats. The job stays, and so"
                                + " does what it has written; the report is 410 from then on. It takes a key of the role curator.",
                        List.of(Parameters.DRY_RUN))
                .responses(responses
                        .withKey(
                                "204",
                                Responses.reference(Responses.DELETED),
                                List.of(),
                                List.of(ProblemKind.CONFLICT, ProblemKind.GONE))
                        .addAPIResponse(
                                "200",
                                response(
                                        "With dry_run: what would be deleted.",
                                        json("DryRun", ImportSchemas.reportDeletion()))));
    }

    private Operation operationOnOne(String id, String summary, String description, List<String> names) {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameters.path("id", "The job's id.", ImportSchemas.EXAMPLE_ID));
        Operation operation = operation(id, summary, description, names);
        all.addAll(operation.getParameters());
        return operation.parameters(all);
    }

    private Operation operation(String id, String summary, String description, List<String> names) {
        return OASFactory.createOperation()
                .operationId(id)
                .addTag(Descriptions.IMPORTS)
                .summary(summary)
                .description(description)
                .parameters(parameters.references(names))
                .security(SecuritySchemes.required());
    }

    private void addParameters() {
        components.addParameter(
                "import.dry_run",
                Parameters.query("dry_run", "Whether to do all of it and write nothing.")
                        .schema(ValueSchemas.bool()));
        components.addParameter(
                "import.mode",
                choice(
                        "mode",
                        "create refuses rows whose record is there; upsert, the default, gives it their values.",
                        ImportRequestParser.MODES));
        components.addParameter(
                "import.on_error",
                choice(
                        "on_error",
                        "Whether a refused row ends the job; skip, the default, goes on.",
                        ImportRequestParser.ON_ERRORS));
        components.addParameter(
                "import.charset",
                choice("charset", "What a CSV is written in, where not to be detected.", ImportRequestParser.CHARSETS));
        components.addParameter(
                "import.delimiter",
                choice("delimiter", "What parts the cells, where not to be detected.", ImportRequestParser.DELIMITERS));
        components.addParameter("import.mapping", mapping());
        components.addParameter(
                FORMAT, choice("format", "The format; it beats the header Accept.", List.of("json", "csv")));
        components.addParameter(
                LANGUAGE,
                choice(
                        "lang",
                        "The language in which it is told why; beats Accept-Language.",
                        List.of(Language.FR.code(), Language.AR.code(), Language.EN.code())));
    }

    /** Returns the parameter {@code mapping}, which is JSON because a column name can contain any character. */
    private static Parameter mapping() {
        return Parameters.query(
                        "mapping",
                        "Fields of columns that are not to be detected; null leaves a column out. Keys of NDJSON may be dotted.")
                .schema(ValueSchemas.string(Limits.MAX_ROW_LENGTH)
                        .contentMediaType(Format.JSON.mediaType())
                        .contentSchema(OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .additionalPropertiesSchema(RecordSchemas.nullable(ValueSchemas.string(200), false)))
                        .examples(List.of("{\"Raison sociale\":\"name\",\"Téléphone\":\"\"}")));
    }

    private static Parameter choice(String name, String description, List<String> choices) {
        return Parameters.query(name, description).schema(ValueSchemas.oneOf(choices));
    }

    private static Schema text(String description) {
        return ValueSchemas.string(Integer.MAX_VALUE).description(description);
    }

    private static APIResponse response(String description, Content content) {
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private static Content json(String schema, Object example) {
        return OASFactory.createContent()
                .addMediaType(
                        Format.JSON.mediaType(),
                        OASFactory.createMediaType()
                                .schema(RecordSchemas.reference(schema))
                                .addExample("example", Examples.value(example)));
    }
}
