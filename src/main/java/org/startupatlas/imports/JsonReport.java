package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.http.Limits;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.imports.report.ReportSummary;
import org.startupatlas.imports.report.StoredJson;

/**
 * The report of a job, with a list of report rows for each kind in the order of the file. The rows are read while they
 * are written.
 *
 * @param codes counted while the refusals before it are written
 */
@Schema(
        name = "ImportReport",
        description = "The refused rows of a file, the records that it changed, and possible duplicates.",
        example = JsonReport.EXAMPLE)
record JsonReport(
        @Schema(
                        description = "What is wrong, most frequent first; how many causes more there are is in"
                                + " more_causes.",
                        maxItems = ReportSummary.MAX_CAUSES)
                List<Cause> summary,
        @Schema(minimum = "0", maximum = "10000") long moreCauses,
        ImportJobJson job,
        @Schema(type = SchemaType.ARRAY, implementation = Refusal.class, maxItems = Integer.MAX_VALUE)
                Iterable<Refusal> refused,
        @Schema(
                        description =
                                "How often each code occurs among the refusals; row-failed is an internal error, which"
                                        + " is in the log of the node.")
                Map<String, Long> codes,
        @Schema(
                        type = SchemaType.ARRAY,
                        implementation = Refusal.class,
                        maxItems = Integer.MAX_VALUE,
                        description = "The cells that were not understood; their rows are written without them.")
                Iterable<Refusal> leftOut,
        @Schema(type = SchemaType.ARRAY, implementation = Change.class, maxItems = Integer.MAX_VALUE)
                Iterable<Change> changed,
        @Schema(type = SchemaType.ARRAY, implementation = Duplicate.class, maxItems = Integer.MAX_VALUE)
                Iterable<Duplicate> possibleDuplicates,
        @Schema(type = SchemaType.ARRAY, implementation = Conflict.class, maxItems = Integer.MAX_VALUE)
                Iterable<Conflict> conflicts) {

    static final String EXAMPLE =
            """
            {"summary":[{"rows":1,"kind":"refused","field":"country","code":"unknown-code","value":"Atlantis",\
            "did_you_mean":null,"line":3,"why":"1 row, Pays: 'Atlantis' is not known here; /v1/countries lists what is.",\
            "what_to_do":"Write one of the known words, the nearest one if it means the same, or propose the new one to\
             the curators."}],"more_causes":0,"job":"""
                    + ImportJobJson.EXAMPLE
                    + """
            ,"refused":[{"line":3,"field":"country","code":"unknown-code","value":"Atlantis","did_you_mean":null,\
            "why":"'Atlantis' is not known here; /v1/countries lists what is.","what_to_do":"Write one of the known\
             words, the nearest one if it means the same, or propose the new one to the curators."}],"codes":{"unknown-code":1},"left_out":[],\
            "changed":[{"line":2,"id":"01a205b3-d000-7d3d-b08b-afd0dc0cc908","slug":"chari",\
            "changed":[{"path":"country","from":null,"to":"MA"}]}],"possible_duplicates":[],"conflicts":[]}""";

    private static final String LINE = "Where the row begins in the file.";
    private static final String MAX_LINE = "9007199254740991";

    @Schema(name = "ImportCause", description = "What several rows have in common.")
    record Cause(
            @Schema(ref = "Count") long rows,
            @Schema(enumeration = {"refused", "left_out", "possible_duplicate", "conflict"}) String kind,
            @Schema(description = "Null for whole rows.", maxLength = 65_536, nullable = true) String field,
            @Schema(maxLength = 64) String code,
            @Schema(description = "The value of all rows; null for several.", maxLength = 200, nullable = true)
                    String value,
            @Schema(maxLength = 65_536, nullable = true) String didYouMean,
            @Schema(description = "The line of the first row.", minimum = "1", maximum = MAX_LINE) long line,
            @Schema(description = "The same in words.", maxLength = 65_536) String why,
            @Schema(description = "What to do about it.", maxLength = 1_000) String whatToDo) {

        static Cause of(ReportSummary.Cause cause, ReportMessages messages) {
            ObjectNode example = cause.example();
            return new Cause(
                    cause.rows(),
                    cause.kind().code(),
                    cause.field(),
                    cause.code(),
                    cause.isOfValue() ? example.path(ReportRowJson.VALUE).textValue() : null,
                    cause.isOfValue() ? example.path(ReportRowJson.DID_YOU_MEAN).textValue() : null,
                    example.get(ReportRowJson.LINE).longValue(),
                    messages.why(cause),
                    messages.whatToDo(cause));
        }
    }

    @Schema(name = "ImportRefusal", description = "One thing for which a row was refused, or a cell was left out.")
    record Refusal(
            @Schema(description = LINE, minimum = "1", maximum = MAX_LINE) long line,
            @Schema(description = "The field or column; null for the whole row.", maxLength = 65_536, nullable = true)
                    String field,
            @Schema(maxLength = 64) String code,
            @Schema(description = "The value there.", maxLength = Limits.MAX_ROW_LENGTH, nullable = true) String value,
            @Schema(maxLength = 65_536, nullable = true) String didYouMean,
            @Schema(description = "The same in words.", maxLength = 65_536) String why,
            @Schema(description = "What to do about it.", maxLength = 1_000) String whatToDo) {

        static Refusal of(ObjectNode entry, ReportMessages messages) {
            return new Refusal(
                    entry.get(ReportRowJson.LINE).longValue(),
                    entry.get(ReportRowJson.FIELD).textValue(),
                    entry.get(ReportRowJson.CODE).textValue(),
                    entry.get(ReportRowJson.VALUE).textValue(),
                    entry.get(ReportRowJson.DID_YOU_MEAN).textValue(),
                    messages.why(entry),
                    messages.whatToDo(entry));
        }
    }

    @Schema(name = "ImportChange", description = "A record that a row has changed.")
    record Change(
            @Schema(description = LINE, minimum = "1", maximum = MAX_LINE) long line,
            @Schema(description = "The record's id.", maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(type = SchemaType.ARRAY, implementation = LoggedChange.ChangedValue.class, maxItems = 65_536)
                    JsonNode changed) {

        static Change of(ObjectNode entry) {
            return new Change(
                    entry.get(ReportRowJson.LINE).longValue(),
                    entry.get("id").textValue(),
                    entry.get("slug").textValue(),
                    entry.get(ReportRowJson.CHANGED));
        }
    }

    @Schema(name = "ImportDuplicate", description = "A created record that may be a duplicate.")
    record Duplicate(
            @Schema(description = LINE, minimum = "1", maximum = MAX_LINE) long line,
            @Schema(description = "The new record's id.", maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            Like like) {

        static Duplicate of(ObjectNode entry) {
            JsonNode like = entry.get("like");
            return new Duplicate(
                    entry.get(ReportRowJson.LINE).longValue(),
                    entry.get("id").textValue(),
                    entry.get("slug").textValue(),
                    new Like(
                            like.get("id").textValue(),
                            like.get("slug").textValue(),
                            like.get("name").textValue(),
                            like.get("score").doubleValue()));
        }
    }

    @Schema(name = "ImportDifference", description = "A value that was not written, because the record has another.")
    record Conflict(
            @Schema(description = LINE, minimum = "1", maximum = MAX_LINE) long line,
            @Schema(description = "The record's id.", maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 200) String field,
            Side stored,
            Side file) {

        static Conflict of(ObjectNode entry) {
            return new Conflict(
                    entry.get(ReportRowJson.LINE).longValue(),
                    entry.get("id").textValue(),
                    entry.get("slug").textValue(),
                    entry.get(ReportRowJson.FIELD).textValue(),
                    Side.of(entry.get(ReportRowJson.STORED)),
                    Side.of(entry.get(ReportRowJson.FILE)));
        }
    }

    @Schema(name = "ImportSide", description = "A value, and who claims it.")
    record Side(
            @Schema(
                            type = SchemaType.STRING,
                            description = "As in a cell.",
                            maxLength = Limits.MAX_ROW_LENGTH,
                            nullable = true)
                    String value,
            @Schema(maxItems = 1_000, maxLength = 1_000) List<String> sources) {

        static Side of(JsonNode side) {
            JsonNode value = side.get(ReportRowJson.VALUE);
            String text = value.isContainerNode() ? value.toString() : value.asText();
            return new Side(value.isNull() ? null : text, StoredJson.strings(side.get(ReportRowJson.SOURCES)));
        }
    }

    @Schema(name = "ImportLike", description = "A record that may be the same.")
    record Like(
            @Schema(maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 1_000) String name,
            @Schema(description = "1 for the same name, less for a similar one.") double score) {}
}
