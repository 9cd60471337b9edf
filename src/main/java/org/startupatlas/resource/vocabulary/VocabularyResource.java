package org.startupatlas.resource.vocabulary;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of vocabularies and of their codes. */
@Path("/v1/vocabularies")
public class VocabularyResource extends WritableResource {

    private final RecordReadHandler readHandler;

    VocabularyResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(VocabularyRecord.SCHEMA, readHandler, writeHandler);
        this.readHandler = readHandler;
    }

    /** Responds with one code of a vocabulary and its labels. */
    @Override
    public Response related(String name, String code, HttpServerRequest request) {
        return readHandler.element(VocabularyRecord.SCHEMA, name, "terms", "code", code, request);
    }
}
