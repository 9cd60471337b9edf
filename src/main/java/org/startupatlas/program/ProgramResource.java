package org.startupatlas.program;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** A program, and all of them, over HTTP. */
@Path("/v1/programs")
public class ProgramResource extends RecordResource {

    ProgramResource(RecordReading reading) {
        super(ProgramDeclaration.PROGRAMS, reading);
    }
}
