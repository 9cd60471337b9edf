package org.startupatlas.http.record;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.schema.ResourceSchema;

/** The routes that read the records of a resource, derived from its schema. */
public abstract class RecordResource {

    private final ResourceSchema schema;
    private final RecordReadHandler readHandler;

    protected RecordResource(ResourceSchema schema, RecordReadHandler readHandler) {
        this.schema = schema;
        this.readHandler = readHandler;
    }

    @GET
    public Response list(@Context HttpServerRequest request) {
        return readHandler.list(schema, request);
    }

    @GET
    @Path("{id}")
    public Response record(@PathParam("id") String idOrSlug, @Context HttpServerRequest request) {
        return readHandler.record(schema, idOrSlug, request);
    }

    /** Responds with the changes of a record, the oldest first. */
    @GET
    @Path("{id}/history")
    public Response history(@PathParam("id") String idOrSlug, @Context HttpServerRequest request) {
        return readHandler.history(schema, idOrSlug, request);
    }

    @GET
    @Path("{id}/versions/{version}")
    public Response version(
            @PathParam("id") String idOrSlug,
            @PathParam("version") String version,
            @Context HttpServerRequest request) {
        return readHandler.version(schema, idOrSlug, version, request);
    }

    /** Responds with a page of the records in a relation of one record. */
    @GET
    @Path("{id}/{relation}")
    public Response related(
            @PathParam("id") String idOrSlug,
            @PathParam("relation") String relation,
            @Context HttpServerRequest request) {
        return readHandler.related(schema, idOrSlug, relation, request);
    }
}
