package org.startupatlas.resource.partner;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of partners. */
@Path("/v1/partners")
public class PartnerResource extends WritableResource {

    PartnerResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(PartnerRecord.SCHEMA, readHandler, writeHandler);
    }
}
