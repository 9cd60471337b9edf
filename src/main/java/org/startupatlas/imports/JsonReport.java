package org.startupatlas.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.schema.Language;

/**
 * Writes a report as JSON: the job, a list of report rows for each kind in the order of the file, and the number of
 * refusals for each code.
 */
final class JsonReport {

    private final ImportReport report;
    private final ObjectNode job;
    private final Language language;
    private final ObjectNode codes = JsonNodeFactory.instance.objectNode();

    JsonReport(ImportReport report, ObjectNode job, Language language) {
        this.report = report;
        this.job = job;
        this.language = language;
    }

    void write(OutputStream out) throws IOException {
        write(out, "{\"job\":" + job);
        writeAll(out, "refused", ReportRow.Kind.REFUSED);
        write(out, ",\"codes\":" + codes);
        writeAll(out, "changed", ReportRow.Kind.CHANGED);
        writeAll(out, "possible_duplicates", ReportRow.Kind.POSSIBLE_DUPLICATE);
        write(out, "}");
    }

    private void writeAll(OutputStream out, String name, ReportRow.Kind kind) throws IOException {
        write(out, ",\"" + name + "\":[");
        String[] separator = {""};
        report.forEach(UUID.fromString(job.get("id").textValue()), kind, entry -> {
            write(out, separator[0] + json(kind, entry));
            separator[0] = ",";
        });
        write(out, "]");
    }

    private ObjectNode json(ReportRow.Kind kind, ObjectNode entry) {
        if (kind == ReportRow.Kind.REFUSED) {
            String code = entry.get(ReportRowJson.CODE).textValue();
            codes.put(code, codes.path(code).longValue() + 1);
            entry.put("why", ImportReport.message(entry, language));
            entry.remove(List.of(ReportRowJson.ARGUMENTS, ReportRowJson.REDACTED));
        }
        return entry;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
