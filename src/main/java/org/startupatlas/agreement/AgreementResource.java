package org.startupatlas.agreement;

import jakarta.ws.rs.Path;
import org.startupatlas.http.RecordReading;
import org.startupatlas.http.RecordResource;

/** An agreement, and all of them, over HTTP. */
@Path("/v1/agreements")
public class AgreementResource extends RecordResource {

    AgreementResource(RecordReading reading) {
        super(AgreementDeclaration.AGREEMENTS, reading);
    }
}
