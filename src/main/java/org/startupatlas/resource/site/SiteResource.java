package org.startupatlas.resource.site;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of sites. */
@Path("/v1/sites")
public class SiteResource extends WritableResource {

    SiteResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(SiteRecord.SCHEMA, readHandler, writeHandler);
    }
}
