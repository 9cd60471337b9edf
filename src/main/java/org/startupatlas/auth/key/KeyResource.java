package org.startupatlas.auth.key;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.IssuedKey;
import org.startupatlas.auth.Principal;
import org.startupatlas.auth.Role;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/** The API keys at {@code /v1/keys}, for admins. */
@Path("/v1/keys")
public class KeyResource {

    private final Authenticator authenticator;
    private final ApiKeyService keys;
    private final KeyRequestParser parser;

    KeyResource(Authenticator authenticator, ApiKeyService keys, KeyRequestParser parser) {
        this.authenticator = authenticator;
        this.keys = keys;
        this.parser = parser;
    }

    /** Returns all issued keys, without their secrets. */
    @GET
    public Response list(@Context HttpServerRequest request) {
        authorize(request);
        return ResponseBuilder.uncachedJson(KeyJson.list(keys.all()));
    }

    /** Returns a key, without its secret. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id, @Context HttpServerRequest request) {
        authorize(request);
        return ResponseBuilder.uncachedJson(KeyJson.of(find(id)));
    }

    /** Issues a key and returns its secret, this once. */
    @POST
    public Response issue(InputStream body, @Context HttpServerRequest request) {
        Principal admin = authorize(request);
        rejectIdempotencyKey(request);
        KeyRequest keyRequest = parser.read(RequestBody.object(request, body, RequestBody.JSON));
        ApiKeyService.KeyWithSecret issued =
                keys.issue(keyRequest.name(), keyRequest.role(), keyRequest.partner(), admin);
        return ResponseBuilder.created("/v1/keys/" + issued.key().id(), KeyJson.withSecret(issued));
    }

    /** Replaces the secret of a key and returns it, this once. */
    @POST
    @Path("{id}/rotate")
    public Response rotate(@PathParam("id") String id, @Context HttpServerRequest request) {
        Principal admin = authorize(request);
        rejectIdempotencyKey(request);
        ApiKeyService.KeyWithSecret issued = keys.rotate(find(id), admin)
                .orElseThrow(() -> RejectedException.of(ProblemKind.CONFLICT, Violation.ofWhole("key-revoked")));
        return ResponseBuilder.uncachedJson(KeyJson.withSecret(issued));
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@PathParam("id") String id, @Context HttpServerRequest request) {
        Principal admin = authorize(request);
        keys.revoke(find(id), admin);
        return ResponseBuilder.noContent();
    }

    private Principal authorize(HttpServerRequest request) {
        Principal admin = authenticator.require(Role.ADMIN, request);
        RequestParameters.rejectAll(request);
        return admin;
    }

    /**
     * Rejects an idempotency key: a repeated request could not be given the first response, because no secret is
     * stored.
     */
    private static void rejectIdempotencyKey(HttpServerRequest request) {
        if (request.headers().contains(RecordWriteHandler.IDEMPOTENCY_KEY)) {
            throw RejectedException.of(
                    ProblemKind.MALFORMED_REQUEST, Violation.ofWhole("idempotency-key-not-accepted"));
        }
    }

    private IssuedKey find(String id) {
        return keys.find(id).orElseThrow(() -> RejectedException.unknownRecord("keys", id, null));
    }
}
