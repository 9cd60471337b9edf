package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.http.DerivedAnswers;
import org.startupatlas.http.Problem;
import org.startupatlas.http.ProblemException;
import org.startupatlas.http.ProblemKind;
import org.startupatlas.http.ProblemTexts;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.UnstoredAnswers;
import org.startupatlas.query.Format;
import org.startupatlas.query.InvalidQuery;
import org.startupatlas.query.Language;
import org.startupatlas.query.ParameterSet;
import org.startupatlas.record.RecordJson;

/** What there is to tell of the rows of a job: as JSON, or as a table to be opened beside the file. */
@Singleton
class ImportReport {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV);

    private final FindingRepository findings;

    ImportReport(FindingRepository findings) {
        this.findings = findings;
    }

    /** Something done with each thing that is told. */
    interface Each {
        void tell(ObjectNode finding) throws IOException;
    }

    /**
     * The report, as far as the job is.
     *
     * @throws InvalidQuery if a parameter is unknown or wrong
     */
    Response of(ImportJob job, HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of("format", "lang"));
        Format format =
                parameters.format(FORMATS, DerivedAnswers.accepted(request, RequestParameters.of(request), FORMATS));
        Language language = parameters.language().orElseGet(() -> ProblemTexts.language(request));
        parameters.rejectIfInvalid();
        requireKept(job);
        StreamingOutput body = format == Format.CSV
                ? out -> new CsvReport(this, job.id(), language).write(out)
                : out -> new JsonReport(this, ImportJson.of(job, Instant.now(), language), language).write(out);
        return UnstoredAnswers.streamed(format, body);
    }

    /**
     * Rejects a request for a report that was deleted.
     *
     * @throws ProblemException if it was
     */
    static void requireKept(ImportJob job) {
        if (job.reportDeletedAt() != null) {
            throw new ProblemException(Problem.of(
                    ProblemKind.GONE,
                    List.of(Problem.Detail.ofRequest("report-deleted", RecordJson.time(job.reportDeletedAt())))));
        }
    }

    /** Tells everything of one kind, in the order of the rows; each block is read when the one before it was told. */
    void forEach(UUID job, Finding.Kind kind, Each each) throws IOException {
        List<Finding> block = findings.block(job, kind, null);
        while (!block.isEmpty()) {
            for (Finding finding : block) {
                each.tell((ObjectNode) StoredJson.tree(finding.document()));
            }
            block = findings.block(job, kind, block.get(block.size() - 1).key());
        }
    }

    /** Why a row was refused, in words. */
    static String why(ObjectNode finding, Language language) {
        if (finding.path(FindingJson.REDACTED).booleanValue()) {
            return ProblemTexts.detail("value-redacted", List.of(), language);
        }
        return ProblemTexts.detail(
                finding.get(FindingJson.CODE).textValue(),
                StoredJson.strings(finding.get(FindingJson.ARGUMENTS)),
                language);
    }
}
