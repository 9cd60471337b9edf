package org.startupatlas.participation;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** A participation, and all of them, over HTTP. */
@Path("/v1/participations")
public class ParticipationResource extends RecordResource {

    ParticipationResource(RecordReading reading) {
        super(ParticipationDeclaration.PARTICIPATIONS, reading);
    }
}
