package org.startupatlas.program;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** A program, and all of them, over HTTP. */
@Path("/v1/programs")
public class ProgramResource extends WritableResource {

    ProgramResource(RecordReading reading, RecordWriting writing) {
        super(ProgramDeclaration.PROGRAMS, reading, writing);
    }
}
