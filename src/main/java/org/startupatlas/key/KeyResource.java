package org.startupatlas.key;

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
import org.startupatlas.access.Access;
import org.startupatlas.access.Caller;
import org.startupatlas.access.IssuedKey;
import org.startupatlas.access.IssuedKeys;
import org.startupatlas.access.Role;
import org.startupatlas.http.Problem;
import org.startupatlas.http.ProblemException;
import org.startupatlas.http.ProblemKind;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.RequestBody;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.UnstoredAnswers;

/** Keys over HTTP, for admins. */
@Path("/v1/keys")
public class KeyResource {

    private final Access access;
    private final IssuedKeys keys;
    private final KeyRequestReader reader;

    KeyResource(Access access, IssuedKeys keys, KeyRequestReader reader) {
        this.access = access;
        this.keys = keys;
        this.reader = reader;
    }

    /** All keys that were issued, without their secrets. */
    @GET
    public Response list(@Context HttpServerRequest request) {
        admit(request);
        return UnstoredAnswers.ok(KeyJson.list(keys.all()));
    }

    /** One key, without its secret. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, @Context HttpServerRequest request) {
        admit(request);
        return UnstoredAnswers.ok(KeyJson.of(find(id)));
    }

    /** Issues a key, and tells its secret this once. */
    @POST
    public Response issue(InputStream body, @Context HttpServerRequest request) {
        Caller admin = admit(request);
        refuseIdempotencyKey(request);
        KeyRequest wanted = reader.read(RequestBody.object(request, body, RequestBody.JSON));
        IssuedKeys.Fresh fresh = keys.issue(wanted.name(), wanted.role(), wanted.partner(), admin);
        return UnstoredAnswers.created("/v1/keys/" + fresh.key().id(), KeyJson.withSecret(fresh));
    }

    /** Gives a key another secret, and tells it this once. */
    @POST
    @Path("{id}/rotate")
    public Response rotate(@PathParam("id") String id, @Context HttpServerRequest request) {
        Caller admin = admit(request);
        refuseIdempotencyKey(request);
        IssuedKeys.Fresh fresh = keys.rotate(find(id), admin)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemKind.CONFLICT, List.of(Problem.Detail.ofRequest("key-revoked")))));
        return UnstoredAnswers.ok(KeyJson.withSecret(fresh));
    }

    /** Revokes a key. */
    @DELETE
    @Path("{id}")
    public Response revoke(@PathParam("id") String id, @Context HttpServerRequest request) {
        Caller admin = admit(request);
        keys.revoke(find(id), admin);
        return UnstoredAnswers.noContent();
    }

    private Caller admit(HttpServerRequest request) {
        Caller admin = access.require(Role.ADMIN, request);
        RequestParameters.rejectAll(request);
        return admin;
    }

    /** A second try could not be given the first answer, because no secret is kept. */
    private static void refuseIdempotencyKey(HttpServerRequest request) {
        if (request.headers().contains(RecordWriting.IDEMPOTENCY_KEY)) {
            throw new ProblemException(Problem.of(
                    ProblemKind.MALFORMED_REQUEST, List.of(Problem.Detail.ofRequest("idempotency-key-not-accepted"))));
        }
    }

    private IssuedKey find(String id) {
        return keys.find(id).orElseThrow(() -> ProblemException.unknownRecord("keys", id, null));
    }
}
