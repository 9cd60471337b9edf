package org.startupatlas.vocabulary;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** A vocabulary, all of them, and single codes, over HTTP. */
@Path("/v1/vocabularies")
public class VocabularyResource extends WritableResource {

    private final RecordReading reading;

    VocabularyResource(RecordReading reading, RecordWriting writing) {
        super(VocabularyDeclaration.VOCABULARIES, reading, writing);
        this.reading = reading;
    }

    /** One code of a vocabulary, with its labels. */
    @Override
    public Response related(String name, String code, HttpServerRequest request) {
        return reading.element(VocabularyDeclaration.VOCABULARIES, name, "terms", "code", code, request);
    }
}
