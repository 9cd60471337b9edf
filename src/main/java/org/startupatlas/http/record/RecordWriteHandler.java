package org.startupatlas.http.record;

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
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.Principal;
import org.startupatlas.auth.Role;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.CanonicalJson;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.RecordMerger;
import org.startupatlas.write.RecordWriter;
import org.startupatlas.write.redact.RecordRedactor;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.request.IdempotencyKey;
import org.startupatlas.write.request.IfMatch;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/** Takes requests to write records: who may, what was seen before, what is sent, and what came of it. */
@Singleton
public final class RecordWriteHandler {

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

    private final Authenticator access;
    private final RecordWriter writer;
    private final RecordMerger merger;
    private final RecordRedactor redactor;
    private final RecordReadHandler reading;
    private final WriteResponses answers;

    RecordWriteHandler(
            Authenticator access,
            RecordWriter writer,
            RecordMerger merger,
            RecordRedactor redactor,
            RecordReadHandler reading,
            WriteResponses answers) {
        this.access = access;
        this.writer = writer;
        this.merger = merger;
        this.redactor = redactor;
        this.reading = reading;
        this.answers = answers;
    }

    /** Creates a record. */
    Response create(ResourceSchema declaration, InputStream body, HttpServerRequest request) {
        Actor author = author(WriteOperation.CREATE, declaration, request);
        boolean dry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        WriteRequest write = new WriteRequest(declaration, author, dry, idempotency(request, input));
        return answer(write, writer.create(write, input), Response.Status.CREATED, request);
    }

    /** Gives a record other values, all of them. */
    Response replace(ResourceSchema declaration, String idOrSlug, InputStream body, HttpServerRequest request) {
        WriteRequest write = change(WriteOperation.CHANGE, declaration, request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        WriteResult outcome =
                outcome(declaration, idOrSlug, () -> writer.replace(write, idOrSlug, seen(request), input));
        return answer(write, outcome, Response.Status.OK, request);
    }

    /** Gives a record some other values. */
    Response patch(ResourceSchema declaration, String idOrSlug, InputStream body, HttpServerRequest request) {
        WriteRequest write = change(WriteOperation.CHANGE, declaration, request);
        ObjectNode patch = RequestBody.object(request, body, MERGE_PATCH);
        WriteResult outcome = outcome(declaration, idOrSlug, () -> writer.patch(write, idOrSlug, seen(request), patch));
        return answer(write, outcome, Response.Status.OK, request);
    }

    /** Deletes a record. */
    Response delete(ResourceSchema declaration, String idOrSlug, HttpServerRequest request) {
        WriteRequest write = change(WriteOperation.DELETE, declaration, request);
        WriteResult outcome = outcome(declaration, idOrSlug, () -> writer.delete(write, idOrSlug, seen(request)));
        return answer(write, outcome, Response.Status.NO_CONTENT, request);
    }

    /** Merges another record into one. */
    Response merge(ResourceSchema declaration, String idOrSlug, InputStream body, HttpServerRequest request) {
        Actor author = author(WriteOperation.MERGE, declaration, request);
        boolean dry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        WriteRequest write = new WriteRequest(declaration, author, dry, idempotency(request, input));
        String from = from(input);
        WriteResult outcome = outcome(declaration, idOrSlug, () -> merger.merge(write, idOrSlug, seen(request), from));
        return answer(write, outcome, Response.Status.OK, request);
    }

    /** Takes a value out of a record and all copies of it. */
    Response redact(ResourceSchema declaration, String idOrSlug, InputStream body, HttpServerRequest request) {
        Actor author = author(WriteOperation.REDACT, declaration, request);
        boolean dry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        WriteRequest write = new WriteRequest(declaration, author, dry, idempotency(request, input));
        RedactionRequest wanted = RedactionRequest.of(input);
        WriteResult outcome = outcome(
                declaration, idOrSlug, () -> redactor.redact(write, idOrSlug, wanted.redaction(), wanted.withMerged()));
        if (dry) {
            return answers.wouldBe(outcome, request);
        }
        answers.tellRevision(outcome, request);
        Response answer = ResponseBuilder.uncachedJson(answers.redacted(outcome, request));
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
            throw invalid(Violation.at("/from", from.isMissingNode() ? "required" : "wrong-type", "string"));
        }
        input.fieldNames().forEachRemaining(name -> {
            if (!name.equals("from")) {
                throw invalid(Violation.at("/" + name, "unknown-property").suggesting("from"));
            }
        });
        requireLength("/from", from, LONGEST_NAME);
        return from.textValue();
    }

    private static void requireLength(String pointer, JsonNode text, int longest) {
        if (text.isTextual() && text.textValue().length() > longest) {
            throw invalid(Violation.at(pointer, "too-long", String.valueOf(longest)));
        }
    }

    private static ProblemException invalid(Violation detail) {
        return new ProblemException(Problem.of(ProblemKind.INVALID_RECORD, List.of(detail)));
    }

    private WriteRequest change(WriteOperation operation, ResourceSchema declaration, HttpServerRequest request) {
        return new WriteRequest(declaration, author(operation, declaration, request), isDry(request), null);
    }

    private Actor author(WriteOperation operation, ResourceSchema declaration, HttpServerRequest request) {
        Role smallest = operation
                .smallestRole(declaration)
                .orElseThrow(() -> new IllegalStateException(declaration + " is not written over HTTP"));
        Principal caller = access.require(smallest, request);
        return new Actor(caller.keyId(), caller.partner());
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
    private WriteResult outcome(ResourceSchema declaration, String idOrSlug, Supplier<WriteResult> written) {
        try {
            return written.get();
        } catch (WriteRejectedException refusal) {
            throw refusal.reason() == WriteRejectedException.Reason.UNKNOWN
                    ? reading.absent(declaration, idOrSlug)
                    : refusal;
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
                    List.of(Violation.ofWhole("invalid-idempotency-key", String.valueOf(LONGEST_IDEMPOTENCY_KEY)))));
        }
        return Optional.of(name);
    }

    private Response answer(
            WriteRequest write, WriteResult outcome, Response.Status status, HttpServerRequest request) {
        if (write.isDry()) {
            return answers.wouldBe(outcome, request);
        }
        answers.tellRevision(outcome, request);
        return status == Response.Status.NO_CONTENT
                ? ResponseBuilder.noContent()
                : written(write.declaration(), outcome.row(), status, request);
    }

    private Response written(
            ResourceSchema declaration, StoredRecord row, Response.Status status, HttpServerRequest request) {
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
