package org.startupatlas.resource.participation;

import jakarta.ws.rs.Path;
import org.startupatlas.http.record.RecordReadHandler;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WritableResource;

/** The routes of participations. */
@Path("/v1/participations")
public class ParticipationResource extends WritableResource {

    ParticipationResource(RecordReadHandler readHandler, RecordWriteHandler writeHandler) {
        super(ParticipationRecord.SCHEMA, readHandler, writeHandler);
    }
}
