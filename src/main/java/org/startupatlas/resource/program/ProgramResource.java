package org.startupatlas.resource.program;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of programs. */
@Path("/v1/programs")
public class ProgramResource extends WritableResource {

    ProgramResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(ProgramRecord.SCHEMA, readHandler, writeHandler);
    }
}
