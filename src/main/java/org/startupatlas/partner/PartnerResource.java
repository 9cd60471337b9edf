package org.startupatlas.partner;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** A partner, and all of them, over HTTP. */
@Path("/v1/partners")
public class PartnerResource extends RecordResource {

    PartnerResource(RecordReading reading) {
        super(PartnerDeclaration.PARTNERS, reading);
    }
}
