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
import java.util.List;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.IssuedKey;
import org.startupatlas.auth.Principal;
import org.startupatlas.auth.Role;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.http.response.ResponseBuilder;

/** Keys over HTTP, for admins. */
@Path("/v1/keys")
public class KeyResource {

    private final Authenticator access;
    private final ApiKeyService keys;
    private final KeyRequestParser reader;

    KeyResource(Authenticator access, ApiKeyService keys, KeyRequestParser reader) {
        this.access = access;
        this.keys = keys;
        this.reader = reader;
    }

    /** All keys that were issued, without their secrets. */
    @GET
    public Response list(@Context HttpServerRequest request) {
        admit(request);
        return ResponseBuilder.uncachedJson(KeyJson.list(keys.all()));
    }

    /** One key, without its secret. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, @Context HttpServerRequest request) {
        admit(request);
        return ResponseBuilder.uncachedJson(KeyJson.of(find(id)));
    }

    /** Issues a key, and tells its secret this once. */
    @POST
    public Response issue(InputStream body, @Context HttpServerRequest request) {
        Principal admin = admit(request);
        refuseIdempotencyKey(request);
        KeyRequest wanted = reader.read(RequestBody.object(request, body, RequestBody.JSON));
        ApiKeyService.Fresh fresh = keys.issue(wanted.name(), wanted.role(), wanted.partner(), admin);
        return ResponseBuilder.created("/v1/keys/" + fresh.key().id(), KeyJson.withSecret(fresh));
    }

    /** Gives a key another secret, and tells it this once. */
    @POST
    @Path("{id}/rotate")
    public Response rotate(@PathParam("id") String id, @Context HttpServerRequest request) {
        Principal admin = admit(request);
        refuseIdempotencyKey(request);
        ApiKeyService.Fresh fresh = keys.rotate(find(id), admin)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemKind.CONFLICT, List.of(Problem.Detail.ofRequest("key-revoked")))));
        return ResponseBuilder.uncachedJson(KeyJson.withSecret(fresh));
    }

    /** Revokes a key. */
    @DELETE
    @Path("{id}")
    public Response revoke(@PathParam("id") String id, @Context HttpServerRequest request) {
        Principal admin = admit(request);
        keys.revoke(find(id), admin);
        return ResponseBuilder.noContent();
    }

    private Principal admit(HttpServerRequest request) {
        Principal admin = access.require(Role.ADMIN, request);
        RequestParameters.rejectAll(request);
        return admin;
    }

    /** A second try could not be given the first answer, because no secret is kept. */
    private static void refuseIdempotencyKey(HttpServerRequest request) {
        if (request.headers().contains(RecordWriteHandler.IDEMPOTENCY_KEY)) {
            throw new ProblemException(Problem.of(
                    ProblemKind.MALFORMED_REQUEST, List.of(Problem.Detail.ofRequest("idempotency-key-not-accepted"))));
        }
    }

    private IssuedKey find(String id) {
        return keys.find(id).orElseThrow(() -> ProblemException.unknownRecord("keys", id, null));
    }
}
