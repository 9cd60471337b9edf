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
import java.util.UUID;
import org.startupatlas.http.format.Csv;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.schema.Language;

/** Writes a report as CSV: one line for each problem, changed value, possible duplicate and conflict. */
final class CsvReport {

    private static final List<String> HEADER =
            List.of("line", "kind", "field", "code", "value", "why", "id", "slug", "from", "to", "score");

    /** The media type of this report in the OpenAPI document, with the structure of {@code content}. */
    static final String CONTENT =
            """
            {"text/csv":{"schema":{"type":"string","maxLength":2147483647,"description":"RFC 4180 with a header line;\
             a row for each thing that is wrong, each changed value and each possible duplicate."},\
            "example":"line,kind,field,code,value,why,id,slug,from,to,score\\r\\n"}}""";

    private final ImportReport report;
    private final UUID job;
    private final Language language;

    CsvReport(ImportReport report, UUID job, Language language) {
        this.report = report;
        this.job = job;
        this.language = language;
    }

    void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(HEADER);
            report.refused(job, language).forEach(refusal -> csv.writeRecord(line(refusal)));
            report.changed(job)
                    .forEach(record -> record.changed().forEach(change -> csv.writeRecord(line(record, change))));
            report.duplicates(job).forEach(duplicate -> csv.writeRecord(line(duplicate)));
            report.conflicts(job).forEach(conflict -> csv.writeRecord(line(conflict)));
        }
    }

    private static List<String> line(JsonReport.Refusal refusal) {
        return List.of(
                String.valueOf(refusal.line()),
                ReportRow.Kind.REFUSED.code(),
                cell(refusal.field()),
                cell(refusal.code()),
                cell(refusal.value()),
                refusal.why(),
                "",
                "",
                "",
                "",
                "");
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
                json(change.get("from")),
                json(change.get("to")),
                "");
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
                Csv.cell(DoubleNode.valueOf(like.score())));
    }
}
