package org.startupatlas.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.report.ReportRepository;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** Serves the report of a job, as JSON or as CSV. */
@Singleton
class ImportReport {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV);

    private final ReportRepository reports;

    ImportReport(ReportRepository reports) {
        this.reports = reports;
    }

    /** Consumes the JSON of the report rows. */
    interface EntryConsumer {
        void accept(ObjectNode entry) throws IOException;
    }

    /**
     * Returns the report of a job; it grows while the job runs.
     *
     * @throws RejectedException if a parameter is unknown or invalid
     */
    Response of(ImportJob job, HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of("format", "lang"));
        Format format =
                parameters.format(FORMATS, Negotiation.accepted(request, RequestParameters.of(request), FORMATS));
        Language language = parameters.language().orElseGet(() -> ProblemTexts.language(request));
        parameters.rejectIfInvalid();
        requireReportExists(job);
        StreamingOutput body = format == Format.CSV
                ? out -> new CsvReport(this, job.id(), language).write(out)
                : out -> new JsonReport(this, ImportJson.of(job, Instant.now(), language), language).write(out);
        return ResponseBuilder.streamed(format, body);
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

    /**
     * Passes all report rows of one kind to a consumer, in the order of the file, one batch of rows in memory at a
     * time.
     */
    void forEach(UUID job, ReportRow.Kind kind, EntryConsumer consumer) throws IOException {
        List<ReportRow> batch = reports.readBatch(job, kind, null);
        while (!batch.isEmpty()) {
            for (ReportRow row : batch) {
                consumer.accept((ObjectNode) StoredJson.tree(row.document()));
            }
            batch = reports.readBatch(job, kind, batch.get(batch.size() - 1).key());
        }
    }

    /** Returns the message of a problem. */
    static String message(ObjectNode entry, Language language) {
        if (entry.path(ReportRowJson.REDACTED).booleanValue()) {
            return ProblemTexts.detail("value-redacted", List.of(), language);
        }
        return ProblemTexts.detail(
                entry.get(ReportRowJson.CODE).textValue(),
                StoredJson.strings(entry.get(ReportRowJson.ARGUMENTS)),
                language);
    }
}
