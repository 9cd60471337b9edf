package org.startupatlas.openapi.path;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.startupatlas.http.Limits;
import org.startupatlas.http.record.WriteOperation;
import org.startupatlas.imports.ImportRequestParser;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Adds an operation for each resource into which files are imported, after the one that was scanned, and describes the
 * parameters of imports.
 */
final class ImportPaths {

    /** The path of the scanned operation. */
    private static final String UPLOADS = "/v1/imports/{resource}";

    private static final String FILE = "ImportFile";
    private static final String ACCEPTED = "ImportAccepted";
    private static final String PREVIEWED = "FilePreviewed";

    private static final String ROWS_OF_CONTRIBUTORS =
            " Rows of a contributor for records that do not belong to its partner are refused; the others are"
                    + " written.";

    private final SchemaRegistry registry;
    private final Paths paths;
    private final Components components;

    ImportPaths(SchemaRegistry registry, Paths paths, Components components) {
        this.registry = registry;
        this.paths = paths;
        this.components = components;
    }

    void add() {
        addParameters();
        Operation upload = paths.getPathItem(UPLOADS).getPOST();
        paths.removePathItem(UPLOADS);
        components.addRequestBody(FILE, file());
        components.addResponse(ACCEPTED, upload.getResponses().getAPIResponse("202"));
        components.addResponse(PREVIEWED, upload.getResponses().getAPIResponse("200"));
        upload.getResponses().addAPIResponse("200", Responses.reference(PREVIEWED));
        upload.getResponses().addAPIResponse("202", Responses.reference(ACCEPTED));
        registry.schemas().stream()
                .filter(resourceSchema -> !resourceSchema.resource().equals(ResourceSchema.COUNTRIES))
                .forEach(resourceSchema -> paths.addPathItem(
                        "/v1/imports/" + resourceSchema.resource(),
                        OASFactory.createPathItem().POST(upload(upload, resourceSchema))));
    }

    private static Operation upload(Operation scanned, ResourceSchema resourceSchema) {
        String words = resourceSchema.resource().replace('_', ' ');
        return OASFactory.createOperation()
                .operationId("import" + ComponentNames.pascal(resourceSchema.resource()))
                .tags(scanned.getTags())
                .summary("Import " + words)
                .description("Accepts a file whose rows are " + words + " and returns the job that imports it."
                        + (resourceSchema.isImportedByOwners() ? ROWS_OF_CONTRIBUTORS : "")
                        + WriteRoles.of(WriteOperation.IMPORT, resourceSchema))
                .parameters(scanned.getParameters().stream()
                        .filter(parameter -> parameter.getIn() != Parameter.In.PATH)
                        .toList())
                .requestBody(OASFactory.createRequestBody().ref(ComponentNames.requestBodyReference(FILE)))
                .responses(scanned.getResponses())
                .security(scanned.getSecurity());
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
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        OASFactory.createMediaType().schema(text("A workbook of Excel.")))
                .addMediaType(
                        "application/vnd.oasis.opendocument.spreadsheet",
                        OASFactory.createMediaType().schema(text("A workbook of LibreOffice.")))
                .addMediaType("application/gzip", OASFactory.createMediaType().schema(text("A text, compressed.")))
                .addMediaType(
                        "application/octet-stream",
                        OASFactory.createMediaType().schema(text("Any of them; the format is detected.")));
        return OASFactory.createRequestBody()
                .required(true)
                .description("A file of records, as the body itself and not as a form; at most 1 GiB.")
                .content(content);
    }

    private void addParameters() {
        components.addParameter(
                "import.dry_run",
                Parameters.query("dry_run", "Whether to do all of it and write nothing.", ValueSchemas.bool()));
        components.addParameter(
                "import.preview",
                Parameters.query(
                        "preview",
                        "Whether to answer how the file is read and what would become of its first 20 rows, by its first"
                                + " MiB, without a job.",
                        ValueSchemas.bool()));
        components.addParameter(
                "import.mode",
                choice(
                        "mode",
                        "create refuses rows whose record exists; upsert, the default, updates it.",
                        ImportRequestParser.MODES));
        components.addParameter(
                "import.on_error",
                choice(
                        "on_error",
                        "Whether a refused row ends the job; skip, the default, continues.",
                        ImportRequestParser.ON_ERRORS));
        components.addParameter(
                "import.strict",
                Parameters.query(
                        "strict",
                        "Whether a cell that is not understood refuses its row; otherwise it is left out.",
                        ValueSchemas.bool()));
        components.addParameter(
                "import.conflict",
                choice(
                        "conflict",
                        "What happens to a different stored value: overwrite, the default, replaces it; fill writes only"
                                + " unknown values; ask also reports the others.",
                        ImportRequestParser.CONFLICTS));
        components.addParameter(
                "import.match",
                choice(
                        "match",
                        "name updates a record of that name although its country or website differ.",
                        ImportRequestParser.MATCHES));
        components.addParameter(
                "import.charset",
                choice("charset", "The charset of a CSV, instead of the detected one.", ImportRequestParser.CHARSETS));
        components.addParameter(
                "import.delimiter",
                choice(
                        "delimiter",
                        "The delimiter of a CSV, instead of the detected one.",
                        ImportRequestParser.DELIMITERS));
        components.addParameter(
                "import.sheet",
                Parameters.query(
                        "sheet",
                        "The sheet of a workbook, by name or number; else the first with known columns.",
                        ValueSchemas.string(200)));
        components.addParameter("import.mapping", mapping());
        components.addParameter(
                "import.format",
                choice("format", "The format; it beats the header Accept.", List.of("json", "csv", "xlsx")));
        components.addParameter(
                "import.report_rows",
                choice(
                        "rows",
                        "refused tells of refused rows only; a table has them as the file does, with a last column"
                                + " that says why, to be mended and sent again; all is the default.",
                        ImportRequestParser.ROWS));
        components.addParameter(
                "import.lang",
                choice(
                        "lang",
                        "The language of messages; it beats Accept-Language.",
                        List.of(Language.FR.code(), Language.AR.code(), Language.EN.code())));
    }

    /** Returns the parameter {@code mapping}, which is JSON because a column name can contain any character. */
    private static Parameter mapping() {
        return Parameters.query(
                "mapping",
                "The fields of columns, instead of the detected ones; null leaves a column out. Keys of NDJSON"
                        + " may be dotted.",
                ValueSchemas.string(Limits.MAX_ROW_LENGTH)
                        .contentMediaType(Format.JSON.mediaType())
                        .contentSchema(OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .additionalPropertiesSchema(RecordSchemas.nullable(ValueSchemas.string(200), false)))
                        .examples(List.of("{\"Raison sociale\":\"name\",\"Téléphone\":\"\"}")));
    }

    private static Parameter choice(String name, String description, List<String> choices) {
        return Parameters.query(name, description, ValueSchemas.oneOf(choices));
    }

    private static Schema text(String description) {
        return ValueSchemas.string(Integer.MAX_VALUE).description(description);
    }
}
