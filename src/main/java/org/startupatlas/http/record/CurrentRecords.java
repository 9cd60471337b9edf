package org.startupatlas.http.record;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;

/** Finds records by the id or slug in a path. */
@Singleton
public final class CurrentRecords {

    private final RecordLookup records;
    private final ReferenceResolver references;
    private final FormerSlugRepository formerSlugs;

    CurrentRecords(RecordLookup records, ReferenceResolver references, FormerSlugRepository formerSlugs) {
        this.records = records;
        this.references = references;
        this.formerSlugs = formerSlugs;
    }

    /** Returns a record; throws the problem of an id or slug that no record has. */
    public StoredRecord get(ResourceSchema schema, String idOrSlug) {
        return records.find(schema, idOrSlug).orElseThrow(() -> absent(schema, idOrSlug));
    }

    /** Returns a record; throws the redirect to the same path and query if the slug is a former one. */
    public StoredRecord find(ResourceSchema schema, String idOrSlug, HttpServerRequest request) {
        return find(schema, idOrSlug, slug -> {
            String base = "/v1/" + schema.resource() + "/";
            int rest = request.path().indexOf('/', base.length());
            return base
                    + slug
                    + (rest < 0 ? "" : request.path().substring(rest))
                    + (request.query() == null ? "" : "?" + request.query());
        });
    }

    /**
     * Returns a record; throws the redirect to it if the slug is a former one.
     *
     * @param location returns the address for the current slug
     */
    public StoredRecord find(ResourceSchema schema, String idOrSlug, UnaryOperator<String> location) {
        return records.find(schema, idOrSlug).orElseThrow(() -> formerSlugs
                .find(schema, idOrSlug)
                .flatMap(FormerSlugRepository.Former::current)
                .<RuntimeException>map(current -> moved(location.apply(current.slug())))
                .orElseGet(() -> absent(schema, idOrSlug)));
    }

    private static WebApplicationException moved(String location) {
        return new WebApplicationException(Response.status(Response.Status.PERMANENT_REDIRECT)
                .header("Location", location)
                // A permanent redirect, but revalidated: the slug may later redirect to another one.
                .header("Cache-Control", "public, no-cache")
                .build());
    }

    /**
     * Returns the problem of an id or slug without a record: 410 with the revision if it had one before, otherwise 404.
     */
    RejectedException absent(ResourceSchema schema, String idOrSlug) {
        return formerSlugs
                .find(schema, idOrSlug)
                .map(former -> RejectedException.of(ProblemKind.GONE, idOrSlug, String.valueOf(former.revision())))
                .orElseGet(() -> RejectedException.unknownRecord(
                        schema.resource(),
                        idOrSlug,
                        references.nearestSlug(schema, idOrSlug).orElse(null)));
    }

    /** Returns the id of a record. An id is returned even if its record was deleted; a slug must be a current one. */
    String id(ResourceSchema schema, String idOrSlug, HttpServerRequest request) {
        return references
                .parseId(schema, idOrSlug)
                .orElseGet(() -> find(schema, idOrSlug, request).id().toString());
    }
}
