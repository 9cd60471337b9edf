package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.schema.Language;

/** Writes a report as CSV: one line for each problem, each changed value and each possible duplicate. */
final class CsvReport {

    private static final List<String> HEADER =
            List.of("line", "kind", "field", "code", "value", "why", "id", "slug", "from", "to", "score");

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
            report.forEach(job, ReportRow.Kind.REFUSED, entry -> csv.writeRecord(refused(entry)));
            report.forEach(job, ReportRow.Kind.CHANGED, entry -> entry.get(ReportRowJson.CHANGED)
                    .forEach(change -> csv.writeRecord(changed(entry, change))));
            report.forEach(job, ReportRow.Kind.POSSIBLE_DUPLICATE, entry -> csv.writeRecord(duplicate(entry)));
        }
    }

    private List<String> refused(ObjectNode entry) {
        return List.of(
                Csv.cell(entry.get(ReportRowJson.LINE)),
                ReportRow.Kind.REFUSED.code(),
                Csv.cell(entry.get(ReportRowJson.FIELD)),
                Csv.cell(entry.get(ReportRowJson.CODE)),
                Csv.cell(entry.get(ReportRowJson.VALUE)),
                ImportReport.message(entry, language),
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> changed(ObjectNode entry, JsonNode change) {
        return List.of(
                Csv.cell(entry.get(ReportRowJson.LINE)),
                ReportRow.Kind.CHANGED.code(),
                Csv.cell(change.get("path")),
                "",
                "",
                "",
                Csv.cell(entry.get("id")),
                Csv.cell(entry.get("slug")),
                text(change.get("from")),
                text(change.get("to")),
                "");
    }

    /** Returns a value as an export writes it into a cell; lists and objects as JSON. */
    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : Csv.cell(value);
    }

    private static List<String> duplicate(ObjectNode entry) {
        JsonNode like = entry.get("like");
        return List.of(
                Csv.cell(entry.get(ReportRowJson.LINE)),
                ReportRow.Kind.POSSIBLE_DUPLICATE.code(),
                "name",
                "",
                Csv.cell(like.get("name")),
                "",
                Csv.cell(like.get("id")),
                Csv.cell(like.get("slug")),
                "",
                "",
                Csv.cell(like.get("score")));
    }
}
