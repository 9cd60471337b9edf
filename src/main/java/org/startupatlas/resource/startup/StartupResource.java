package org.startupatlas.resource.startup;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of startups. */
@Path("/v1/startups")
public class StartupResource extends WritableResource {

    StartupResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(StartupRecord.SCHEMA, readHandler, writeHandler);
    }
}
