package org.startupatlas.resource.agreement;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of agreements. */
@Path("/v1/agreements")
public class AgreementResource extends WritableResource {

    AgreementResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(AgreementRecord.SCHEMA, readHandler, writeHandler);
    }
}
