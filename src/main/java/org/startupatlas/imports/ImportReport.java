package org.startupatlas.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.report.ReportRepository;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportSummary;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;

/** Serves the report of a job, as JSON, as CSV or as a workbook. */
@Singleton
class ImportReport {

    private final ReportRepository reports;
    private final ObjectWriter json;

    ImportReport(ReportRepository reports, ObjectMapper json) {
        this.reports = reports;
        // Closed by a failure in its middle, the response would look complete.
        this.json = json.writer()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.WRAP_EXCEPTIONS);
    }

    /** Returns the report of a job; it grows while the job runs. */
    Response of(ImportJob job, ReportParameters parameters) {
        requireReportExists(job);
        ReportMessages messages = ReportMessages.of(job, parameters.lang());
        boolean isOfRefused = parameters.rows() == ReportParameters.Rows.REFUSED;
        StreamingOutput body;
        if (parameters.format() == Format.JSON) {
            body = out -> json.writeValue(out, json(job, messages, isOfRefused));
        } else if (isOfRefused) {
            RefusedRows rows = new RefusedRows(reports, job, messages);
            body = out -> table(parameters, rows.delimiter()).write(out, rows::write);
        } else {
            ReportLines lines = new ReportLines(this, job, messages);
            body = out -> table(parameters, ',').write(out, lines::write);
        }
        return ResponseBuilder.streamed(parameters.format(), body);
    }

    private static ReportTable table(ReportParameters parameters, char delimiter) {
        return new ReportTable(parameters.format(), delimiter, parameters.lang());
    }

    private JsonReport json(ImportJob job, ReportMessages messages, boolean isOfRefused) {
        Map<String, Long> codes = new LinkedHashMap<>();
        UUID id = job.id();
        ReportSummary summary = summary(id, isOfRefused ? List.of(ReportRow.Kind.REFUSED) : ReportRow.Kind.WITH_CAUSES);
        return new JsonReport(
                summary.causes().stream()
                        .map(cause -> JsonReport.Cause.of(cause, messages))
                        .toList(),
                summary.moreCauses(),
                ImportJobJson.of(job, Instant.now(), messages.language()),
                rows(id, ReportRow.Kind.REFUSED, entry -> {
                    JsonReport.Refusal refusal = JsonReport.Refusal.of(entry, messages);
                    codes.merge(refusal.code(), 1L, Long::sum);
                    return refusal;
                }),
                codes,
                isOfRefused ? List.of() : leftOut(id, messages),
                isOfRefused ? List.of() : changed(id),
                isOfRefused ? List.of() : duplicates(id),
                isOfRefused ? List.of() : conflicts(id));
    }

    ReportSummary summary(UUID job, List<ReportRow.Kind> kinds) {
        return reports.summary(job, kinds);
    }

    Iterable<JsonReport.Refusal> refused(UUID job, ReportMessages messages) {
        return rows(job, ReportRow.Kind.REFUSED, entry -> JsonReport.Refusal.of(entry, messages));
    }

    Iterable<JsonReport.Refusal> leftOut(UUID job, ReportMessages messages) {
        return rows(job, ReportRow.Kind.LEFT_OUT, entry -> JsonReport.Refusal.of(entry, messages));
    }

    Iterable<JsonReport.Change> changed(UUID job) {
        return rows(job, ReportRow.Kind.CHANGED, JsonReport.Change::of);
    }

    Iterable<JsonReport.Duplicate> duplicates(UUID job) {
        return rows(job, ReportRow.Kind.POSSIBLE_DUPLICATE, JsonReport.Duplicate::of);
    }

    Iterable<JsonReport.Conflict> conflicts(UUID job) {
        return rows(job, ReportRow.Kind.CONFLICT, JsonReport.Conflict::of);
    }

    /** Reads the report rows of one kind in the order of the file, one batch of rows in memory at a time. */
    private <T> Iterable<T> rows(UUID job, ReportRow.Kind kind, Function<ObjectNode, T> read) {
        Iterable<ReportRow> rows = inBatches(after -> reports.readBatch(job, kind, after));
        return () -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> read.apply((ObjectNode) StoredJson.tree(row.document())))
                .iterator();
    }

    /**
     * Returns the report rows of all batches.
     *
     * @param batchAfter returns the batch after a row; the first one for null, an empty one at the end
     */
    static Iterable<ReportRow> inBatches(Function<ReportRow.Key, List<ReportRow>> batchAfter) {
        return () -> Stream.iterate(
                        batchAfter.apply(null),
                        batch -> !batch.isEmpty(),
                        batch -> batchAfter.apply(batch.get(batch.size() - 1).key()))
                .flatMap(List::stream)
                .iterator();
    }

    /**
     * Rejects a request for a deleted report.
     *
     * @throws RejectedException if the report was deleted
     */
    static void requireReportExists(ImportJob job) {
        if (job.reportDeletedAt() != null) {
            throw RejectedException.of(
                    ProblemKind.GONE, Violation.ofWhole("report-deleted", RecordJson.time(job.reportDeletedAt())));
        }
    }
}
