package org.startupatlas.http.record;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.schema.ResourceSchema;

/** A resource over HTTP: its records, one and all. What it is follows from its declaration. */
public abstract class RecordResource {

    private final ResourceSchema declaration;
    private final RecordReadHandler reading;

    protected RecordResource(ResourceSchema declaration, RecordReadHandler reading) {
        this.declaration = declaration;
        this.reading = reading;
    }

    /** A page of its records. */
    @GET
    public Response list(@Context HttpServerRequest request) {
        return reading.list(declaration, request);
    }

    /** One of its records, by id or slug. */
    @GET
    @Path("{id}")
    public Response record(@PathParam("id") String idOrSlug, @Context HttpServerRequest request) {
        return reading.record(declaration, idOrSlug, request);
    }

    /** The changes of one of its records, by id or slug, the oldest first. */
    @GET
    @Path("{id}/history")
    public Response history(@PathParam("id") String idOrSlug, @Context HttpServerRequest request) {
        return reading.history(declaration, idOrSlug, request);
    }

    /** One version of one of its records, by id or slug. */
    @GET
    @Path("{id}/versions/{version}")
    public Response version(
            @PathParam("id") String idOrSlug,
            @PathParam("version") String version,
            @Context HttpServerRequest request) {
        return reading.version(declaration, idOrSlug, version, request);
    }

    /** A page of the records in a relation of one of its records. */
    @GET
    @Path("{id}/{relation}")
    public Response related(
            @PathParam("id") String idOrSlug,
            @PathParam("relation") String relation,
            @Context HttpServerRequest request) {
        return reading.related(declaration, idOrSlug, relation, request);
    }
}
