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
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
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
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/** Handles writes of records: checks the role, parses headers and body, writes and builds the response. */
@Singleton
public final class RecordWriteHandler {

    /** JSON Merge Patch (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String IF_MATCH = "If-Match";
    /** The header by which a client identifies the repetition of a request. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String DRY_RUN = "dry_run";

    /** The length of the database column. */
    private static final int MAX_IDEMPOTENCY_KEY_LENGTH = 255;

    /** The length of the database column; a longer path is stored as its fingerprint. */
    private static final int MAX_PATH_LENGTH = 400;

    /** The maximum length that the OpenAPI document states. */
    private static final int MAX_NAME_LENGTH = 200;

    private final Authenticator authenticator;
    private final RecordWriter writer;
    private final RecordMerger merger;
    private final RecordRedactor redactor;
    private final CurrentRecords records;
    private final RecordReadHandler readHandler;
    private final WriteResponses responses;

    RecordWriteHandler(
            Authenticator authenticator,
            RecordWriter writer,
            RecordMerger merger,
            RecordRedactor redactor,
            CurrentRecords records,
            RecordReadHandler readHandler,
            WriteResponses responses) {
        this.authenticator = authenticator;
        this.writer = writer;
        this.merger = merger;
        this.redactor = redactor;
        this.records = records;
        this.readHandler = readHandler;
        this.responses = responses;
    }

    Response create(ResourceSchema schema, InputStream body, HttpServerRequest request) {
        Actor actor = actor(WriteOperation.CREATE, schema, request);
        boolean isDry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        WriteRequest write = new WriteRequest(schema, actor, isDry, idempotency(request, input));
        return response(write, writer.create(write, input), Response.Status.CREATED, request);
    }

    /** Replaces all values of a record. */
    Response replace(ResourceSchema schema, String idOrSlug, InputStream body, HttpServerRequest request) {
        WriteRequest write = change(WriteOperation.CHANGE, schema, request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        WriteResult result = result(schema, idOrSlug, () -> writer.replace(write, idOrSlug, ifMatch(request), input));
        return response(write, result, Response.Status.OK, request);
    }

    /** Applies a merge patch to a record. */
    Response patch(ResourceSchema schema, String idOrSlug, InputStream body, HttpServerRequest request) {
        WriteRequest write = change(WriteOperation.CHANGE, schema, request);
        ObjectNode patch = RequestBody.object(request, body, MERGE_PATCH);
        WriteResult result = result(schema, idOrSlug, () -> writer.patch(write, idOrSlug, ifMatch(request), patch));
        return response(write, result, Response.Status.OK, request);
    }

    Response delete(ResourceSchema schema, String idOrSlug, HttpServerRequest request) {
        WriteRequest write = change(WriteOperation.DELETE, schema, request);
        WriteResult result = result(schema, idOrSlug, () -> writer.delete(write, idOrSlug, ifMatch(request)));
        return response(write, result, Response.Status.NO_CONTENT, request);
    }

    /** Merges another record into this one. */
    Response merge(ResourceSchema schema, String idOrSlug, InputStream body, HttpServerRequest request) {
        Actor actor = actor(WriteOperation.MERGE, schema, request);
        boolean isDry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        WriteRequest write = new WriteRequest(schema, actor, isDry, idempotency(request, input));
        String from = from(input);
        WriteResult result = result(schema, idOrSlug, () -> merger.merge(write, idOrSlug, ifMatch(request), from));
        return response(write, result, Response.Status.OK, request);
    }

    /** Removes a value from a record and from all copies of it. */
    Response redact(ResourceSchema schema, String idOrSlug, InputStream body, HttpServerRequest request) {
        Actor actor = actor(WriteOperation.REDACT, schema, request);
        boolean isDry = isDry(request);
        ObjectNode input = RequestBody.object(request, body, RequestBody.JSON);
        WriteRequest write = new WriteRequest(schema, actor, isDry, idempotency(request, input));
        RedactionRequest redactionRequest = RedactionRequest.of(input);
        WriteResult result = result(
                schema,
                idOrSlug,
                () -> redactor.redact(write, idOrSlug, redactionRequest.redaction(), redactionRequest.withMerged()));
        if (isDry) {
            return responses.dryRun(result, request);
        }
        responses.setRevision(result, request);
        Response response =
                ResponseBuilder.unstored(responses.redacted(result, request)).toResponse();
        return result.record() == null
                ? response
                : Response.fromResponse(response)
                        .header(
                                "ETag",
                                readHandler.tagAsStored(schema, result.record()).text())
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
        RequestBody.tooLong("/from", from, MAX_NAME_LENGTH).ifPresent(violation -> {
            throw invalid(violation);
        });
        return from.textValue();
    }

    private static RejectedException invalid(Violation detail) {
        return RejectedException.of(ProblemKind.INVALID_RECORD, detail);
    }

    private WriteRequest change(WriteOperation operation, ResourceSchema schema, HttpServerRequest request) {
        return new WriteRequest(schema, actor(operation, schema, request), isDry(request), null);
    }

    private Actor actor(WriteOperation operation, ResourceSchema schema, HttpServerRequest request) {
        Role minRole = operation
                .minRole(schema)
                .orElseThrow(() -> new IllegalStateException(schema + " is not written over HTTP"));
        Principal principal = authenticator.require(minRole, request);
        return new Actor(principal.keyId(), principal.partner());
    }

    /**
     * Returns whether a write is a dry run; {@code dry_run} is the only parameter of writes.
     *
     * @throws RejectedException if there is another parameter, or it is repeated or neither true nor false
     */
    public static boolean isDry(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of(DRY_RUN));
        boolean isDry = parameters.flag(DRY_RUN);
        parameters.rejectIfInvalid();
        return isDry;
    }

    private static IfMatch ifMatch(HttpServerRequest request) {
        return IfMatch.of(request.getHeader(IF_MATCH));
    }

    /** Returns the result of a write. If there is no such record, throws the same problem as a read. */
    private WriteResult result(ResourceSchema schema, String idOrSlug, Supplier<WriteResult> write) {
        try {
            return write.get();
        } catch (RejectedException rejected) {
            throw rejected.kind() == ProblemKind.UNKNOWN_RECORD ? records.absent(schema, idOrSlug) : rejected;
        }
    }

    private static IdempotencyKey idempotency(HttpServerRequest request, ObjectNode body) {
        return idempotencyName(request)
                .map(name ->
                        new IdempotencyKey(storedPath(request.path()), name, Fingerprint.of(CanonicalJson.of(body))))
                .orElse(null);
    }

    private static String storedPath(String path) {
        return path.length() > MAX_PATH_LENGTH ? Fingerprint.of(path) : path;
    }

    /**
     * Returns the value of {@code Idempotency-Key}, if sent.
     *
     * @throws RejectedException if it is blank or too long
     */
    public static Optional<String> idempotencyName(HttpServerRequest request) {
        String name = request.getHeader(IDEMPOTENCY_KEY);
        if (name == null) {
            return Optional.empty();
        }
        if (name.isBlank() || name.length() > MAX_IDEMPOTENCY_KEY_LENGTH) {
            throw RejectedException.of(
                    ProblemKind.MALFORMED_REQUEST,
                    Violation.ofWhole("invalid-idempotency-key", String.valueOf(MAX_IDEMPOTENCY_KEY_LENGTH)));
        }
        return Optional.of(name);
    }

    /**
     * Rejects {@code Idempotency-Key}: a repeated request could not be given the first response, whose secret is not
     * kept.
     */
    public static void rejectIdempotencyName(HttpServerRequest request) {
        if (request.headers().contains(IDEMPOTENCY_KEY)) {
            throw RejectedException.of(
                    ProblemKind.MALFORMED_REQUEST, Violation.ofWhole("idempotency-key-not-accepted"));
        }
    }

    private Response response(
            WriteRequest write, WriteResult result, Response.Status status, HttpServerRequest request) {
        if (write.isDry()) {
            return responses.dryRun(result, request);
        }
        responses.setRevision(result, request);
        return status == Response.Status.NO_CONTENT
                ? ResponseBuilder.noContent()
                : recordResponse(write.schema(), result.record(), status, request);
    }

    private Response recordResponse(
            ResourceSchema schema, StoredRecord record, Response.Status status, HttpServerRequest request) {
        Response.ResponseBuilder response = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .header("ETag", readHandler.tagAsStored(schema, record).text())
                .entity(record.json());
        if (status == Response.Status.CREATED) {
            response.header("Location", "/v1/" + schema.resource() + "/" + record.id());
        }
        return response.build();
    }
}
