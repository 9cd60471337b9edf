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

/** A resource whose records can be written over HTTP too. */
public abstract class WritableResource extends RecordResource {

    private final ResourceSchema declaration;
    private final RecordWriteHandler writing;

    protected WritableResource(ResourceSchema declaration, RecordReadHandler reading, RecordWriteHandler writing) {
        super(declaration, reading);
        this.declaration = declaration;
        this.writing = writing;
    }

    /** Creates a record. */
    @POST
    public Response create(InputStream body, @Context HttpServerRequest request) {
        return writing.create(declaration, body, request);
    }

    /** Gives one of its records, by id or slug, other values, all of them. */
    @PUT
    @Path("{id}")
    public Response replace(@PathParam("id") String idOrSlug, InputStream body, @Context HttpServerRequest request) {
        return writing.replace(declaration, idOrSlug, body, request);
    }

    /** Gives one of its records, by id or slug, some other values. */
    @PATCH
    @Path("{id}")
    public Response patch(@PathParam("id") String idOrSlug, InputStream body, @Context HttpServerRequest request) {
        return writing.patch(declaration, idOrSlug, body, request);
    }

    /** Deletes one of its records, by id or slug. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String idOrSlug, @Context HttpServerRequest request) {
        return writing.delete(declaration, idOrSlug, request);
    }

    /** Merges another of its records into one, by id or slug. */
    @POST
    @Path("{id}/merge")
    public Response merge(@PathParam("id") String idOrSlug, InputStream body, @Context HttpServerRequest request) {
        return writing.merge(declaration, idOrSlug, body, request);
    }

    /** Takes a value out of one of its records, by id or slug, and out of all its versions. */
    @POST
    @Path("{id}/redact")
    public Response redact(@PathParam("id") String idOrSlug, InputStream body, @Context HttpServerRequest request) {
        return writing.redact(declaration, idOrSlug, body, request);
    }
}
