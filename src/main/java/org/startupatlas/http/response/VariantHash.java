package org.startupatlas.http.response;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.ListQuery;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.Vocabularies;

/**
 * Hashes everything that the bytes of a response depend on besides the records: the database, the request, the labels
 * of codes, and how this release writes the resource. It is the part of an entity tag after the version or revision.
 */
@Singleton
public final class VariantHash {

    /** Must change when a release writes texts in one language differently. */
    private static final String LANGUAGE_SHAPE = "langs";

    private final RevisionTracker revisions;
    private final Vocabularies vocabularies;

    /** Nearly all records are requested as they are stored: gzip or not, for each resource. */
    private final Map<String, String> asStored = new ConcurrentHashMap<>();

    VariantHash(RevisionTracker revisions, Vocabularies vocabularies) {
        this.revisions = revisions;
        this.vocabularies = vocabularies;
    }

    /**
     * Returns the hash for a path and its parameters.
     *
     * @param shape changes when this release writes the same records differently
     * @param language null for all three, without the labels of codes
     */
    public String ofRequest(HttpServerRequest request, String shape, Language language, Format format) {
        return Fingerprint.of(join(
                shape,
                language,
                format,
                ResponseBuilder.acceptsGzip(request),
                request.path() + RequestParameters.sorted(RequestParameters.of(request))));
    }

    /**
     * Returns the hash for one record, the same under its id and its slug.
     *
     * @param gzip whether the body is compressed
     * @param more what else the bytes depend on; empty for none
     */
    public String ofRecord(ListQuery query, boolean gzip, String more) {
        String text = join(query.schema().fingerprint(), query.language(), query.format(), gzip, more)
                + query.shownFields().map(Object::toString).orElse("")
                + query.expansion();
        return query.isAsStored() && more.isEmpty()
                ? asStored.computeIfAbsent(text, Fingerprint::of)
                : Fingerprint.of(text);
    }

    private String join(String shape, Language language, Format format, boolean gzip, String more) {
        return String.join(
                "\n",
                revisions.origin(),
                shape,
                language == null ? "" : language.code() + LANGUAGE_SHAPE + vocabularies.version(),
                format.code(),
                gzip ? "gzip" : "",
                more,
                "");
    }
}
