package org.startupatlas.participation;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** A participation, and all of them, over HTTP. */
@Path("/v1/participations")
public class ParticipationResource extends WritableResource {

    ParticipationResource(RecordReading reading, RecordWriting writing) {
        super(ParticipationDeclaration.PARTICIPATIONS, reading, writing);
    }
}
