package org.startupatlas.startup;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** A startup, and all of them, over HTTP. */
@Path("/v1/startups")
public class StartupResource extends RecordResource {

    StartupResource(RecordReading reading) {
        super(StartupDeclaration.STARTUPS, reading);
    }
}
