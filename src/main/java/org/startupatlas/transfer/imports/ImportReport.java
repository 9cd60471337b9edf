package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.startupatlas.query.Parameter;
import org.startupatlas.query.Spelling;
import org.startupatlas.query.Violation;
import org.startupatlas.record.RecordJson;

/** What there is to tell of the rows of a job: as JSON, or as a table to be opened beside the file. */
@Singleton
class ImportReport {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV);

    private static final Map<String, List<String>> VALUES = new TreeMap<>(
            Map.of("format", FORMATS.stream().map(Format::code).toList(), "lang", List.of("fr", "ar", "en")));

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
        List<Parameter> parameters = RequestParameters.of(request);
        requireKnown(parameters);
        requireKept(job);
        Format format = format(parameters).orElseGet(() -> DerivedAnswers.accepted(request, parameters, FORMATS));
        Language language = ProblemTexts.language(request);
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

    private static Optional<Format> format(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals("format"))
                .flatMap(said -> FORMATS.stream().filter(format -> format.code().equals(said.value())))
                .findFirst();
    }

    private static void requireKnown(List<Parameter> parameters) {
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            String name = parameter.name();
            List<String> values = VALUES.getOrDefault(name, List.of());
            if (values.isEmpty()) {
                String meant = Spelling.nearest(name, VALUES.keySet()).orElse(null);
                violations.add(new Violation(name, "unknown-parameter", List.of(), meant));
            } else if (!seen.add(name)) {
                violations.add(Violation.of(name, "repeated-parameter"));
            } else if (!values.contains(parameter.value())) {
                violations.add(Violation.of(name, "unknown-value", parameter.value(), String.join(", ", values)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidQuery(violations);
        }
    }

    /** Tells everything of one kind, in the order of the rows; each block is read when the one before it was told. */
    void forEach(UUID job, Finding.Kind kind, Each each) throws IOException {
        List<Finding> block = findings.block(job, kind, null);
        while (!block.isEmpty()) {
            for (Finding finding : block) {
                each.tell((ObjectNode) ImportJson.tree(finding.document()));
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
                ImportJson.words(finding.get(FindingJson.ARGUMENTS)),
                language);
    }
}
