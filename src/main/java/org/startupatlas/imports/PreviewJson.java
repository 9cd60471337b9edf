package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.job.ImportPreviewer;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.schema.Language;
import org.startupatlas.write.batch.RowResult;

@Schema(
        name = "FilePreview",
        description = "How a file is read, and what would become of its first rows.",
        example = PreviewJson.EXAMPLE)
record PreviewJson(
        @Schema(nullable = true) Detection detected,
        @Schema(maxItems = ImportPreviewer.MAX_ROWS) List<Row> rows,
        @Schema(description = "Why the file cannot be read, or not further.", nullable = true)
                ImportJobJson.ImportProblem problem) {

    static final String EXAMPLE =
            """
            {"detected":{"format":"csv","compression":"none","charset":"UTF-8","delimiter":";","sheet":null,\
            "header_line":1,"columns":[{"name":"Nom","field":"name","taken_for":null,"nearest":[],"unknown":[]},\
            {"name":"Fax","field":null,"taken_for":null,"nearest":[],"unknown":[]}],"skipped":[]},\
            "rows":[{"line":2,"action":"create","id":null,"slug":"souk-tech","record":{"name":"Souk Tech",\
            "slug":"souk-tech"},"changed":[],"problems":[],"left_out":[],"possible_duplicates":[],"conflicts":[]}],\
            "problem":null}""";

    private static final int MAX_PER_ROW = 65_536;

    /** What a new record gets beside its values. */
    private static final Set<String> OF_SERVER = Set.of("version", "created_at", "updated_at");

    @Schema(name = "PreviewedRow", description = "A row, and what would become of it.")
    record Row(
            @Schema(description = "Where it begins.", minimum = "1", maximum = "9007199254740991") long line,
            @Schema(enumeration = {"create", "update", "unchanged", "refuse"}) String action,
            @Schema(description = "The record's id; null for a new one.", maxLength = 64, nullable = true) String id,
            @Schema(description = "The record's slug.", maxLength = 200, nullable = true) String slug,
            @Schema(
                            type = SchemaType.OBJECT,
                            description = "The known values of the new record; null unless it is created.",
                            nullable = true)
                    JsonNode record,
            @Schema(type = SchemaType.ARRAY, implementation = LoggedChange.ChangedValue.class, maxItems = MAX_PER_ROW)
                    JsonNode changed,
            @Schema(description = "Why it is refused.", maxItems = MAX_PER_ROW) List<JsonReport.Refusal> problems,
            @Schema(description = "Cells that are left out.", maxItems = MAX_PER_ROW) List<JsonReport.Refusal> leftOut,
            @Schema(maxItems = MAX_PER_ROW) List<JsonReport.Like> possibleDuplicates,
            @Schema(maxItems = MAX_PER_ROW) List<JsonReport.Conflict> conflicts) {

        private static Row of(ImportPreviewer.Row previewed, ReportMessages messages) {
            RowResult result = previewed.result();
            boolean isNew = result.kind() == RowResult.Kind.CREATED;
            return new Row(
                    previewed.row().line(),
                    action(result.kind()),
                    isNew && !isIdGiven(previewed.row()) ? null : result.id(),
                    result.slug(),
                    isNew && result.record() != null ? known(result.record(), previewed.row()) : null,
                    result.changed() == null ? JsonNodeFactory.instance.arrayNode() : result.changed(),
                    entries(previewed, ReportRow.Kind.REFUSED, entry -> JsonReport.Refusal.of(entry, messages)),
                    entries(previewed, ReportRow.Kind.LEFT_OUT, entry -> JsonReport.Refusal.of(entry, messages)),
                    entries(previewed, ReportRow.Kind.POSSIBLE_DUPLICATE, entry -> JsonReport.Duplicate.of(entry)
                            .like()),
                    entries(previewed, ReportRow.Kind.CONFLICT, JsonReport.Conflict::of));
        }

        private static String action(RowResult.Kind kind) {
            return switch (kind) {
                case CREATED -> "create";
                case UPDATED -> "update";
                case UNCHANGED -> "unchanged";
                case REFUSED -> "refuse";
            };
        }

        private static <T> List<T> entries(
                ImportPreviewer.Row previewed, ReportRow.Kind kind, Function<ObjectNode, T> read) {
            return previewed.entries().stream()
                    .filter(entry -> entry.kind() == kind)
                    .map(entry -> read.apply(entry.document()))
                    .toList();
        }

        private static boolean isIdGiven(ImportRow row) {
            return row.record().path("id").isTextual();
        }

        /** Returns the values of a record that are not unknown; a generated id would be another one. */
        private static ObjectNode known(ObjectNode record, ImportRow row) {
            ObjectNode known = JsonNodeFactory.instance.objectNode();
            record.properties().forEach(member -> {
                boolean isOfServer =
                        OF_SERVER.contains(member.getKey()) || member.getKey().equals("id") && !isIdGiven(row);
                if (!isOfServer && !isUnknown(member.getValue())) {
                    known.set(member.getKey(), member.getValue());
                }
            });
            return known;
        }

        private static boolean isUnknown(JsonNode value) {
            return value.isNull()
                    || value.isArray() && value.isEmpty()
                    || value.isObject() && value.valueStream().allMatch(Row::isUnknown);
        }
    }

    static PreviewJson of(ImportPreviewer.Preview preview, Language language) {
        ReportMessages messages = ReportMessages.of(preview.detection(), language);
        return new PreviewJson(
                preview.detection(),
                preview.rows().stream().map(row -> Row.of(row, messages)).toList(),
                preview.problem() == null ? null : ImportJobJson.ImportProblem.of(preview.problem(), language));
    }
}
