package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.startupatlas.http.format.Csv;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.schema.Language;

/** Writes a report as CSV: one line for each problem, changed value, possible duplicate and conflict. */
final class CsvReport {

    private static final List<String> HEADER = List.of(
            "line", "kind", "field", "code", "value", "why", "id", "slug", "from", "to", "score", "did_you_mean");

    /** The media type of this report in the OpenAPI document, with the structure of {@code content}. */
    static final String CONTENT =
            """
            {"text/csv":{"schema":{"type":"string","maxLength":2147483647,"description":"RFC 4180 with a header line;\
             a row for each thing that is wrong, each changed value and each possible duplicate."},\
            "example":"line,kind,field,code,value,why,id,slug,from,to,score,did_you_mean\\r\\n"}}""";

    private static final String UNKNOWN = "unknown";

    private final ImportReport report;
    private final ImportJob job;
    private final Language language;

    CsvReport(ImportReport report, ImportJob job, Language language) {
        this.report = report;
        this.job = job;
        this.language = language;
    }

    void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(HEADER);
            unknown().forEach(csv::writeRecord);
            report.refused(job.id(), language)
                    .forEach(refusal -> csv.writeRecord(line(ReportRow.Kind.REFUSED, refusal)));
            report.leftOut(job.id(), language).forEach(cell -> csv.writeRecord(line(ReportRow.Kind.LEFT_OUT, cell)));
            report.changed(job.id())
                    .forEach(record -> record.changed().forEach(change -> csv.writeRecord(line(record, change))));
            report.duplicates(job.id()).forEach(duplicate -> csv.writeRecord(line(duplicate)));
            report.conflicts(job.id()).forEach(conflict -> csv.writeRecord(line(conflict)));
        }
    }

    /** Returns a line for each column of which cells were read as "unknown". */
    private List<List<String>> unknown() {
        Detection detection = StoredJson.read(job.detection(), Detection.class);
        return detection == null
                ? List.of()
                : detection.columns().stream()
                        .filter(column -> !column.unknown().isEmpty())
                        .map(this::unknown)
                        .toList();
    }

    private List<String> unknown(Detection.Column column) {
        String marks = String.join(", ", column.unknown());
        String why = ProblemTexts.detail(UNKNOWN, List.of(marks), language);
        return List.of("", UNKNOWN, column.field(), "", cell(marks), why, "", "", "", "", "", "");
    }

    private static List<String> line(ReportRow.Kind kind, JsonReport.Refusal refusal) {
        return List.of(
                String.valueOf(refusal.line()),
                kind.code(),
                cell(refusal.field()),
                cell(refusal.code()),
                cell(refusal.value()),
                refusal.why(),
                "",
                "",
                "",
                "",
                "",
                cell(refusal.didYouMean()));
    }

    private static List<String> line(JsonReport.Change record, JsonNode change) {
        return List.of(
                String.valueOf(record.line()),
                ReportRow.Kind.CHANGED.code(),
                Csv.cell(change.get("path")),
                "",
                "",
                "",
                cell(record.id()),
                cell(record.slug()),
                value(change, "from"),
                value(change, "to"),
                "",
                "");
    }

    private static String value(JsonNode change, String side) {
        JsonNode value = change.get(side);
        return ReportRowJson.isOfClaims(change) && value.isArray()
                ? cell(value.valueStream().map(CsvReport::claim).collect(Collectors.joining("; ")))
                : json(value);
    }

    /** Returns a claim in words: {@code city: Safi — Wamda}, or only who claims the record as a whole. */
    private static String claim(JsonNode claim) {
        String about = claim.path("field").isTextual()
                ? claim.get("field").textValue() + ": " + claim.path("value").asText("") + " — "
                : "";
        String notUsed = claim.path("used").booleanValue() ? "" : " (used: false)";
        return about + claim.path("publisher").asText("") + notUsed;
    }

    /** The stored value is in {@code from}, that of the file in {@code to}. */
    private List<String> line(JsonReport.Conflict conflict) {
        return List.of(
                String.valueOf(conflict.line()),
                ReportRow.Kind.CONFLICT.code(),
                cell(conflict.field()),
                "",
                "",
                ProblemTexts.detail(
                        "value-kept", List.of(sources(conflict.stored()), sources(conflict.file())), language),
                cell(conflict.id()),
                cell(conflict.slug()),
                cell(conflict.stored().value()),
                cell(conflict.file().value()),
                "");
    }

    private static String sources(JsonReport.Side side) {
        return side.sources().isEmpty() ? "-" : String.join(", ", side.sources());
    }

    private static String cell(String text) {
        return text == null ? "" : Csv.text(text);
    }

    /** Returns a value as an export writes it into a cell; lists and objects as JSON. */
    private static String json(JsonNode value) {
        return value.isContainerNode() ? value.toString() : Csv.cell(value);
    }

    private static List<String> line(JsonReport.Duplicate duplicate) {
        JsonReport.Like like = duplicate.like();
        return List.of(
                String.valueOf(duplicate.line()),
                ReportRow.Kind.POSSIBLE_DUPLICATE.code(),
                "name",
                "",
                cell(like.name()),
                "",
                cell(like.id()),
                cell(like.slug()),
                "",
                "",
                Csv.cell(DoubleNode.valueOf(like.score())),
                "");
    }
}
