package org.startupatlas.vocabulary;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** A vocabulary, all of them, and single codes, over HTTP. */
@Path("/v1/vocabularies")
public class VocabularyResource extends RecordResource {

    private final RecordReading reading;

    VocabularyResource(RecordReading reading) {
        super(VocabularyDeclaration.VOCABULARIES, reading);
        this.reading = reading;
    }

    /** One code of a vocabulary, with its labels. */
    @Override
    public Response related(String name, String code, HttpServerRequest request) {
        return reading.element(VocabularyDeclaration.VOCABULARIES, name, "terms", "code", code, request);
    }
}
