package org.startupatlas.auth.key;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.IssuedKey;
import org.startupatlas.auth.Principal;
import org.startupatlas.auth.Role;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/** The API keys at {@code /v1/keys}, for admins. */
@Tag(name = "Keys")
@SecurityRequirement(name = "bearer")
@SecurityRequirement(name = "header")
@Path("/v1/keys")
public class KeyResource {

    private static final String FOR_ADMINS = " It takes an admin's key.";
    private static final String ID = "The key's public id.";

    private final Authenticator authenticator;
    private final ApiKeyService keys;
    private final NewKeyParser parser;

    KeyResource(Authenticator authenticator, ApiKeyService keys, NewKeyParser parser) {
        this.authenticator = authenticator;
        this.keys = keys;
        this.parser = parser;
    }

    /** Returns all issued keys, without their secrets. */
    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List all keys",
            description = "All keys that were issued, revoked ones too; no secrets." + FOR_ADMINS)
    @APIResponse(responseCode = "200", description = "All keys.")
    public RestResponse<KeyList> list(@Context HttpServerRequest request) {
        authorize(request);
        return ResponseBuilder.unstored(
                new KeyList(keys.all().stream().map(Key::of).toList()));
    }

    /** Returns a key, without its secret. */
    @GET
    @Path("{id}")
    @Operation(
            operationId = "getKey",
            summary = "Read one key",
            description = "One key, without its secret." + FOR_ADMINS)
    @APIResponse(responseCode = "200", description = "One key.")
    public RestResponse<Key> get(
            @RestPath @Parameter(description = ID, example = Key.EXAMPLE_ID) String id,
            @Context HttpServerRequest request) {
        authorize(request);
        return ResponseBuilder.unstored(Key.of(find(id)));
    }

    /** Issues a key and returns its secret, this once. */
    @POST
    @Operation(
            operationId = "issueKey",
            summary = "Issue a key",
            description = "Issues a key. Its secret is shown only in this answer: only its hash is kept."
                    + " Idempotency-Key is refused here (400), because the answer could not be repeated."
                    + FOR_ADMINS)
    @APIResponse(
            responseCode = "201",
            description = "The key, with its secret.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeyWithSecret.class)))
    public RestResponse<KeyWithSecret> issue(
            @RequestBody(
                            description = "What the key is to be.",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewKey.class)))
                    InputStream body,
            @Context HttpServerRequest request) {
        Principal admin = authorize(request);
        RecordWriteHandler.rejectIdempotencyName(request);
        NewKey newKey = parser.read(request, body);
        ApiKeyService.KeyWithSecret issued = keys.issue(newKey.name(), newKey.role(), newKey.partner(), admin);
        return ResponseBuilder.created("/v1/keys/" + issued.key().id(), KeyWithSecret.of(issued));
    }

    /** Replaces the secret of a key and returns it, this once. */
    @POST
    @Path("{id}/rotate")
    @Operation(
            operationId = "rotateKey",
            summary = "Rotate a key",
            description = "Gives the key a new secret, shown only in this answer. The old one is invalid from now"
                    + " on. Idempotency-Key is refused here (400)." + FOR_ADMINS)
    @APIResponse(responseCode = "200", description = "The key, with its new secret.")
    @APIResponse(responseCode = "409", ref = "409")
    public RestResponse<KeyWithSecret> rotate(
            @RestPath @Parameter(description = ID, example = Key.EXAMPLE_ID) String id,
            @Context HttpServerRequest request) {
        Principal admin = authorize(request);
        RecordWriteHandler.rejectIdempotencyName(request);
        ApiKeyService.KeyWithSecret issued = keys.rotate(find(id), admin)
                .orElseThrow(() -> RejectedException.of(ProblemKind.CONFLICT, Violation.ofWhole("key-revoked")));
        return ResponseBuilder.unstored(KeyWithSecret.of(issued));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "Revokes the key at once, on all nodes. It stays in the list, because the log names"
                    + " it. Revoking it again changes nothing." + FOR_ADMINS)
    @APIResponse(responseCode = "204", description = "The key is revoked.")
    public Response revoke(
            @RestPath @Parameter(description = ID, example = Key.EXAMPLE_ID) String id,
            @Context HttpServerRequest request) {
        Principal admin = authorize(request);
        keys.revoke(find(id), admin);
        return ResponseBuilder.noContent();
    }

    private Principal authorize(HttpServerRequest request) {
        Principal admin = authenticator.require(Role.ADMIN, request);
        RequestParameters.rejectAll(request);
        return admin;
    }

    private IssuedKey find(String id) {
        return keys.find(id).orElseThrow(() -> RejectedException.unknownRecord("keys", id, null));
    }
}
