package org.startupatlas.http.record;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.startupatlas.schema.ResourceSchema;

/** The routes that read and write the records of a resource. */
public abstract class WritableResource extends RecordResource {

    private final ResourceSchema schema;
    private final RecordWriteHandler writeHandler;

    protected WritableResource(ResourceSchema schema, RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(schema, readHandler);
        this.schema = schema;
        this.writeHandler = writeHandler;
    }

    @POST
    public Response create(InputStream body, @Context HttpServerRequest request) {
        return writeHandler.create(schema, body, request);
    }

    /** Replaces all values of a record. */
    @PUT
    @Path("{id}")
    public Response replace(@PathParam("id") String idOrSlug, InputStream body, @Context HttpServerRequest request) {
        return writeHandler.replace(schema, idOrSlug, body, request);
    }

    /** Applies a merge patch to a record. */
    @PATCH
    @Path("{id}")
    public Response patch(@PathParam("id") String idOrSlug, InputStream body, @Context HttpServerRequest request) {
        return writeHandler.patch(schema, idOrSlug, body, request);
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String idOrSlug, @Context HttpServerRequest request) {
        return writeHandler.delete(schema, idOrSlug, request);
    }

    /** Merges another record into this one. */
    @POST
    @Path("{id}/merge")
    public Response merge(@PathParam("id") String idOrSlug, InputStream body, @Context HttpServerRequest request) {
        return writeHandler.merge(schema, idOrSlug, body, request);
    }

    /** Removes a value from a record and from all its versions. */
    @POST
    @Path("{id}/redact")
    public Response redact(@PathParam("id") String idOrSlug, InputStream body, @Context HttpServerRequest request) {
        return writeHandler.redact(schema, idOrSlug, body, request);
    }
}
