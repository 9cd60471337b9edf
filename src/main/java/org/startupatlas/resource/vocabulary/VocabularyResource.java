package org.startupatlas.resource.vocabulary;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** A vocabulary, all of them, and single codes, over HTTP. */
@Path("/v1/vocabularies")
public class VocabularyResource extends WritableResource {

    private final RecordReadHandler readHandler;

    VocabularyResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(VocabularySchema.VOCABULARIES, readHandler, writeHandler);
        this.readHandler = readHandler;
    }

    /** One code of a vocabulary, with its labels. */
    @Override
    public Response related(String name, String code, HttpServerRequest request) {
        return readHandler.element(VocabularySchema.VOCABULARIES, name, "terms", "code", code, request);
    }
}
