package org.startupatlas.http.edge;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.schema.SchemaRegistry;

/** The paths that clients start with, for suggestions on unknown paths. */
@Singleton
final class KnownPaths {

    private final List<String> paths = new ArrayList<>(List.of(
            "/",
            "/v1",
            "/v1/meta",
            "/v1/changes",
            "/v1/search",
            "/v1/suggest",
            "/v1/stats",
            "/v1/exports",
            "/v1/imports",
            "/v1/keys",
            "/q/openapi",
            "/q/swagger-ui"));

    KnownPaths(SchemaRegistry registry) {
        registry.schemas().forEach(schema -> paths.add("/v1/" + schema.resource()));
    }

    /** Returns the nearest known path, or null. Only the segments up to the resource are compared. */
    String nearest(String typed) {
        String[] segments = typed.split("/", 4);
        String head = segments.length > 2 ? "/" + segments[1] + "/" + segments[2] : "/v1" + typed;
        return DidYouMean.nearest(head, paths)
                .filter(path -> !path.equals(typed))
                .orElse(null);
    }
}
