package org.startupatlas.partner;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordWriting;
import org.startupatlas.http.WritableResource;

/** A partner, and all of them, over HTTP. */
@Path("/v1/partners")
public class PartnerResource extends WritableResource {

    PartnerResource(RecordReading reading, RecordWriting writing) {
        super(PartnerDeclaration.PARTNERS, reading, writing);
    }
}
