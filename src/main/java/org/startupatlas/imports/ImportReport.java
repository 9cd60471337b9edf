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
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.report.ReportRepository;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** Serves the report of a job, as JSON or as CSV. */
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
        StreamingOutput body = parameters.format() == Format.CSV
                ? out -> new CsvReport(this, job, parameters.lang()).write(out)
                : out -> json.writeValue(out, json(job, parameters.lang()));
        return ResponseBuilder.streamed(parameters.format(), body);
    }

    private JsonReport json(ImportJob job, Language language) {
        Map<String, Long> codes = new LinkedHashMap<>();
        return new JsonReport(
                ImportJobJson.of(job, Instant.now(), language),
                rows(job.id(), ReportRow.Kind.REFUSED, entry -> {
                    JsonReport.Refusal refusal = JsonReport.Refusal.of(entry, language);
                    codes.merge(refusal.code(), 1L, Long::sum);
                    return refusal;
                }),
                codes,
                leftOut(job.id(), language),
                changed(job.id()),
                duplicates(job.id()),
                conflicts(job.id()));
    }

    Iterable<JsonReport.Refusal> refused(UUID job, Language language) {
        return rows(job, ReportRow.Kind.REFUSED, entry -> JsonReport.Refusal.of(entry, language));
    }

    Iterable<JsonReport.Refusal> leftOut(UUID job, Language language) {
        return rows(job, ReportRow.Kind.LEFT_OUT, entry -> JsonReport.Refusal.of(entry, language));
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
        return () -> Stream.iterate(
                        reports.readBatch(job, kind, null),
                        batch -> !batch.isEmpty(),
                        batch -> reports.readBatch(
                                job, kind, batch.get(batch.size() - 1).key()))
                .flatMap(List::stream)
                .map(row -> read.apply((ObjectNode) StoredJson.tree(row.document())))
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
