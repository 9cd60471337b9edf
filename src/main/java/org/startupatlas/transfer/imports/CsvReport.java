package org.startupatlas.transfer.imports;

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
import org.startupatlas.http.Csv;
import org.startupatlas.query.Language;

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
            report.forEach(job, Finding.Kind.REFUSED, finding -> csv.writeRecord(refused(finding)));
            report.forEach(job, Finding.Kind.CHANGED, finding -> finding.get(FindingJson.CHANGED)
                    .forEach(change -> csv.writeRecord(changed(finding, change))));
            report.forEach(job, Finding.Kind.POSSIBLE_DUPLICATE, finding -> csv.writeRecord(duplicate(finding)));
        }
    }

    private List<String> refused(ObjectNode finding) {
        return List.of(
                Csv.cell(finding.get(FindingJson.LINE)),
                Finding.Kind.REFUSED.code(),
                Csv.cell(finding.get(FindingJson.FIELD)),
                Csv.cell(finding.get(FindingJson.CODE)),
                Csv.cell(finding.get(FindingJson.VALUE)),
                ImportReport.why(finding, language),
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> changed(ObjectNode finding, JsonNode change) {
        return List.of(
                Csv.cell(finding.get(FindingJson.LINE)),
                Finding.Kind.CHANGED.code(),
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
                Csv.cell(finding.get(FindingJson.LINE)),
                Finding.Kind.POSSIBLE_DUPLICATE.code(),
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
