package org.startupatlas.startup;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** A startup, and all of them, over HTTP. */
@Path("/v1/startups")
public class StartupResource extends WritableResource {

    StartupResource(RecordReading reading, RecordWriting writing) {
        super(StartupDeclaration.STARTUPS, reading, writing);
    }
}
