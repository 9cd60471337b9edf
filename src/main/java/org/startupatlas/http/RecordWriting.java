package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.startupatlas.access.Access;
import org.startupatlas.access.Caller;
import org.startupatlas.access.Role;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Fingerprint;
import org.startupatlas.query.InvalidQuery;
import org.startupatlas.query.ParameterSet;
import org.startupatlas.query.Row;
import org.startupatlas.record.CanonicalJson;
import org.startupatlas.writing.Author;
import org.startupatlas.writing.IdempotencyKey;
import org.startupatlas.writing.IfMatch;
import org.startupatlas.writing.Outcome;
import org.startupatlas.writing.RecordMerger;
import org.startupatlas.writing.RecordRedactor;
import org.startupatlas.writing.RecordWriter;
import org.startupatlas.writing.Refusal;
import org.startupatlas.writing.Write;

/** Takes requests to write records: who may, what was seen before, what is sent, and what came of it. */
@Singleton
public final class RecordWriting {

    /** JSON Merge Patch (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String IF_MATCH = "If-Match";
    /** By what the client would know a request again. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String DRY_RUN = "dry_run";

    /** As long as the database keeps it. */
    private static final int LONGEST_IDEMPOTENCY_KEY = 255;

    /** A longer path is kept by its fingerprint: as long as the database keeps it. */
    private static final int LONGEST_PATH = 400;

    /** As the document says. */
    private static final int LONGEST_NAME = 200;

    private final Access access;
    private final RecordWriter writer;
    private final RecordMerger merger;
    private final RecordRedactor redactor;
    private final RecordReading reading;
    private final WrittenAnswers answers;

    RecordWriting(
            Access access,
            RecordWriter writer,
            RecordMerger merger,
            RecordRedactor redactor,
            RecordReading reading,
            WrittenAnswers answers) {
        this.access = access;
        this.writer = writer;
        this.merger = merger;
        this.redactor = redactor;
        this.reading = reading;
        this.answers = answers;
    }

    /** Creates a record. */
    Response create(Declaration declaration, InputStream body, HttpServerRequest request) {
        Author author = author(WriteOperation.CREATE, declaration, request);
        boolean dry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        Write write = new Write(declaration, author, dry, idempotency(request, input));
        return answer(write, writer.create(write, input), Response.Status.CREATED, request);
    }

    /** Gives a record other values, all of them. */
    Response replace(Declaration declaration, String idOrSlug, InputStream body, HttpServerRequest request) {
        Write write = change(WriteOperation.CHANGE, declaration, request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        Outcome outcome = outcome(declaration, idOrSlug, () -> writer.replace(write, idOrSlug, seen(request), input));
        return answer(write, outcome, Response.Status.OK, request);
    }

    /** Gives a record some other values. */
    Response patch(Declaration declaration, String idOrSlug, InputStream body, HttpServerRequest request) {
        Write write = change(WriteOperation.CHANGE, declaration, request);
        ObjectNode patch = RequestBody.object(request, body, MERGE_PATCH);
        Outcome outcome = outcome(declaration, idOrSlug, () -> writer.patch(write, idOrSlug, seen(request), patch));
        return answer(write, outcome, Response.Status.OK, request);
    }

    /** Deletes a record. */
    Response delete(Declaration declaration, String idOrSlug, HttpServerRequest request) {
        Write write = change(WriteOperation.DELETE, declaration, request);
        Outcome outcome = outcome(declaration, idOrSlug, () -> writer.delete(write, idOrSlug, seen(request)));
        return answer(write, outcome, Response.Status.NO_CONTENT, request);
    }

    /** Merges another record into one. */
    Response merge(Declaration declaration, String idOrSlug, InputStream body, HttpServerRequest request) {
        Author author = author(WriteOperation.MERGE, declaration, request);
        boolean dry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        Write write = new Write(declaration, author, dry, idempotency(request, input));
        String from = from(input);
        Outcome outcome = outcome(declaration, idOrSlug, () -> merger.merge(write, idOrSlug, seen(request), from));
        return answer(write, outcome, Response.Status.OK, request);
    }

    /** Takes a value out of a record and all copies of it. */
    Response redact(Declaration declaration, String idOrSlug, InputStream body, HttpServerRequest request) {
        Author author = author(WriteOperation.REDACT, declaration, request);
        boolean dry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        Write write = new Write(declaration, author, dry, idempotency(request, input));
        RedactionRequest wanted = RedactionRequest.of(input);
        Outcome outcome = outcome(
                declaration, idOrSlug, () -> redactor.redact(write, idOrSlug, wanted.redaction(), wanted.withMerged()));
        if (dry) {
            return answers.wouldBe(outcome, request);
        }
        answers.tellRevision(outcome, request);
        Response answer = UnstoredAnswers.ok(answers.redacted(outcome, request));
        return outcome.row() == null
                ? answer
                : Response.fromResponse(answer)
                        .header(
                                "ETag",
                                reading.tagAsStored(declaration, outcome.row()).text())
                        .build();
    }

    private static String from(ObjectNode input) {
        JsonNode from = input.path("from");
        if (!from.isTextual()) {
            throw invalid(Problem.Detail.at("/from", from.isMissingNode() ? "required" : "wrong-type", "string"));
        }
        input.fieldNames().forEachRemaining(name -> {
            if (!name.equals("from")) {
                throw invalid(Problem.Detail.at("/" + name, "unknown-property").meaning("from"));
            }
        });
        requireLength("/from", from, LONGEST_NAME);
        return from.textValue();
    }

    private static void requireLength(String pointer, JsonNode text, int longest) {
        if (text.isTextual() && text.textValue().length() > longest) {
            throw invalid(Problem.Detail.at(pointer, "too-long", String.valueOf(longest)));
        }
    }

    private static ProblemException invalid(Problem.Detail detail) {
        return new ProblemException(Problem.of(ProblemKind.INVALID_RECORD, List.of(detail)));
    }

    private Write change(WriteOperation operation, Declaration declaration, HttpServerRequest request) {
        return new Write(declaration, author(operation, declaration, request), isDry(request), null);
    }

    private Author author(WriteOperation operation, Declaration declaration, HttpServerRequest request) {
        Role smallest = operation
                .smallestRole(declaration)
                .orElseThrow(() -> new IllegalStateException(declaration + " is not written over HTTP"));
        Caller caller = access.require(smallest, request);
        return new Author(caller.keyId(), caller.partner());
    }

    /**
     * Returns whether a write is only to be shown; {@code dry_run} is the only parameter that writes have.
     *
     * @throws InvalidQuery if there is another, or it is repeated, or it is neither true nor false
     */
    public static boolean isDry(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of(DRY_RUN));
        boolean dry = parameters.flag(DRY_RUN);
        parameters.rejectIfInvalid();
        return dry;
    }

    private static IfMatch seen(HttpServerRequest request) {
        return IfMatch.of(request.getHeader(IF_MATCH));
    }

    /** The outcome of a write; if there is no such record, the same problem as that of a read. */
    private Outcome outcome(Declaration declaration, String idOrSlug, Supplier<Outcome> written) {
        try {
            return written.get();
        } catch (Refusal refusal) {
            throw refusal.reason() == Refusal.Reason.UNKNOWN ? reading.absent(declaration, idOrSlug) : refusal;
        }
    }

    private static IdempotencyKey idempotency(HttpServerRequest request, ObjectNode body) {
        return idempotencyName(request)
                .map(name -> new IdempotencyKey(keptPath(request.path()), name, Fingerprint.of(CanonicalJson.of(body))))
                .orElse(null);
    }

    private static String keptPath(String path) {
        return path.length() > LONGEST_PATH ? Fingerprint.of(path) : path;
    }

    /**
     * By what the client would know the same request again, if it says so.
     *
     * @throws ProblemException if it is blank or too long
     */
    public static Optional<String> idempotencyName(HttpServerRequest request) {
        String name = request.getHeader(IDEMPOTENCY_KEY);
        if (name == null) {
            return Optional.empty();
        }
        if (name.isBlank() || name.length() > LONGEST_IDEMPOTENCY_KEY) {
            throw new ProblemException(Problem.of(
                    ProblemKind.MALFORMED_REQUEST,
                    List.of(Problem.Detail.ofRequest(
                            "invalid-idempotency-key", String.valueOf(LONGEST_IDEMPOTENCY_KEY)))));
        }
        return Optional.of(name);
    }

    private Response answer(Write write, Outcome outcome, Response.Status status, HttpServerRequest request) {
        if (write.isDry()) {
            return answers.wouldBe(outcome, request);
        }
        answers.tellRevision(outcome, request);
        return status == Response.Status.NO_CONTENT
                ? UnstoredAnswers.noContent()
                : written(write.declaration(), outcome.row(), status, request);
    }

    private Response written(Declaration declaration, Row row, Response.Status status, HttpServerRequest request) {
        Response.ResponseBuilder answer = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .header("ETag", reading.tagAsStored(declaration, row).text())
                .entity(row.json());
        if (status == Response.Status.CREATED) {
            answer.header("Location", "/v1/" + declaration.resource() + "/" + row.id());
        }
        return answer.build();
    }
}
