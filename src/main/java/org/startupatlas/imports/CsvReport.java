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

/** A report as CSV: one line for each thing that is wrong, each value that was changed, and each possible double. */
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
            report.forEach(job, ReportRow.Kind.REFUSED, finding -> csv.writeRecord(refused(finding)));
            report.forEach(job, ReportRow.Kind.CHANGED, finding -> finding.get(ReportRowJson.CHANGED)
                    .forEach(change -> csv.writeRecord(changed(finding, change))));
            report.forEach(job, ReportRow.Kind.POSSIBLE_DUPLICATE, finding -> csv.writeRecord(duplicate(finding)));
        }
    }

    private List<String> refused(ObjectNode finding) {
        return List.of(
                Csv.cell(finding.get(ReportRowJson.LINE)),
                ReportRow.Kind.REFUSED.code(),
                Csv.cell(finding.get(ReportRowJson.FIELD)),
                Csv.cell(finding.get(ReportRowJson.CODE)),
                Csv.cell(finding.get(ReportRowJson.VALUE)),
                ImportReport.why(finding, language),
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> changed(ObjectNode finding, JsonNode change) {
        return List.of(
                Csv.cell(finding.get(ReportRowJson.LINE)),
                ReportRow.Kind.CHANGED.code(),
                Csv.cell(change.get("path")),
                "",
                "",
                "",
                Csv.cell(finding.get("id")),
                Csv.cell(finding.get("slug")),
                text(change.get("from")),
                text(change.get("to")),
                "");
    }

    /** A value as the file would have it; lists and objects as JSON. */
    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : Csv.cell(value);
    }

    private static List<String> duplicate(ObjectNode finding) {
        JsonNode like = finding.get("like");
        return List.of(
                Csv.cell(finding.get(ReportRowJson.LINE)),
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
